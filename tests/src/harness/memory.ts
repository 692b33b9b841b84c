import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** Bytes to look for, by name. */
export type Needles = ReadonlyMap<string, Uint8Array>;

const chunkBytes = 4_194_304;

/**
 * Looks through all memory that a process can write: heap, buffers, native allocations, stacks. Linux only.
 * @returns the names of what was found, once for each place.
 */
export function foundIn(pid: number, needles: Needles): readonly string[] {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    return writableRegions(pid).flatMap(([start, end]) => foundBetween(memory, start, end, needles));
  } finally {
    closeSync(memory);
  }
}

/** Private, writable, and not all untouched. */
function writableRegions(pid: number): readonly (readonly [start: number, end: number])[] {
  const regions: [number, number][] = [];
  let region: [number, number] | undefined;
  for (const line of readFileSync(`/proc/${pid}/smaps`, 'latin1').split('\n')) {
    const [, start, end, access] = /^([0-9a-f]+)-([0-9a-f]+) (\S+)/.exec(line) ?? [];
    if (start !== undefined) region = access!.startsWith('rw') ? [parseInt(start, 16), parseInt(end!, 16)] : undefined;
    else if (region !== undefined && /^Rss: +[1-9]/.test(line)) regions.push(region);
  }
  return regions;
}

function foundBetween(memory: number, start: number, end: number, needles: Needles): readonly string[] {
  const found: string[] = [];
  const chunk = Buffer.alloc(chunkBytes + 64); // with what a needle may have in the next one
  for (let at = start; at < end; at += chunkBytes) {
    const bytes = chunk.subarray(0, read(memory, chunk, at, Math.min(chunk.length, end - at)));
    for (const [name, needle] of needles) {
      for (let hit = bytes.indexOf(needle); hit >= 0 && hit < chunkBytes; hit = bytes.indexOf(needle, hit + 1)) found.push(name);
    }
  }
  return found;
}

function read(memory: number, chunk: Buffer, at: number, length: number): number {
  try {
    return readSync(memory, chunk, 0, length, at);
  } catch {
    return 0; // gone meanwhile, or never there
  }
}

/** How a secret may stand in a text. */
export const textsOf = (secret: Uint8Array): readonly string[] => {
  const bytes = Buffer.from(secret);
  const url = bytes.toString('base64url');
  return [
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    bytes.toString('base64').replace(/=+$/, ''),
    url,
    bytes.toString('latin1'),
    [...bytes].join(','),
  ];
};
