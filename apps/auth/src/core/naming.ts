import { equal } from '@keyway/crypto';
import type { NameRow } from '@keyway/registry';
import { canonicalName, sharedName } from './names.js';
import { skeletonOf } from './skeleton.js';

/** A text that is a name, and what it looks like. */
export interface WantedName {
  readonly name: string;
  readonly skeleton: string;
  /** For adam-2: adam. Who has that says who may have this. */
  readonly base: { readonly name: string; readonly skeleton: string } | undefined;
}

export function wantedName(text: string): WantedName | { readonly fault: string } {
  const name = canonicalName(text);
  if (typeof name !== 'string') return name;
  const base = sharedName(name);
  return { name, skeleton: skeletonOf(name), base: base === undefined ? undefined : { name: base, skeleton: skeletonOf(base) } };
}

/** Whether a name is free for a client: what it has itself does not stand in its way. */
export const isFreeFor = (clientId: Uint8Array | undefined, like: readonly NameRow[]): boolean =>
  like.every((row) => clientId !== undefined && row.clientId !== undefined && equal(row.clientId, clientId));

/** The beginning of the skeletons of names made from this one with a number. */
export const skeletonBehind = ({ skeleton }: Pick<WantedName, 'skeleton'>): string => skeleton + skeletonOf('-');

/**
 * Whether somebody else has a name made from this one with a number: then this one would make its bearer look like the other's.
 * @param behind - names whose skeletons begin with `skeletonBehind`.
 */
export const hasStrangersBehind = (clientId: Uint8Array, { skeleton }: Pick<WantedName, 'skeleton'>, behind: readonly NameRow[]): boolean =>
  behind.some(({ name, ownerId }) => {
    const base = sharedName(name);
    return base !== undefined && skeletonOf(base) === skeleton && !(ownerId && equal(ownerId, clientId));
  });

/**
 * Whose consent a name with a number needs.
 * @param like - names like the one before the number.
 * @returns undefined: nobody's but the client's own; `nobody`: of no one who could give it.
 */
export function consentNeeded(clientId: Uint8Array, like: readonly NameRow[]): Uint8Array | 'nobody' | undefined {
  const others = like.filter((row) => !row.ownerId || !equal(row.ownerId, clientId));
  if (others.length === 0) return undefined;
  return others.length === 1 && others[0]!.ownerId ? others[0]!.ownerId : 'nobody';
}
