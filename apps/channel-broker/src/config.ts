import { decodeId, isKeyError, KeyError, PrivateIdentity, X25519Key, type Secret } from '@keyway/crypto';
import {
  baseConfig,
  curveKey,
  curveSecretFile,
  flag,
  milliseconds,
  portNumber,
  rpcClientOptions,
  rpcEndpoint,
  secretFile,
  serviceConfig,
} from '@keyway/service-kit';
import type { RpcClientOptions } from '@keyway/service-kit';
import { parseEndpoint } from '@keyway/transport';
import { limits, type SessionSettings } from '@keyway/wire';
import { z } from 'zod';

const count = (most: number) => z.coerce.number().int().min(1).max(most).describe(`a whole number from 1 to ${most}`);

/** The environment of the channel-broker. `main.ts` parses it once. */
export const BrokerConfig = z
  .object({
    ...baseConfig,
    KEYWAY_SERVICE_NAME: baseConfig.KEYWAY_SERVICE_NAME.default('channel-broker'),
    KEYWAY_HTTP_PORT: portNumber().default(7491),
    KEYWAY_FLEET: z
      .string()
      .refine((text) => decodeId(text) !== undefined, 'is no fingerprint')
      .describe('the fingerprint of the fleet root key, 52 characters of base32'),
    AUTH_RPC: rpcEndpoint(),
    AUTH_CURVE_SERVER_KEY: curveKey().optional(),
    BROKER_CURVE_KEY_FILE: curveSecretFile().optional().describe('a file with the CURVE secret key of the channel-broker; needed for tcp'),
    BROKER_LISTEN: z
      .string()
      .transform((text) => text.split(','))
      .refine((list) => list.every(isEndpoint), 'has something that is no endpoint')
      .describe('where clients ask: tcp://host:port and zmq://host:port, separated by commas'),
    BROKER_SIGNING_KEY_FILE: secretFile()
      .transform(readKey(signingKey))
      .describe('the signing key: Ed25519, or RSA of 3072 bits and more, PKCS#8 PEM'),
    BROKER_EXCHANGE_KEY_FILE: secretFile()
      .transform(readKey((pem) => X25519Key.fromPem(pem)))
      .describe('the exchange key: X25519, PKCS#8 PEM'),
    BROKER_LEASE_MS: milliseconds().default(86_400_000),
    BROKER_ALLOW_X25519: flag().default(false).describe('1 to issue channels without ML-KEM, for small or foreign clients'),
    BROKER_MAX_LINKS: count(65_536).default(4_096),
    BROKER_FIRST_MESSAGE_MS: milliseconds().default(10_000),
    BROKER_IDLE_MS: milliseconds().default(60_000),
    BROKER_REFRESH_MS: milliseconds().default(60_000).describe('how often manifest and keyring are fetched'),
    BROKER_REPEAT_MS: milliseconds()
      .max(60_000)
      .default(30_000)
      .describe('how long a repeated request gets the same answer, 60000 at most'),
    BROKER_KNOWN_KEYS: count(1_000_000).default(16_384),
    BROKER_HEARTBEAT_MS: milliseconds().default(15_000),
    BROKER_TIMEOUT_MS: milliseconds().default(37_500),
    BROKER_MAX_BODY_BYTES: count(limits.bodyBytes).default(limits.bodyBytes),
    BROKER_WINDOW_MESSAGES: count(1_048_576).default(8_192),
    BROKER_WINDOW_BYTES: count(1_073_741_824).default(1_048_576),
    BROKER_MAX_STREAMS: count(1_048_576).default(65_536),
  })
  .refine((env) => env.BROKER_TIMEOUT_MS > env.BROKER_HEARTBEAT_MS, {
    path: ['BROKER_TIMEOUT_MS'],
    message: 'must be more than BROKER_HEARTBEAT_MS; 2.5 times is usual',
  })
  .transform((env) => ({
    service: serviceConfig(env),
    fleet: decodeId(env.KEYWAY_FLEET)!,
    auth: rpcClientOptions(env.AUTH_RPC, env.BROKER_CURVE_KEY_FILE, env.AUTH_CURVE_SERVER_KEY) as Pick<
      RpcClientOptions,
      'endpoint' | 'curve'
    >,
    listen: env.BROKER_LISTEN,
    signingKey: env.BROKER_SIGNING_KEY_FILE,
    exchangeKey: env.BROKER_EXCHANGE_KEY_FILE,
    leaseMs: env.BROKER_LEASE_MS,
    allowX25519: env.BROKER_ALLOW_X25519,
    maxLinks: env.BROKER_MAX_LINKS,
    firstMessageMs: env.BROKER_FIRST_MESSAGE_MS,
    idleMs: env.BROKER_IDLE_MS,
    refreshMs: env.BROKER_REFRESH_MS,
    repeatMs: env.BROKER_REPEAT_MS,
    knownKeys: env.BROKER_KNOWN_KEYS,
    settings: {
      heartbeatMs: env.BROKER_HEARTBEAT_MS,
      timeoutMs: env.BROKER_TIMEOUT_MS,
      maxBodyBytes: env.BROKER_MAX_BODY_BYTES,
      windowMessages: env.BROKER_WINDOW_MESSAGES,
      windowBytes: env.BROKER_WINDOW_BYTES,
      maxStreams: env.BROKER_MAX_STREAMS,
    } satisfies SessionSettings,
  }));
export type BrokerConfig = z.output<typeof BrokerConfig>;

/** Reads a key out of its file; a key that cannot be used is a fault of its variable. */
function readKey<K>(read: (pem: Uint8Array) => K) {
  return (secret: Secret, context: z.core.$RefinementCtx<Secret>): K => {
    try {
      return secret.use(read);
    } catch (thrown) {
      if (!isKeyError(thrown)) throw thrown;
      context.addIssue({ code: 'custom', message: thrown.message, params: { reason: thrown.reason } });
      return z.NEVER;
    } finally {
      secret.wipe();
    }
  };
}

function signingKey(pem: Uint8Array): PrivateIdentity {
  const identity = PrivateIdentity.fromPem(pem);
  if (identity.public.kind === 'rsa-2048') throw new KeyError('weak_key', 'a fleet signs with Ed25519 or RSA of 3072 bits and more');
  return identity;
}

function isEndpoint(text: string): boolean {
  try {
    return parseEndpoint(text).scheme !== 'memory';
  } catch {
    return false;
  }
}
