import type { Keyring, PublicIdentity, X25519Key } from '@keyway/crypto';
import { createAead, equal, hkdf, label, mlKemEncapsulate, sealTicket, sha256, signedBytes, wipe } from '@keyway/crypto';
import type { ChannelGrant, ChannelRequest, SessionSettings } from '@keyway/wire';
import { decodeGrantBody, encodeGrantBody, encodeTicketBody, groupIds, suiteIds } from '@keyway/wire';
import { channelIdOf, type PendingRequest } from './channel-request.js';
import { isCurrent, serviceKey, serviceOf, verifyManifest, type VerifiedManifest } from './manifest.js';
import { requestTranscript } from './request-transcript.js';
import { areSound } from './settings.js';
import { concat, u16, vector } from './transcript.js';

/** An issued channel, as its client holds it. The secret is 32 bytes; everything else may be stored in the clear. */
export interface Channel {
  readonly id: Uint8Array;
  readonly ticket: Uint8Array;
  readonly secret: Uint8Array;
  readonly suite: number;
  readonly issuedMs: number;
  readonly validUntilMs: number;
  readonly settings: SessionSettings;
  readonly routers: readonly Uint8Array[];
  readonly manifest: VerifiedManifest;
}

export interface GrantInput {
  readonly request: ChannelRequest;
  readonly client: PublicIdentity;
  readonly rights: number;
  readonly serial: number;
  readonly suite: number;
  readonly group: number;
  readonly validUntilMs: number;
  readonly nowMs: number;
  readonly settings: SessionSettings;
  readonly routers: readonly Uint8Array[];
  readonly keyId: Uint8Array;
  readonly manifest: VerifiedManifest;
  readonly tickets: Keyring;
  /** Fresh for this grant. */
  readonly x25519: X25519Key;
  /** 32 random bytes; used when the client's identity is RSA. */
  readonly share: Uint8Array;
}

/** A grant that lacks its signature: sign `toSign` with the key behind `keyId`, elsewhere if that takes long. */
export interface UnsignedGrant {
  readonly toSign: Uint8Array;
  finish(signature: Uint8Array): ChannelGrant;
}

/**
 * Makes the grant for a request whose signature was verified: agrees on keys, seals the ticket and the answer.
 * @returns undefined when the client's ephemeral values are no valid keys, or no ticket epoch is open.
 */
export function grantChannel(input: GrantInput): UnsignedGrant | undefined {
  const { request, client, x25519 } = input;
  if (input.tickets.current(input.nowMs) === undefined) return undefined;
  const transcript = requestTranscript(request);
  const requestHash = sha256(transcript);
  const agreed = x25519.agree(request.x25519);
  const kem = input.group === groupIds.X25519_MLKEM768 ? mlKemEncapsulate(request.mlKem) : { ciphertext: empty, secret: empty };
  if (agreed === undefined || kem === undefined) return undefined;
  const isRsa = client.kind !== 'ed25519';
  const oaepShare = isRsa ? client.sealShare(input.share) : empty;
  const head = {
    requestHash,
    keyId: input.keyId,
    manifestHash: input.manifest.hash,
    group: input.group,
    x25519: x25519.publicKey,
    mlKemCiphertext: kem.ciphertext,
    oaepShare,
  };
  const headHash = grantHeadHash(head);
  const keys = grantKeys(agreed, kem.secret, isRsa ? input.share : empty, headHash);
  const id = channelIdOf(transcript);
  const ticketBody = encodeTicketBody({
    channelId: id,
    clientId: client.fingerprint,
    channelSecret: keys.secret,
    suite: input.suite,
    issuedMs: input.nowMs,
    validUntilMs: input.validUntilMs,
    rights: input.rights,
    serial: input.serial,
  });
  const ticket = sealTicket(input.tickets, input.nowMs, request.fleet, ticketBody);
  const body = encodeGrantBody({
    channelId: id,
    ticket,
    suite: input.suite,
    issuedMs: input.nowMs,
    validUntilMs: input.validUntilMs,
    settings: input.settings,
    routers: input.routers,
  });
  const aead = createAead(suiteIds.AES_256_GCM, keys.key);
  const sealed = aead.seal(zeroNonce, body, headHash);
  aead.wipe();
  wipe(agreed, kem.secret, keys.key, keys.secret, ticketBody, body);
  const manifest = equal(request.manifestHash, input.manifest.hash) ? undefined : input.manifest.signed;
  return {
    toSign: grantTranscript(head, sealed),
    finish: (signature) => ({ ...head, sealed, signature, manifest }),
  };
}

/**
 * Opens the answer to a request: manifest, signature, its own request, keys, body, in this order; one error for all that follows the manifest.
 * @param known - the manifest the request named, if it named one.
 * @param newestVersion - see `verifyManifest`.
 */
