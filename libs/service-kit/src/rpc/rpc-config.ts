import type { Secret } from '@keyway/crypto';
import type { z } from 'zod';
import { ConfigError } from '../config/config-error.js';
import { secretTextFile } from '../config/secret-file.js';
import { curveKey, curveKeys, type CurveClient, type CurveServer } from './curve.js';
import { rpcEndpoint } from './endpoint.js';
import { decodeZ85 } from './z85.js';

/** A variable `<X>_FILE`: the file of a CURVE secret key. */
export const curveSecretFile = () =>
  secretTextFile().refine(
    (secret) => secret.use((text) => decodeZ85(Buffer.from(text).toString('latin1'))?.length === 32),
    'does not hold a CURVE key, 40 characters of Z85',
  );

/** What a service with an RPC server is told: spread it into its schema, then `rpc: rpcServerOptions(env)`. CURVE is for tcp. */
export const rpcServerConfig = {
  KEYWAY_RPC_ENDPOINT: rpcEndpoint(),
  KEYWAY_CURVE_SECRET_KEY_FILE: curveSecretFile().optional(),
  KEYWAY_RPC_ALLOW: curveKeys().optional(),
} as const;

export const rpcServerOptions = (
  env: z.output<z.ZodObject<typeof rpcServerConfig>>,
): { endpoint: string; curve: CurveServer | undefined } => {
  const { KEYWAY_CURVE_SECRET_KEY_FILE: secretKey, KEYWAY_RPC_ALLOW: allow } = env;
  return {
    endpoint: env.KEYWAY_RPC_ENDPOINT,
    curve: both('KEYWAY_RPC_ALLOW', secretKey, allow) ? { secretKey: secretKey!, allow: allow! } : undefined,
  };
};

/**
 * What a caller of the service `name` is told: `KEYWAY_<NAME>_ENDPOINT` and, for tcp, `KEYWAY_<NAME>_CURVE_KEY`, the public key of
 * that server. Its own secret key is `KEYWAY_CURVE_SECRET_KEY_FILE`.
 */
export const rpcClientConfig = <N extends string>(name: N) =>
  ({ [`KEYWAY_${name}_ENDPOINT`]: rpcEndpoint(), [`KEYWAY_${name}_CURVE_KEY`]: curveKey().optional() }) as {
    [K in `KEYWAY_${N}_ENDPOINT`]: ReturnType<typeof rpcEndpoint>;
  } & { [K in `KEYWAY_${N}_CURVE_KEY`]: z.ZodOptional<ReturnType<typeof curveKey>> };

export const rpcClientOptions = (
  endpoint: string,
  serverKey: string | undefined,
  secretKey: Secret | undefined,
): { endpoint: string; curve: CurveClient | undefined } => ({
  endpoint,
  curve: serverKey && both('the CURVE key of the server', secretKey, serverKey) ? { serverKey, secretKey: secretKey! } : undefined,
});

/** A key without its counterpart is a slip of the hand: better said than silently served without CURVE. */
function both(other: string, secretKey: Secret | undefined, counterpart: unknown): boolean {
  if (counterpart !== undefined && secretKey === undefined) {
    const text = `is not set, but ${other} is`;
    throw new ConfigError([{ variable: 'KEYWAY_CURVE_SECRET_KEY_FILE', reason: 'config_invalid', text }]);
  }
  return counterpart !== undefined;
}
