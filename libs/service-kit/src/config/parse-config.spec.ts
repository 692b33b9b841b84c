import type { Secret } from '@keyway/crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { baseConfig, count, milliseconds, serviceConfig } from './base-config.js';
import { isConfigError, type ConfigError } from './config-error.js';
import { parseConfig, type Environment } from './parse-config.js';
import { curvePublicKey, newCurveKey } from '../rpc/curve.js';
import { curveSecretFile, rpcClientOptions, rpcServerOptions } from '../rpc/rpc-config.js';
import { secretFile, secretTextFile } from './secret-file.js';

const folder = mkdtempSync(join(tmpdir(), 'keyway-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const secretAt = (name: string, content: string | Uint8Array, mode = 0o600): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
};
const fault = (schema: z.ZodType, env: Environment): ConfigError => {
  try {
    parseConfig(schema, env);
  } catch (thrown) {
    if (isConfigError(thrown)) return thrown;
  }
  throw new Error('no ConfigError');
};
const Schema = z
  .object({ ...baseConfig, IDLE_MS: milliseconds().default(30_000), ROOT_KEY_FILE: secretFile().optional() })
  .transform((env) => ({ service: serviceConfig(env), idleMs: env.IDLE_MS, rootKey: env.ROOT_KEY_FILE, list: [{ a: 1 }] }));
const good = { KEYWAY_SERVICE_NAME: 'auth', KEYWAY_HTTP_PORT: '7181' };

it('gives a value of the right types with its defaults, and ignores what others need', () => {
  const config = parseConfig(Schema, { ...good, PATH: '/bin', KEYWAY_LOG_PRETTY: '1' });
  expect(config.service).toEqual({
    name: 'auth',
    httpHost: '127.0.0.1',
    httpPort: 7181,
    logLevel: 'info',
    logPretty: true,
    watchParent: false,
  });
  expect(config.idleMs).toBe(30_000);
});

it('freezes it through and through', () => {
  const config = parseConfig(Schema, good);
  expect([config, config.service, config.list, config.list[0]].every(Object.isFrozen)).toBe(true);
});

it('names all faults at once, each with its variable, what is wrong and what to do', () => {
  const { message, faults, reason } = fault(Schema, { KEYWAY_HTTP_PORT: '99999', IDLE_MS: 'soon', KEYWAY_LOG_LEVEL: 'loud' });
  expect(faults.map(({ variable }) => variable).sort()).toEqual(['IDLE_MS', 'KEYWAY_HTTP_PORT', 'KEYWAY_LOG_LEVEL', 'KEYWAY_SERVICE_NAME']);
  expect(message).toMatch(/KEYWAY_SERVICE_NAME: is not set\. Expected: the name of this process/);
  expect(message).toMatch(/KEYWAY_HTTP_PORT: .*65535/);
  expect(reason).toBe('config_invalid');
});

it.each(['2', '11', '3.5', 'x'])('takes no %j for a count from 3 to 10', (text) => {
  const Counts = z.object({ N: count(10, 3) });
  expect(['3', '10'].map((sound) => parseConfig(Counts, { N: sound }).N)).toEqual([3, 10]);
  expect(fault(Counts, { N: text }).message).toMatch(/N: .* a whole number from 3 to 10$/);
});

it('takes an empty variable for one that is not set', () => {
  expect(parseConfig(Schema, { ...good, IDLE_MS: '' }).idleMs).toBe(30_000);
});

it('never repeats a value', () => {
  const { message } = fault(Schema, {
    KEYWAY_SERVICE_NAME: 'HUNTER2',
    KEYWAY_HTTP_PORT: 'hunter2',
    IDLE_MS: 'hunter2',
    ROOT_KEY: 'hunter2',
  });
  expect(message.toLowerCase()).not.toContain('hunter2');
});

it('reads a secret from its file, byte for byte, and shows it to nobody', () => {
  const bytes = Uint8Array.of(0, 1, 2, 10);
  const { rootKey } = parseConfig(Schema, { ...good, ROOT_KEY_FILE: secretAt('key', bytes) });
  expect(rootKey!.use((value) => [...value])).toEqual([...bytes]);
  expect(JSON.stringify({ rootKey })).toBe('{"rootKey":"[secret]"}');
});

it('takes the line feed of an editor off a secret text', () => {
  const text = parseConfig(z.object({ X_FILE: secretTextFile() }), { X_FILE: secretAt('text', 'word\n') }).X_FILE as Secret;
  expect(text.use((value) => Buffer.from(value).toString())).toBe('word');
});

it.each(['0640', '0604', '0610', '0666'])('refuses a secret file of mode %s as key_exposed and says what to do', (mode) => {
  const { reason, message } = fault(Schema, { ...good, ROOT_KEY_FILE: secretAt('open', 'hunter2', parseInt(mode, 8)) });
  expect(reason).toBe('key_exposed');
  expect(message).toContain('chmod 600');
  expect(message).not.toContain('hunter2');
});

it('refuses a secret in the environment itself as key_exposed', () => {
  const { reason, message } = fault(Schema, { ...good, ROOT_KEY: 'hunter2' });
  expect(reason).toBe('key_exposed');
  expect(message).toContain('set ROOT_KEY_FILE');
});

it('takes CURVE only in full: half of it is a fault, garbage in a key file as well', () => {
  const { publicKey, secretKey } = newCurveKey();
  const Curve = z.object({ KEY_FILE: curveSecretFile() });
  const path = secretAt(
    'curve',
    secretKey.use((text) => `${Buffer.from(text).toString()}\n`),
  );
  const own = parseConfig(Curve, { KEY_FILE: path }).KEY_FILE;
  expect(curvePublicKey(own)).toBe(publicKey);
  expect(fault(Curve, { KEY_FILE: secretAt('junk', 'hunter2') }).message).toMatch(/does not hold a CURVE key/);
  expect(rpcServerOptions('tcp://h:1', own, [publicKey]).curve?.allow).toEqual([publicKey]);
  expect(rpcClientOptions('ipc:///tmp/auth', own).curve).toBeUndefined();
  expect(() => rpcServerOptions('tcp://h:1', own)).toThrow(/no key is allowed to call/);
  expect(() => rpcServerOptions('tcp://h:1', undefined, [publicKey])).toThrow(/no secret key is set/);
  expect(() => rpcClientOptions('tcp://h:1', undefined, publicKey)).toThrow(/no secret key of ours/);
});

it.each([
  ['a missing file', () => join(folder, 'nothing'), /there is no file/],
  ['a folder', () => folder, /is not a file|cannot be read/],
  ['an empty file', () => secretAt('empty', ''), /is empty/],
  ['a file too large for a key', () => secretAt('large', new Uint8Array(65_537)), /too large/],
])('refuses %s as a secret', (_what, path, expected) => {
  expect(fault(Schema, { ...good, ROOT_KEY_FILE: path() }).message).toMatch(expected);
});
