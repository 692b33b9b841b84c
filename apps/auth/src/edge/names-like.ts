import type { NameRow, RegistryUnit } from '@keyway/registry';
import { isFreeFor, type WantedName } from '../core/naming.js';

export interface Likes {
  readonly rows: readonly NameRow[];
  /** @param clientId - undefined: for somebody who is not there yet. */
  isFreeFor(clientId: Uint8Array | undefined): boolean;
}

/** Names equal to this one or like it. */
export async function likeNames(
  unit: RegistryUnit,
  { name, skeleton }: Pick<WantedName, 'name' | 'skeleton'>,
  nowMs: number,
): Promise<Likes> {
  const rows = await stillTaken(unit, await unit.namesLike(name, skeleton), nowMs);
  return { rows, isFreeFor: (clientId) => isFreeFor(clientId, rows) };
}

/** Without those that waited for a token that ended: they are given free. */
export async function stillTaken(unit: RegistryUnit, names: readonly NameRow[], nowMs: number): Promise<readonly NameRow[]> {
  const rows: NameRow[] = [];
  for (const row of names) {
    if (row.tokenId && (await hasEnded(unit, row.tokenId, nowMs))) await unit.dropNameFor(row.tokenId);
    else rows.push(row);
  }
  return rows;
}

async function hasEnded(unit: RegistryUnit, tokenId: Uint8Array, nowMs: number): Promise<boolean> {
  const token = await unit.token(tokenId);
  return !token || token.expiresMs <= nowMs; // one that is revoked lets go of its name at once
}
