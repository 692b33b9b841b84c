import type { NameRow, RegistryUnit } from '@keyway/registry';
import { isFreeFor, type WantedName } from '../core/naming.js';

export interface Likes {
  readonly rows: readonly NameRow[];
  /** @param clientId - undefined: for somebody who is not there yet. */
  isFreeFor(clientId: Uint8Array | undefined): boolean;
}

/** Names equal to this one or like it. One that waited for a token that ended is given free. */
export async function likeNames(
  unit: RegistryUnit,
  { name, skeleton }: Pick<WantedName, 'name' | 'skeleton'>,
  nowMs: number,
): Promise<Likes> {
  const rows: NameRow[] = [];
  for (const row of await unit.namesLike(name, skeleton)) {
    if (row.tokenId && (await hasEnded(unit, row.tokenId, nowMs))) await unit.dropNameFor(row.tokenId);
    else rows.push(row);
  }
  return { rows, isFreeFor: (clientId) => isFreeFor(clientId, rows) };
}

async function hasEnded(unit: RegistryUnit, tokenId: Uint8Array, nowMs: number): Promise<boolean> {
  const token = await unit.token(tokenId);
  return !token || token.revoked || token.expiresMs <= nowMs;
}
