import {
  baseConfig,
  count,
  curveKeys,
  curveSecretFile,
  exchangeKeyFile,
  fleetFingerprint,
  milliseconds,
  portNumber,
  rpcEndpoint,
  rpcServerOptions,
  secretTextFile,
  serviceConfig,
} from '@keyway/service-kit';
import type { RpcServerOptions } from '@keyway/service-kit';
import { limits, type SessionSettings } from '@keyway/wire';
import { z } from 'zod';

/** The environment of auth. `main.ts` parses it once. */
export const AuthConfig = z
  .object({
    ...baseConfig,
    KEYWAY_SERVICE_NAME: baseConfig.KEYWAY_SERVICE_NAME.default('auth'),
    KEYWAY_HTTP_PORT: portNumber().default(7490),
    KEYWAY_FLEET: fleetFingerprint(),
    AUTH_DATA: z.string().describe('the folder of the registry; it is made, with mode 0700'),
    AUTH_RPC_BIND: rpcEndpoint(),
    AUTH_CURVE_KEY_FILE: curveSecretFile().optional().describe('a file with the CURVE secret key of auth; needed for tcp'),
    AUTH_CURVE_ALLOW: curveKeys().optional(),
    AUTH_MANIFEST_FILE: z.string().describe('the signed manifest, an encoded SignedManifest'),
    AUTH_EXCHANGE_KEY_FILE: exchangeKeyFile().optional().describe('the key to which operators seal their calls: X25519, PKCS#8 PEM'),
    AUTH_OPERATORS: z.string().optional().describe('a file of public keys, PEM or OpenSSH: who is an operator from the first start on'),
    AUTH_KEK_FILE: secretTextFile().describe('a file with the key-encryption key of the keyrings: 32 bytes in base64'),
    AUTH_LONGEST_LEASE_MS: milliseconds().default(86_400_000).describe('the longest lease that a channel-broker may give'),
    AUTH_HEARTBEAT_MS: milliseconds().default(15_000).describe("what the channel-broker's heartbeat is, until an operator sets another"),
    AUTH_TIMEOUT_MS: milliseconds().default(37_500),
    AUTH_KNOWN_KEYS: count(1_000_000, 16).default(16_384).describe('imported client keys held in memory'),
  })
  .transform((env) => ({
    service: serviceConfig(env),
    fleet: env.KEYWAY_FLEET,
    data: env.AUTH_DATA,
    rpc: rpcServerOptions(env.AUTH_RPC_BIND, env.AUTH_CURVE_KEY_FILE, env.AUTH_CURVE_ALLOW) as Pick<RpcServerOptions, 'endpoint' | 'curve'>,
    manifestFile: env.AUTH_MANIFEST_FILE,
    kek: env.AUTH_KEK_FILE,
    longestLeaseMs: env.AUTH_LONGEST_LEASE_MS,
    exchangeKey: env.AUTH_EXCHANGE_KEY_FILE,
    operatorsFile: env.AUTH_OPERATORS,
    ownSettings: {
      ...{ heartbeatMs: env.AUTH_HEARTBEAT_MS, timeoutMs: env.AUTH_TIMEOUT_MS, maxBodyBytes: limits.bodyBytes },
      ...{ windowMessages: 8_192, windowBytes: 1_048_576, maxStreams: 65_536 },
    } satisfies SessionSettings,
    knownKeys: env.AUTH_KNOWN_KEYS,
  }));
export type AuthConfig = z.output<typeof AuthConfig>;
