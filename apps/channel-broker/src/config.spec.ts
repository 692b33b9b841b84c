import { encodeId, PrivateIdentity, X25519Key } from '@keyway/crypto';
import { isConfigError, parseConfig } from '@keyway/service-kit';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrokerConfig } from './config.js';

const folder = mkdtempSync(join(tmpdir(), 'keyway-broker-config-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string, mode = 0o600): string => {
  writeFileSync(join(folder, name), content);
  chmodSync(join(folder, name), mode);
  return join(folder, name);
};

const signing = PrivateIdentity.generate('ed25519');
const good = {
  KEYWAY_FLEET: encodeId(signing.public.fingerprint),
  AUTH_RPC: 'ipc:///run/keyway/auth',
  BROKER_LISTEN: 'tcp://127.0.0.1:7400,zmq://127.0.0.1:7401',
  BROKER_SIGNING_KEY_FILE: file('signing.pem', signing.toPem()),
  BROKER_EXCHANGE_KEY_FILE: file('exchange.pem', X25519Key.generate().toPem()),
};
const faults = (changed: Readonly<Record<string, string>>): string => {
  try {
    parseConfig(BrokerConfig, { ...good, ...changed });
  } catch (thrown) {
    if (isConfigError(thrown)) return thrown.faults.map(({ variable, reason }) => `${variable}: ${reason}`).join(', ');
  }
  return 'none';
};

it('has a default for all that need not be said', () => {
  const { signingKey, exchangeKey, ...config } = parseConfig(BrokerConfig, good);
  expect(signingKey.public.fingerprint).toEqual(signing.public.fingerprint);
  expect(exchangeKey.publicKey).toHaveLength(32);
  expect(config).toEqual({
    service: { name: 'channel-broker', httpHost: '127.0.0.1', httpPort: 7491, logLevel: 'info', logPretty: false, watchParent: false },
    fleet: expect.any(Uint8Array) as Uint8Array,
    auth: { endpoint: 'ipc:///run/keyway/auth', curve: undefined },
    listen: ['tcp://127.0.0.1:7400', 'zmq://127.0.0.1:7401'],
    leaseMs: 86_400_000,
    allowX25519: false,
    maxLinks: 4_096,
    firstMessageMs: 10_000,
    idleMs: 60_000,
    refreshMs: 60_000,
    repeatMs: 30_000,
    knownKeys: 16_384,
    settings: {
      heartbeatMs: 15_000,
      timeoutMs: 37_500,
      maxBodyBytes: 262_144,
      windowMessages: 8_192,
      windowBytes: 1_048_576,
      maxStreams: 65_536,
    },
  });
});

it.each([
  ['an endpoint that is none', { BROKER_LISTEN: 'tcp://127.0.0.1:7400,udp://x:1' }, 'BROKER_LISTEN: config_invalid'],
  ['a fingerprint that is none', { KEYWAY_FLEET: 'short' }, 'KEYWAY_FLEET: config_invalid'],
  [
    'a signing key in the place of the exchange key',
    { BROKER_EXCHANGE_KEY_FILE: good.BROKER_SIGNING_KEY_FILE },
    'BROKER_EXCHANGE_KEY_FILE: key_unsupported',
  ],
  ['a key others can read', { BROKER_SIGNING_KEY_FILE: file('open.pem', signing.toPem(), 0o644) }, 'BROKER_SIGNING_KEY_FILE: key_exposed'],
  [
    'a key that is too weak for a fleet',
    { BROKER_SIGNING_KEY_FILE: file('rsa.pem', PrivateIdentity.generate('rsa-2048').toPem()) },
    'BROKER_SIGNING_KEY_FILE: weak_key',
  ],
  ['junk for a key', { BROKER_SIGNING_KEY_FILE: file('junk.pem', 'junk') }, 'BROKER_SIGNING_KEY_FILE: key_damaged'],
  ['a timeout that is no longer than the heartbeat', { BROKER_TIMEOUT_MS: '15000' }, 'BROKER_TIMEOUT_MS: config_invalid'],
  ['answers kept for longer than requests are fresh', { BROKER_REPEAT_MS: '60001' }, 'BROKER_REPEAT_MS: config_invalid'],
])('says what is wrong with %s', (_what, changed, expected) => expect(faults(changed)).toBe(expected));
