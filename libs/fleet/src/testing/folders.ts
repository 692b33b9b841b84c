import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

/** A fresh folder of mode 0700 that `removeFolders` takes away. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-fleet-'));
  made.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
