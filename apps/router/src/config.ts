import {
  baseConfig,
  count,
  curveKey,
  curveSecretFile,
  edgeEndpoints,
  exchangeKeyFile,
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

/** The environment of the router. `main.ts` parses it once. */
export const RouterConfig = z
  .object({
    ...baseConfig,
    KEYWAY_SERVICE_NAME: baseConfig.KEYWAY_SERVICE_NAME.default('router'),
    KEYWAY_HTTP_PORT: portNumber().default(7492),
    KEYWAY_FLEET: fleetFingerprint(),
    AUTH_RPC: rpcEndpoint(),
    AUTH_CURVE_SERVER_KEY: curveKey().optional(),
    ROUTER_CURVE_KEY_FILE: curveSecretFile().optional().describe('a file with the CURVE secret key of the router; needed for tcp'),
    ROUTER_LISTEN: edgeEndpoints(),
    ROUTER_DATA: z.string().min(1).describe('the folder of the mailboxes'),
    ROUTER_SIGNING_KEY_FILE: identityKeyFile(),
    ROUTER_EXCHANGE_KEY_FILE: exchangeKeyFile(),
    ROUTER_HEARTBEAT_MS: milliseconds().default(15_000),
    ROUTER_TIMEOUT_MS: milliseconds().default(37_500),
    ROUTER_WINDOW_MESSAGES: count(1_000_000).default(8_192),
    ROUTER_WINDOW_BYTES: count(67_108_864).default(1_048_576),
    ROUTER_MAX_STREAMS: count(1_000_000).default(65_536),
    ROUTER_MAILBOX_BYTES: count(Number.MAX_SAFE_INTEGER).default(4_194_304),
    ROUTER_MAILBOX_MESSAGES: count(Number.MAX_SAFE_INTEGER).default(65_536),
    ROUTER_LONGEST_LIFETIME_MS: milliseconds().default(7 * 86_400_000),
  })
  .refine((env) => env.ROUTER_TIMEOUT_MS > env.ROUTER_HEARTBEAT_MS, {
    path: ['ROUTER_TIMEOUT_MS'],
    message: 'must be more than ROUTER_HEARTBEAT_MS; 2.5 times is usual',
  })
  .refine((env) => env.ROUTER_MAILBOX_BYTES >= 2 * limits.recordBytes, {
    path: ['ROUTER_MAILBOX_BYTES'],
    message: `must be at least ${2 * limits.recordBytes}: a run that does not fit into an empty mailbox is never stored`,
  })
  .refine((env) => env.ROUTER_MAILBOX_MESSAGES >= Math.min(env.ROUTER_WINDOW_MESSAGES, limits.runMessages), {
    path: ['ROUTER_MAILBOX_MESSAGES'],
    message: 'must be at least ROUTER_WINDOW_MESSAGES: a run that does not fit into an empty mailbox is never stored',
  })
  .transform((env) => ({
    service: serviceConfig(env),
    fleet: env.KEYWAY_FLEET,
    auth: rpcClientOptions(env.AUTH_RPC, env.ROUTER_CURVE_KEY_FILE, env.AUTH_CURVE_SERVER_KEY) as Pick<
      RpcClientOptions,
      'endpoint' | 'curve'
    >,
    listen: env.ROUTER_LISTEN,
    dataFolder: env.ROUTER_DATA,
    signingKey: env.ROUTER_SIGNING_KEY_FILE,
    exchangeKey: env.ROUTER_EXCHANGE_KEY_FILE,
    settings: {
      heartbeatMs: env.ROUTER_HEARTBEAT_MS,
      timeoutMs: env.ROUTER_TIMEOUT_MS,
      maxBodyBytes: limits.bodyBytes,
      windowMessages: env.ROUTER_WINDOW_MESSAGES,
      windowBytes: env.ROUTER_WINDOW_BYTES,
      maxStreams: env.ROUTER_MAX_STREAMS,
    } satisfies SessionSettings,
    mailbox: {
      quota: { bytes: env.ROUTER_MAILBOX_BYTES, messages: env.ROUTER_MAILBOX_MESSAGES },
      longestLifetimeMs: env.ROUTER_LONGEST_LIFETIME_MS,
    },
  }));
export type RouterConfig = z.output<typeof RouterConfig>;
