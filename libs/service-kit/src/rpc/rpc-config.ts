import type { Secret } from '@keyway/crypto';
import { ConfigError } from '../config/config-error.js';
import { secretTextFile } from '../config/secret-file.js';
import type { CurveClient, CurveServer } from './curve.js';
import { decodeZ85 } from './z85.js';

/** A variable `<X>_FILE`: the file of a CURVE secret key. */
export const curveSecretFile = () =>
  secretTextFile().refine(
    (secret) => secret.use((text) => decodeZ85(Buffer.from(text).toString('latin1'))?.length === 32),
    'does not hold a CURVE key, 40 characters of Z85',
  );

interface ServerOptions {
  readonly endpoint: string;
  readonly curve: CurveServer | undefined;
}
interface ClientOptions {
  readonly endpoint: string;
  readonly curve: CurveClient | undefined;
}

/** From `rpcEndpoint()`, `curveSecretFile().optional()` and `curveKeys().optional()`. Throws ConfigError when half of CURVE is missing. */
export function rpcServerOptions(endpoint: string, secretKey?: Secret, allow?: readonly string[]): ServerOptions {
  if (secretKey && allow) return { endpoint, curve: { secretKey, allow } };
  if (!secretKey && !allow) return { endpoint, curve: undefined };
  throw half(secretKey ? 'a secret key is set, but no key is allowed to call' : 'keys are allowed to call, but no secret key is set');
}

/** From `rpcEndpoint()`, `curveSecretFile().optional()` (one for all calls of a service, so alone it is no fault) and `curveKey().optional()`. */
export function rpcClientOptions(endpoint: string, secretKey?: Secret, serverKey?: string): ClientOptions {
  if (secretKey && serverKey) return { endpoint, curve: { secretKey, serverKey } };
  if (!serverKey) return { endpoint, curve: undefined };
  throw half('the key of the server is set, but no secret key of ours');
}

/** A slip of the hand: better said than quietly served without CURVE. */
const half = (text: string): ConfigError => new ConfigError([{ variable: 'CURVE', reason: 'config_invalid', text }]);
