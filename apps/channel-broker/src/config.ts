import {
  baseConfig,
  count,
  curveKey,
  curveSecretFile,
  edgeEndpoints,
  exchangeKeyFile,
  flag,
  fleetFingerprint,
  identityKeyFile,
  milliseconds,
  portNumber,
  rpcClientOptions,
  rpcEndpoint,
  serviceConfig,
} from '@keyway/service-kit';
import type { RpcClientOptions } from '@keyway/service-kit';
import { limits, type SessionSettings } from '@keyway/wire';
import { z } from 'zod';

/** The environment of the channel-broker. `main.ts` parses it once. */
export const BrokerConfig = z
  .object({
    ...baseConfig,
    KEYWAY_SERVICE_NAME: baseConfig.KEYWAY_SERVICE_NAME.default('channel-broker'),
    KEYWAY_HTTP_PORT: portNumber().default(7491),
    KEYWAY_FLEET: fleetFingerprint(),
    AUTH_RPC: rpcEndpoint(),
    AUTH_CURVE_SERVER_KEY: curveKey().optional(),
    BROKER_CURVE_KEY_FILE: curveSecretFile().optional().describe('a file with the CURVE secret key of the channel-broker; needed for tcp'),
    BROKER_LISTEN: edgeEndpoints(),
    BROKER_SIGNING_KEY_FILE: identityKeyFile(),
    BROKER_EXCHANGE_KEY_FILE: exchangeKeyFile(),
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
    fleet: env.KEYWAY_FLEET,
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