export function openGrant(
  pending: PendingRequest,
  grant: ChannelGrant,
  nowMs: number,
  known: VerifiedManifest | undefined,
  newestVersion = 0,
): Channel | 'fleet_key_mismatch' | 'bad_manifest' | 'bad_grant' {
  const { fleet } = pending.request;
  let manifest = known;
  if (grant.manifest !== undefined) {
    const verified = verifyManifest(grant.manifest, fleet, nowMs, Math.max(newestVersion, known?.manifest.version ?? 0));
    if (typeof verified === 'string') return verified === 'fleet_key_mismatch' ? verified : 'bad_manifest';
    manifest = verified;
  } else if (known === undefined || !isCurrent(known.manifest, fleet, nowMs, newestVersion)) return 'bad_manifest'; // it may have expired since
  if (manifest === undefined || !equal(manifest.hash, grant.manifestHash)) return 'bad_manifest';
  const service = serviceOf(manifest.manifest, 'channel-broker', grant.keyId);
  const signer = service && serviceKey(service.signingKey);
  const proven = signer?.verify(grantTranscript(grant, grant.sealed), grant.signature) === true && equal(grant.requestHash, pending.hash);
  return (proven ? unseal(pending, grant, manifest) : undefined) ?? 'bad_grant'; // also for a body that makes no sense
}

function unseal(pending: PendingRequest, grant: ChannelGrant, manifest: VerifiedManifest): Channel | undefined {
  const { identity, request } = pending;
  const agreed = pending.x25519.agree(grant.x25519);
  const isHybrid = grant.group === groupIds.X25519_MLKEM768;
  const kem = isHybrid ? pending.mlKem.decapsulate(grant.mlKemCiphertext) : empty;
  const isRsa = identity.public.kind !== 'ed25519';
  const share = isRsa ? identity.openShare(grant.oaepShare) : empty;
  const fits =
    request.groups.includes(grant.group) && isHybrid === grant.mlKemCiphertext.length > 0 && isRsa === grant.oaepShare.length > 0;
  if (agreed === undefined || kem === undefined || share === undefined || (isRsa && share.length !== 32) || !fits) return undefined;
  const headHash = grantHeadHash(grant);
  const keys = grantKeys(agreed, kem, share, headHash);
  const aead = createAead(suiteIds.AES_256_GCM, keys.key);
  const opened = aead.open(zeroNonce, grant.sealed, headHash);
  aead.wipe();
  wipe(agreed, kem, share, keys.key);
  const body = opened && decodeGrantBody(opened);
  const ours = body !== undefined && equal(body.channelId, channelIdOf(requestTranscript(request))) && request.suites.includes(body.suite);
  if (!ours || !areSound(body.settings) || body.validUntilMs <= body.issuedMs) {
    wipe(keys.secret);
    return undefined;
  }
  return {
    id: body.channelId,
    ticket: new Uint8Array(body.ticket),
    secret: keys.secret,
    suite: body.suite,
    issuedMs: body.issuedMs,
    validUntilMs: body.validUntilMs,
    settings: body.settings,
    routers: body.routers.map((router) => new Uint8Array(router)),
    manifest,
  };
}

type GrantHead = Pick<ChannelGrant, 'requestHash' | 'keyId' | 'manifestHash' | 'group' | 'x25519' | 'mlKemCiphertext' | 'oaepShare'>;

const grantHead = (g: GrantHead): Uint8Array =>
  concat(g.requestHash, g.keyId, g.manifestHash, u16(g.group), g.x25519, vector(g.mlKemCiphertext), vector(g.oaepShare));

/** SHA-256(label 'grant-hash' ‖ public part of the grant): the AAD of the body and the info of its key. */
const grantHeadHash = (g: GrantHead): Uint8Array => sha256(label('grant-hash', grantHead(g)));

/** The signed bytes of a grant: its public part and the sealed body. One signature for both: SIGMA's "sign the whole exchange". */
export const grantTranscript = (g: GrantHead, sealed: Uint8Array): Uint8Array => signedBytes('channel-grant', grantHead(g), vector(sealed));

/** One HKDF (RFC 5869) over all shared secrets; each has 32 bytes or is absent, as the group and the identity say. */
function grantKeys(agreed: Uint8Array, kem: Uint8Array, share: Uint8Array, headHash: Uint8Array): { key: Uint8Array; secret: Uint8Array } {
  const material = concat(agreed, kem, share);
  const bytes = hkdf(material, empty, label('grant-key', headHash), 64);
  wipe(material);
  return { key: bytes.slice(0, 32), secret: bytes.slice(32, 64) };
}

const empty = new Uint8Array(0);
/** The grant key seals one body, ever. */
const zeroNonce = new Uint8Array(12);
