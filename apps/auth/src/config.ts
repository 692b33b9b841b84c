import {
  baseConfig,
  count,
  curveKeys,
  curveSecretFile,
  fleetFingerprint,
  milliseconds,
  portNumber,
  rpcEndpoint,
  rpcServerOptions,
  secretTextFile,
  serviceConfig,
} from '@keyway/service-kit';
import type { RpcServerOptions } from '@keyway/service-kit';
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
    AUTH_KEK_FILE: secretTextFile().describe('a file with the key-encryption key of the keyrings: 32 bytes in base64'),
    AUTH_LONGEST_LEASE_MS: milliseconds().default(86_400_000).describe('the longest lease that a channel-broker may give'),
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
    knownKeys: env.AUTH_KNOWN_KEYS,
  }));
export type AuthConfig = z.output<typeof AuthConfig>;
