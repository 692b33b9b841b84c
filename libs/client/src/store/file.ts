import { closeSync, constants, fsyncSync, ftruncateSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { WireError } from '@keyway/wire';
import { makeFolder } from '../private-folder.js';
import { StateImage } from './image.js';
import { JournalWriter, magic, salvageJournal, scanJournal } from './journal.js';
import { lockFolder, type FolderLock } from './lock.js';
import type { StateEntry, StateStore, StoredState } from './store.js';

export interface FileStoreOptions {
  /** Take what can be read of a damaged journal, keep the damaged file beside it and say so, instead of `state_damaged`. */
  readonly salvage?: boolean;
  /** The journal is rewritten when it has grown to this and to the double of what it holds. Default 8 MiB. */
  readonly compactBytes?: number;
}

const journalName = 'journal';
const writeOnly = constants.O_WRONLY | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);

/**
 * State in a folder of its own (0700, made when missing): an append-only journal (0600) with a checksum per entry, and a lock.
 *
 * What is appended survives kill -9 of the process: it is with the operating system when `append` returns. It is not synced to the
 * disk (that would cost a disk's round trip per message), so a power failure may take the newest entries with it: messages that
 * were not accepted yet, and marks; then messages that were handled before it may come again. Nothing that was acknowledged to
 * a caller as accepted depends on this file. What a power failure cut off or left unwritten is dropped and reported; damage of any
 * other kind is `state_damaged`, and the file stays as it is.
 */
export class FileStore implements StateStore {
  readonly folder: string;
  readonly #salvage: boolean;
  readonly #compactBytes: number;
  readonly #writer = new JournalWriter();
  #image = new StateImage();
  #lock: FolderLock | undefined;
  #fd = -1;
  #size = 0;
  #compactAt = 0;
  /** A write failed half-way and what it left could not be cut off yet. */
  #ragged = false;

  constructor(folder: string, { salvage = false, compactBytes = 8_388_608 }: FileStoreOptions = {}) {
    this.folder = resolve(folder);
    this.#salvage = salvage;
    this.#compactBytes = compactBytes;
  }

  async open(): Promise<StoredState> {
    if (this.#lock) throw new WireError('state_locked', `this process has ${this.folder} open already`);
    try {
      makeFolder(this.folder);
      this.#lock = lockFolder(this.folder, join(this.folder, 'lock'));
      rmSync(this.#path('new'), { force: true }); // a compaction that did not finish
      const damage = this.#load();
      if (!this.#lock.isOurs()) throw new WireError('state_locked', `another process took ${this.folder} at the same moment`);
      this.#compact();
      return { ...this.#image.snapshot(), damage };
    } catch (thrown) {
      await this.close();
      throw this.#named(thrown, 'file_unreadable');
    }
  }

  append(entries: readonly StateEntry[]): void {
    if (this.#fd < 0) throw new WireError('store_failed', `${this.folder} is closed`);
    try {
      this.#write(this.#writer.encode(entries));
    } catch (thrown) {
      throw this.#named(thrown, 'store_failed');
    }
    for (const entry of entries) this.#image.apply(entry);
    if (this.#size >= this.#compactAt) this.#tryCompact();
  }

  async close(): Promise<void> {
    if (this.#fd >= 0) closeSync(this.#fd);
    this.#fd = -1;
    this.#lock?.release();
    this.#lock = undefined;
  }

  /** Reads the journal into a fresh image. @returns what was damaged and is dealt with. */
  #load(): string | undefined {
    this.#image = new StateImage();
    const path = this.#path();
    const file = readIfThere(path);
    if (file === undefined || file.length === 0) return undefined;
    const { entries, end, fault } = scanJournal(file);
    if (fault !== 'damaged') {
      for (const entry of entries) this.#image.apply(entry);
      if (fault === 'unwritten') return `${path}: parts of it from byte ${end} on were never written, as after a power failure`;
      return fault && `${path}: its last ${file.length - end} bytes were cut off, as a power failure or a full disk does`;
    }
    if (!this.#salvage) {
      const remedy = 'open it with `salvage` to keep what can be read, or move the folder away to begin anew';
      throw new WireError('state_damaged', `${path} at byte ${end}; ${remedy}`);
    }
    const saved = salvageJournal(file);
    for (const entry of saved) this.#image.apply(entry);
    const aside = `${path}.damaged-${Date.now()}`;
    renameSync(path, aside);
    return `${path} was damaged at byte ${end}: ${saved.length} entries were read, the damaged file is kept as ${aside}`;
  }

  #write(bytes: Uint8Array): void {
    if (this.#ragged) ftruncateSync(this.#fd, this.#size);
    this.#ragged = true;
    writeAll(this.#fd, bytes, this.#size);
    this.#ragged = false;
    this.#size += bytes.length;
  }

  /** Writes what the image amounts to into a new file, synced, and puts it in the place of the old one. */
  #compact(): void {
    const path = this.#path('new');
    const fd = openSync(path, writeOnly | constants.O_EXCL, 0o600);
    let size = 0;
    try {
      const put = (bytes: Uint8Array): void => {
        writeAll(fd, bytes, size);
        size += bytes.length;
      };
      put(magic);
      for (const entry of this.#image.entries()) put(this.#writer.encode([entry]));
      fsyncSync(fd);
      renameSync(path, this.#path());
    } catch (thrown) {
      closeSync(fd);
      rmSync(path, { force: true });
      throw thrown;
    }
    if (this.#fd >= 0) closeSync(this.#fd);
    this.#fd = fd;
    this.#size = size;
    this.#ragged = false;
    this.#compactAt = Math.max(this.#compactBytes, size * 2);
    syncFolder(this.folder);
  }

  /** No room for a second copy: the first one serves, and may grow further. */
  #tryCompact(): void {
    try {
      this.#compact();
    } catch {
      this.#compactAt = this.#size * 2;
    }
  }

  #path(suffix?: string): string {
    return join(this.folder, suffix === undefined ? journalName : `${journalName}.${suffix}`);
  }

  #named(thrown: unknown, otherwise: 'file_unreadable' | 'store_failed'): WireError {
    const code = (thrown as NodeJS.ErrnoException | null)?.code;
    if (typeof code !== 'string') return WireError.from(thrown);
    const isFull = code === 'ENOSPC' || code === 'EDQUOT';
    return new WireError(isFull ? 'store_full' : otherwise, `${this.folder} (${code})`, { cause: thrown });
  }
}

function writeAll(fd: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done, bytes.length - done, position + done);
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw thrown;
  }
}

/** Makes a rename survive a power failure; not every platform can. */
function syncFolder(folder: string): void {
  try {
    const fd = openSync(folder, constants.O_RDONLY);
    fsyncSync(fd);
    closeSync(fd);
  } catch {
    // the rename is atomic anyway: at worst the older file is found
  }
}
