import { createHash } from 'node:crypto';
import type { Admission } from '../admission.js';
import type { AuditHash, EpochRow, NameRow, TokenRow } from '../rows.js';

/** An id that differs for every (kind, n). */
export function testId(kind: string, n: number): Uint8Array {
  const bytes = new Uint8Array(32);
  bytes[0] = kind.charCodeAt(0);
  new DataView(bytes.buffer).setUint32(1, n);
  return bytes;
}

export const clientId = (n: number): Uint8Array => testId('c', n);
export const channelId = (n: number): Uint8Array => testId('h', n);

/** Client `client` enrols and gets channel `channel`. */
export const admission = (client: number, channel: number, more: Partial<Admission> = {}): Admission => ({
  clientId: clientId(client),
  enrol: { spki: Uint8Array.of(0x30, client), rights: 1, detail: '{}' },
  channelId: channelId(channel),
  issuedMs: 1_000,
  validUntilMs: 5_000,
  source: '192.0.2.1',
  ...more,
});

export const tokenId = (n: number): Uint8Array => testId('t', n).subarray(0, 16);

/** A token of one use. */
export const token = (n: number, more: Partial<TokenRow> = {}): TokenRow => ({
  ...{ id: tokenId(n), wrapped: Uint8Array.of(n), createdMs: n, expiresMs: 10_000, uses: 1, used: 0, name: undefined, rights: 13 },
  revoked: false,
  ...more,
});

/** A name that looks like nothing else, of a client. */
export const nameOf = (client: number, name: string, more: Partial<NameRow> = {}): NameRow => ({
  ...{ name, skeleton: `~${name}`, clientId: clientId(client), tokenId: undefined, ownerId: clientId(client) },
  ...more,
});

/** Only ids, names and numbers compare: the bytes of an engine may be a Buffer or not. */
export const hex = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString('hex');

export const epoch = (id: number, more: Partial<EpochRow> = {}): EpochRow => ({
  ...{ id, purpose: 'ticket', wrapped: Uint8Array.of(id, 0xff), notBeforeMs: 1, issueUntilMs: 2, acceptUntilMs: 1_000 * id },
  ...more,
});

/** Any chain will do for the registry; the true one is the protocol's. */
export const auditHash: AuditHash = (previous, { seq, timeMs, actor, action, detail }) =>
  createHash('sha256')
    .update(previous)
    .update(JSON.stringify([seq, timeMs, [...actor], action, detail]))
    .digest();
