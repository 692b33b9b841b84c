import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** A transfer whose file stands under its name. */
export interface FinishedFile {
  /** Client id as text. */
  readonly from: string;
  /** 32 hexadecimal digits. */
  readonly transfer: string;
  /** As the sender calls it, made safe. */
  readonly name: string;
  /** As it was saved, without its folder. */
  readonly savedAs: string;
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** Only last pieces that nobody acknowledged come again: a handful. */
const most = 64;

/**
 * The newest finished transfers, in one file of some 400 bytes each: their last piece comes again when the process ended before it
 * acknowledged it, and is answered from here. It is written before the pieces go, so it counts only where there are none left.
 */
export class FinishedFiles {
  readonly #path: string;
  #newest: readonly FinishedFile[] = [];

  constructor(folder: string) {
    this.#path = join(folder, 'finished.json');
  }

  /** A record that is damaged is begun anew. */
  async load(): Promise<void> {
    try {
      const found: unknown = JSON.parse(await readFile(this.#path, 'utf8'));
      this.#newest = Array.isArray(found) ? found.filter(isSound).slice(-most) : [];
    } catch {
      this.#newest = [];
    }
  }

  find(from: string, transfer: string): FinishedFile | undefined {
    return this.#newest.find((one) => one.from === from && one.transfer === transfer);
  }

  /** Never rejects: a file is not refused because there is no room to remember it. */
  async note(file: FinishedFile): Promise<void> {
    const others = this.#newest.filter(({ from, transfer }) => from !== file.from || transfer !== file.transfer);
    this.#newest = [...others, file].slice(-most);
    const draft = `${this.#path}.new`;
    await writeFile(draft, JSON.stringify(this.#newest), { mode: 0o600 })
      .then(() => rename(draft, this.#path))
      .catch(() => undefined);
  }
}

function isSound(found: unknown): found is FinishedFile {
  const { from, transfer, name, savedAs, bytes, sha256 } = (found ?? {}) as Partial<FinishedFile>;
  const areTexts = [from, transfer, name, savedAs, sha256].every((text) => typeof text === 'string');
  return areTexts && basename(savedAs!) === savedAs && Number.isSafeInteger(bytes);
}
