import { MlKemKey, PrivateIdentity, randomBytes, X25519Key } from '@keyway/crypto';
import { beginChannelRequest, type RequestInput } from '@keyway/session';
import { encodeAuthorizeCall, encodeEnvelope, type ChannelRequest } from '@keyway/wire';

export const fleet = new Uint8Array(32).fill(7);
export const noon = 1_790_000_000_000;
export const leaseMs = 86_400_000;

/** One client of each kind that is quick to make. */
export const adam = PrivateIdentity.generate('rsa-2048');
export const eve = PrivateIdentity.generate('ed25519');

const x25519 = X25519Key.generate();
const mlKem = MlKemKey.generate();

/** A good request at `noon`, signed; `changed` is applied before the signature. */
export const requestOf = (identity: PrivateIdentity, changed: Partial<RequestInput> = {}): ChannelRequest =>
  beginChannelRequest({ identity, fleet, x25519, mlKem, salt: randomBytes(32), nowMs: noon, enrol: false, ...changed }).request;

/** The body of auth.authorize. */
export const callOf = (request: ChannelRequest, validUntilMs = noon + leaseMs): Uint8Array =>
  encodeAuthorizeCall({ request: encodeEnvelope({ kind: 'channel_request', value: request }), source: 'tcp:192.0.2.1', validUntilMs });
