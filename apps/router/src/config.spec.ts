import { encodeId, PrivateIdentity, X25519Key } from '@keyway/crypto';
import { isConfigError, newCurveKey, parseConfig } from '@keyway/service-kit';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RouterConfig } from './config.js';

const folder = mkdtempSync(join(tmpdir(), 'keyway-router-config-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content, { mode: 0o600 });
  return join(folder, name);
};

const signing = PrivateIdentity.generate('ed25519');
const exchange = X25519Key.generate();
const curve = newCurveKey();
const curveFile = file(
  'curve',
  curve.secretKey.use((text) => Buffer.from(text).toString()),
);
const good = {
  KEYWAY_FLEET: encodeId(signing.public.fingerprint),
  AUTH_RPC: 'ipc:///run/keyway/auth',
  ROUTER_LISTEN: 'tcp://127.0.0.1:7410,zmq://127.0.0.1:7411',
  ROUTER_DATA: folder,
  ROUTER_SIGNING_KEY_FILE: file('signing.pem', signing.toPem()),
  ROUTER_EXCHANGE_KEY_FILE: file('exchange.pem', exchange.toPem()),
};
const faults = (changed: Readonly<Record<string, string>>): string => {
  try {
    parseConfig(RouterConfig, { ...good, ...changed });
  } catch (thrown) {
    if (isConfigError(thrown)) return thrown.faults.map(({ variable, reason }) => `${variable}: ${reason}`).join(', ');
  }
  return 'none';
};

it('has a default for all that need not be said', () => {
  const { signingKey, exchangeKey, ...config } = parseConfig(RouterConfig, good);
  expect([signingKey.public.fingerprint, exchangeKey.publicKey]).toEqual([signing.public.fingerprint, exchange.publicKey]);
  expect(config).toEqual({
    service: { name: 'router', httpHost: '127.0.0.1', httpPort: 7492, logLevel: 'info', logPretty: false, watchParent: false },
    fleet: signing.public.fingerprint,
    auth: { endpoint: 'ipc:///run/keyway/auth', curve: undefined },
    listen: ['tcp://127.0.0.1:7410', 'zmq://127.0.0.1:7411'],
    dataFolder: folder,
    settings: {
      heartbeatMs: 15_000,
      timeoutMs: 37_500,
      maxBodyBytes: 262_144,
      windowMessages: 8_192,
      windowBytes: 1_048_576,
      maxStreams: 65_536,
    },
    mailbox: { quota: { bytes: 4_194_304, messages: 65_536 }, longestLifetimeMs: 604_800_000 },
  });
});

it('calls auth over tcp with CURVE', () => {
  const remote = { AUTH_RPC: 'tcp://auth:7480', AUTH_CURVE_SERVER_KEY: curve.publicKey, ROUTER_CURVE_KEY_FILE: curveFile };
  const { auth } = parseConfig(RouterConfig, { ...good, ...remote });
  expect([auth.endpoint, auth.curve?.serverKey]).toEqual(['tcp://auth:7480', curve.publicKey]);
});

it.each([
  ['a damaged signing key', { ROUTER_SIGNING_KEY_FILE: file('junk.pem', 'junk') }, 'ROUTER_SIGNING_KEY_FILE: key_damaged'],
  [
    'a signing key in the place of the exchange key',
    { ROUTER_EXCHANGE_KEY_FILE: good.ROUTER_SIGNING_KEY_FILE },
    'ROUTER_EXCHANGE_KEY_FILE: key_unsupported',
  ],
  ['a damaged CURVE key', { ROUTER_CURVE_KEY_FILE: file('junk', 'junk') }, 'ROUTER_CURVE_KEY_FILE: config_invalid'],
  ['the CURVE key of auth without one of ours', { AUTH_CURVE_SERVER_KEY: curve.publicKey }, 'CURVE: config_invalid'],
  ['a fingerprint that is none', { KEYWAY_FLEET: 'short' }, 'KEYWAY_FLEET: config_invalid'],
  ['an endpoint that is none', { ROUTER_LISTEN: 'tcp://127.0.0.1' }, 'ROUTER_LISTEN: config_invalid'],
  ['a timeout that is no longer than the heartbeat', { ROUTER_TIMEOUT_MS: '15000' }, 'ROUTER_TIMEOUT_MS: config_invalid'],
  ['mailboxes smaller than a run', { ROUTER_MAILBOX_BYTES: '1000' }, 'ROUTER_MAILBOX_BYTES: config_invalid'],
  ['mailboxes of fewer messages than a window', { ROUTER_MAILBOX_MESSAGES: '10' }, 'ROUTER_MAILBOX_MESSAGES: config_invalid'],
])('says what is wrong with %s', (_what, changed, expected) => expect(faults(changed)).toBe(expected));
