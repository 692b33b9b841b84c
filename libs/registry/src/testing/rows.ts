import type { Admission, EpochRow } from '../registry.js';

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
  enrol: { spki: Uint8Array.of(0x30, client), rights: 1 },
  channelId: channelId(channel),
  issuedMs: 1_000,
  validUntilMs: 5_000,
  source: '192.0.2.1',
  ...more,
});

export const epoch = (id: number, more: Partial<EpochRow> = {}): EpochRow => ({
  ...{ id, purpose: 'ticket', wrapped: Uint8Array.of(id, 0xff), notBeforeMs: 1, issueUntilMs: 2, acceptUntilMs: 1_000 * id },
  ...more,
});
