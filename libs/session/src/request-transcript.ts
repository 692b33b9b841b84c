import { signedBytes } from '@keyway/crypto';
import type { ChannelRequest } from '@keyway/wire';
import { concat, ids, u64, u8, vector } from './transcript.js';

/** What a request says before its proof of enrolment, which covers this, and its signature, which covers both. */
export const requestClaims = (r: Omit<ChannelRequest, 'enrolment' | 'signature'>): Uint8Array =>
  signedBytes(
    'channel-request',
    u8(r.version),
    r.fleet,
    r.clientId,
    ids(r.suites),
    ids(r.groups),
    r.salt,
    u64(r.timeMs),
    r.x25519,
    vector(r.mlKem),
    vector(r.manifestHash),
    vector(r.enrolKey),
  );

/** The signed bytes of a request: every field but the signature, in a fixed layout. */
export const requestTranscript = (r: Omit<ChannelRequest, 'signature'>): Uint8Array => concat(requestClaims(r), vector(r.enrolment));
