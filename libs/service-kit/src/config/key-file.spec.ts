import { PrivateIdentity, X25519Key } from '@keyway/crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { isConfigError } from './config-error.js';
import { exchangeKeyFile, identityKeyFile } from './key-file.js';
import { parseConfig } from './parse-config.js';

const folder = mkdtempSync(join(tmpdir(), 'keyway-key-file-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string, mode = 0o600): string => {
  writeFileSync(join(folder, name), content, { mode });
  return join(folder, name);
};

const Schema = z.object({ SIGNING_FILE: identityKeyFile(), EXCHANGE_FILE: exchangeKeyFile() });
const identity = PrivateIdentity.generate('ed25519');
const exchange = X25519Key.generate();
const good = { SIGNING_FILE: file('signing.pem', identity.toPem()), EXCHANGE_FILE: file('exchange.pem', exchange.toPem()) };

it('gives the keys themselves', () => {
  const { SIGNING_FILE: signing, EXCHANGE_FILE: agreement } = parseConfig(Schema, good);
  expect(signing.public.fingerprint).toEqual(identity.public.fingerprint);
  expect(agreement.publicKey).toEqual(exchange.publicKey);
});

it.each([
  ['junk', 'SIGNING_FILE', file('junk.pem', 'hunter2'), 'key_damaged'],
  ['junk', 'EXCHANGE_FILE', file('junk.pem', 'hunter2'), 'key_damaged'],
  ['a key cut short', 'SIGNING_FILE', file('cut.pem', identity.toPem().slice(0, 60)), 'key_damaged'],
  ['a key too weak for a fleet', 'SIGNING_FILE', file('weak.pem', PrivateIdentity.generate('rsa-2048').toPem()), 'weak_key'],
  ['an exchange key to sign with', 'SIGNING_FILE', good.EXCHANGE_FILE, 'key_unsupported'],
  ['a signing key to agree with', 'EXCHANGE_FILE', good.SIGNING_FILE, 'key_unsupported'],
  ['a key others can read', 'SIGNING_FILE', file('open.pem', identity.toPem(), 0o644), 'key_exposed'],
  ['no file', 'EXCHANGE_FILE', join(folder, 'nothing'), 'key_missing'],
] as const)('names %s as a fault of %s, without its content', (_what, variable, path, reason) => {
  try {
    parseConfig(Schema, { ...good, [variable]: path });
  } catch (thrown) {
    if (!isConfigError(thrown)) throw thrown;
    expect([thrown.faults.map((fault) => [fault.variable, fault.reason]), thrown.message.includes('hunter2')]).toEqual([
      [[variable, reason]],
      false,
    ]);
    return;
  }
  throw new Error('no fault');
});
