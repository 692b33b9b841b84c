import { createPrivateKey } from 'node:crypto';
import { exportComponents, exportPrivateKey } from './key-export.js';
import { importPrivateKey, importPublicKey, inspectKey } from './key-import.js';
import { isKeyError } from './key-error.js';
import type { PrivateIdentity } from './private-identity.js';
import { writeComponents } from './rsa-components.js';
import { derOf, keyFile, keyText, passphrase } from './testing/key-files.js';

const FILES = 10_000;

/** Small and seeded: the same files on every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Mutation = (file: Buffer, next: (below: number) => number) => Buffer;
const mutations: readonly Mutation[] = [
  (file, next) => changed(file, next(file.length), 1 << next(8)),
  (file, next) => changed(file, next(Math.min(80, file.length)), 1 + next(255)),
  (file, next) => file.subarray(0, next(file.length)),
  (file, next) => file.subarray(next(file.length)),
  (file, next) => Buffer.concat([file, file.subarray(next(file.length))]),
  (file, next) => spliced(file, next(file.length), next(file.length)),
  (file, next) => Buffer.concat([file.subarray(0, next(file.length)), Buffer.alloc(next(64), next(256)), file.subarray(next(file.length))]),
  (file, next) => withInteger(file, next(file.length), [0, 1, 0x7fffffff, 0xffffffff, next(2 ** 32)][next(5)]!),
];

function changed(file: Buffer, at: number, mask: number): Buffer {
  const copy = Buffer.from(file);
  copy[at]! ^= mask;
  return copy;
}

function spliced(file: Buffer, from: number, to: number): Buffer {
  const copy = Buffer.from(file);
  file.copy(copy, to, from, from + 48);
  return copy;
}

function withInteger(file: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(file);
  copy.writeUInt32BE(value, Math.min(at, file.length - 4));
  return copy;
}

const armour = (der: Buffer): Buffer =>
  Buffer.from(`-----BEGIN OPENSSH PRIVATE KEY-----\n${der.toString('base64')}\n-----END OPENSSH PRIVATE KEY-----\n`);
const asIs = (file: Buffer): Buffer => file;
const jwk = (name: string): Buffer => Buffer.from(JSON.stringify(createPrivateKey(keyText(name)).export({ format: 'jwk' })));

const seeds: readonly (readonly [file: Buffer, wrap: (file: Buffer) => Buffer])[] = [
  [derOf('id_rsa'), armour],
  [derOf('id_ed25519'), armour],
  [derOf('id_ed25519_encrypted'), armour],
  [derOf('rsa.pkcs1.pem'), asIs],
  [derOf('rsa.pkcs8.pem'), asIs],
  [derOf('rsa.pkcs8-encrypted.pem'), asIs],
  [derOf('ed25519.pkcs8.pem'), asIs],
  [derOf('rsa.spki.pem'), asIs],
  [derOf('rsa.pkcs1-public.pem'), asIs],
  [derOf('ed25519.spki.pem'), asIs],
  [keyFile('id_rsa'), asIs],
  [keyFile('id_ed25519'), asIs],
  [keyFile('rsa.pkcs8.pem'), asIs],
  [keyFile('id_rsa.pub'), asIs],
  [keyFile('id_ed25519.pub'), asIs],
  [jwk('rsa.pkcs8.pem'), asIs],
  [jwk('ed25519.pkcs8.pem'), asIs],
];

/** The identity, or undefined for a KeyError; everything else passes through. */
async function attempt<T>(read: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (thrown) {
    if (isKeyError(thrown)) return undefined;
    throw thrown;
  }
}

it(`answers each of ${FILES.toLocaleString('en')} mutated key files with a KeyError or with a key that works`, async () => {
  const next = numbers(20_261_120);
  const counts = { read: 0, refused: 0 };
  for (let i = 0; i < FILES; i += 1) {
    const [seed, wrap] = seeds[i % seeds.length]!;
    const file = wrap(mutations[next(mutations.length)]!(seed, next));
    const identity = (await attempt(() => importPrivateKey(file)))?.public ?? (await attempt(() => importPublicKey(file)));
    await attempt(() => inspectKey(file));
    counts[identity ? 'read' : 'refused'] += 1;
    if (identity) expect(identity.spki.length).toBeGreaterThanOrEqual(44);
  }
  expect(counts.refused).toBeGreaterThan(FILES * 0.8);
  expect(counts.read).toBeGreaterThan(0); // a comment may change
});

it('answers encrypted files that were mutated in the same way, passphrase at hand', async () => {
  const next = numbers(7);
  const sound = derOf('id_ed25519_cbc');
  const { spki } = (await importPrivateKey(armour(sound), { passphrase })).public;
  for (let i = 0; i < 60; i += 1) {
    const file = changed(sound, next(sound.length), 1 << next(8));
    const [roundsAt] = [sound.indexOf('bcrypt') + 6 + 4 + 4 + 16];
    sound.copy(file, roundsAt, roundsAt, roundsAt + 4); // asking for more rounds is refused or waited for, elsewhere
    const identity = await attempt(() => importPrivateKey(armour(file), { passphrase }));
    if (identity) expect(identity.public.spki).toEqual(spki);
  }
});

it('never reads another private key out of a file with one flipped bit', async () => {
  const rsa = await importPrivateKey(keyText('id_rsa'));
  const files = [
    derOf('rsa.pkcs1.pem'),
    Buffer.from(writeComponents(exportComponents(rsa))),
    Buffer.from(await exportPrivateKey(rsa, 'jwk')),
  ];
  const same = (identity: PrivateIdentity): void => expect(identity.public.spki).toEqual(rsa.public.spki);
  for (const file of files) {
    for (let bit = 0; bit < file.length * 8; bit += 11) {
      const identity = await attempt(() => importPrivateKey(changed(file, bit >> 3, 1 << (bit & 7))));
      if (identity) same(identity);
    }
  }
});
