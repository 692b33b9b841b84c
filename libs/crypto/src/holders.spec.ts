import { inspect } from 'node:util';
import { createAead } from './aead.js';
import { Keyring } from './keyring.js';
import { MlKemKey } from './mlkem.js';
import { PrivateIdentity } from './private-identity.js';
import { randomBytes } from './random.js';
import { Secret } from './secret.js';
import { AES_256_GCM } from './suite.js';
import { toHex } from './testing/hex.js';
import { X25519Key } from './x25519.js';

const raw = randomBytes(32);
const identity = PrivateIdentity.generate('ed25519');
const seedOf = (pem: string): Uint8Array => Buffer.from(pem.split('\n')[1]!, 'base64').subarray(16);

it.each([
  ['Secret', () => Secret.of(raw), raw],
  ['Aead', () => createAead(AES_256_GCM, raw), raw],
  ['X25519Key', () => X25519Key.fromPrivate(raw), raw],
  ['MlKemKey', () => MlKemKey.fromSeed(Buffer.concat([raw, raw])), raw],
  ['PrivateIdentity', () => identity, seedOf(identity.toPem())],
  ['Keyring', () => new Keyring([{ id: 1, key: raw, notBeforeMs: 0, issueUntilMs: 1, acceptUntilMs: 1 }]), raw],
] as const)('%s prints its key neither in logs, nor JSON, nor text', (_name, make, key) => {
  const holder = make();
  const printed = [
    inspect(holder, { depth: null, showHidden: true, getters: true, maxArrayLength: null }),
    JSON.stringify(holder),
    JSON.stringify({ ...holder }),
    String(holder),
    `${holder as unknown as string}`,
  ].join('\n');
  const start = [...key.subarray(0, 6)];
  for (const form of [
    start.join(', '),
    start.join(','),
    toHex(key).slice(0, 12),
    start.map((byte) => toHex(Uint8Array.of(byte))).join(' '),
  ]) {
    expect(printed).not.toContain(form);
  }
  expect(printed).not.toContain(Buffer.from(key).toString('base64').slice(0, 12));
});
