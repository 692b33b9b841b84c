import { findSuite } from '@keyway/crypto';
import type { ChannelRequest } from '@keyway/wire';
import { groupIds, suiteIds } from '@keyway/wire';

/** What this version can do, in the order it prefers. The CBC-HMAC suites come last: see docs/protocol.md, "Suites". */
export const offeredSuites: readonly number[] = [
  suiteIds.AES_256_GCM,
  suiteIds.CHACHA20_POLY1305,
  suiteIds.AES_256_CBC_HMAC_SHA512,
  suiteIds.AES_128_CBC_HMAC_SHA256,
];
export const offeredGroups: readonly number[] = [groupIds.X25519_MLKEM768, groupIds.X25519];

/** The server's choice by its own order; undefined when nothing fits. */
export const choose = (offered: readonly number[], accepted: readonly number[]): number | undefined =>
  accepted.find((id) => offered.includes(id));

/** An offer in words, for the detail of `suite_unsupported`: what has no name here stands there by its number. */
export const nameOffer = ({ suites, groups }: Pick<ChannelRequest, 'suites' | 'groups'>): string =>
  `suites ${named(suites, (id) => findSuite(id)?.name)}; groups ${named(groups, (id) => groupNames.get(id))}`;

const named = (list: readonly number[], nameOf: (id: number) => string | undefined): string =>
  list.map((id) => nameOf(id) ?? `${id} (unknown)`).join(', ') || 'none';
const groupNames = new Map<number, string>(Object.entries(groupIds).map(([name, id]) => [id, name]));
