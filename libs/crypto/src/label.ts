/**
 * Every purpose for which a key is derived or a hash is bound, in one table, so that no label serves two purposes.
 * To extend: add a line. Never rename or reuse one: the name is part of the protocol.
 */
const purposes = {
  'channel-id': 'channel id from a signed channel request',
  'grant-share': 'OAEP label of the share sealed to an RSA identity',
  'grant-hash': 'hash of the public part of a channel grant',
  'grant-key': 'key that seals the body of a channel grant, and the channel secret',
  attach: 'pre-shared key and proof key of an attach, from the channel secret',
  'attach-mac': 'MAC on the attach hello, checked before any DH',
  'attach-hash': 'hash of the attach transcript',
  traffic: 'keys, IVs and next secrets of both directions, and the confirmation of an attach',
  'traffic-hash': 'hash of the whole attach, salt of the traffic keys',
  rekey: 'next key, IV and secret of one direction',
  post: 'one-time key of a post',
  ticket: 'one-time key of a ticket, from its epoch key',
  keyring: 'keyring on its way to a service',
  'epoch-wrap': 'epoch key at rest, under the key-encryption key',
  storage: 'rows sealed at rest',
  'token-key': 'MAC key of an enrolment token',
  'token-proof': 'proof of holding an enrolment token',
  'manifest-hash': 'hash of a fleet manifest',
  'merkle-batch': 'root of a batch of grants signed together',
  cookie: 'stateless cookie of the channel-broker under load',
  'service-body': 'body sealed from one service to another',
  'admin-call': "an operator's call, sealed to auth",
  'admin-answer': 'key that seals the answer to it',
  audit: 'hash of an entry of the audit log',
} as const;

export type LabelName = keyof typeof purposes;

/** All label names, for tests and documentation. */
export const labelNames = Object.freeze(Object.keys(purposes)) as readonly LabelName[];

const PREFIX = 'keyway/1 ';
const heads = new Map<string, Uint8Array>(labelNames.map((name) => [name, Buffer.from(`${PREFIX}${name}\0`)]));

/**
 * utf8("keyway/1 " + name) ‖ 0x00 ‖ context…: the `info` of every HKDF and the head of every bound hash.
 * Parts of `context` carry no lengths: all but the last must be of a fixed size.
 * @returns fresh bytes, owned by the caller. Throws RangeError on a name that is not in the table: our bug.
 */
export function label(name: LabelName, ...context: readonly Uint8Array[]): Uint8Array {
  const head = heads.get(name);
  if (!head) throw new RangeError(`unknown label ${name}`);
  return Buffer.concat([head, ...context]);
}

const SIGNED_TYPE = /^[a-z][a-z0-9-]{0,31}$/;

/**
 * What a signature of type `type` is made over: 64 × 0x20 ‖ "keyway/1 <type>" ‖ 0x00 ‖ parts (the habit of RFC 8446 §4.4.3),
 * so that no signature of another protocol, or of another type of ours, can stand in for it.
 * Parts carry no lengths: a transcript must have a fixed layout, or be hashed first.
 * @param type - 1 to 32 of a-z, 0-9 and '-', starting with a letter; RangeError otherwise: our bug.
 * @returns fresh bytes, owned by the caller.
 */
export function signedBytes(type: string, ...parts: readonly Uint8Array[]): Uint8Array {
  if (!SIGNED_TYPE.test(type)) throw new RangeError('not a signature type');
  return Buffer.concat([Buffer.from(`${' '.repeat(64)}${PREFIX}${type}\0`), ...parts]);
}
