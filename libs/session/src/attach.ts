import type { Keyring, X25519Key } from '@keyway/crypto';
import { equal, hkdf, hmacSha256, label, openTicket, sha256, wipe } from '@keyway/crypto';
import type { Attach, Attached, ErrorReason, TicketBody } from '@keyway/wire';
import { decodeTicketBody } from '@keyway/wire';
import type { Channel } from './channel-grant.js';
import { deriveTraffic, type Traffic } from './traffic.js';
import { vector } from './transcript.js';

/**
 * Attaching a channel to a router: Noise NK's two Diffie-Hellmans (es with the router's static key, ee) with the channel secret
 * as pre-shared key, composed with HKDF over the transcript (RFC 5869, RFC 8446 §7.1). docs/protocol.md, "Attaching".
 */
export interface PendingAttach {
  readonly hello: Attach;
  readonly channel: Channel;
  readonly ephemeral: X25519Key;
  readonly es: Uint8Array;
  readonly psk: Uint8Array;
  readonly helloHash: Uint8Array;
}

/** The router a client wants: from a verified manifest, never from anywhere else. */
export interface RouterKey {
  /** 32 bytes. */
  readonly keyId: Uint8Array;
  /** 32 bytes: the static X25519 key. */
  readonly exchangeKey: Uint8Array;
}

/**
 * @param ephemeral - fresh, used for nothing else; wiped by `finishAttach`.
 * @param salt - 32 random bytes.
 * @returns undefined when the manifest's exchange key is no valid X25519 key.
 */
export function beginAttach(channel: Channel, router: RouterKey, ephemeral: X25519Key, salt: Uint8Array): PendingAttach | undefined {
  const es = ephemeral.agree(router.exchangeKey);
  if (es === undefined) return undefined;
  const fleet = channel.manifest.manifest.fleet;
  const unproven = { router: router.keyId, ticket: channel.ticket, salt, x25519: ephemeral.publicKey };
  const transcript = attachTranscript(fleet, unproven);
  const mac = attachMac(fleet, router.exchangeKey, transcript);
  const { psk, proofKey } = attachKeys(channel.secret);
  const proof = hmacSha256(proofKey, transcript, mac);
  wipe(proofKey);
  const hello = { ...unproven, mac, proof };
  return { hello, channel, ephemeral, es, psk, helloHash: sha256(transcript, mac, proof) };
}

/** Checks the router's answer: `router_unproven` when it does not show the router's static key and the channel secret. */
export function finishAttach(pending: PendingAttach, answer: Attached): Traffic | 'router_unproven' {
  const ee = pending.ephemeral.agree(answer.x25519);
  const derived = ee && deriveTraffic(pending.channel.suite, pending.psk, pending.es, ee, pending.helloHash, answer.x25519);
  wipe(pending.psk, pending.es);
  pending.ephemeral.wipe();
  if (derived === undefined || ee === undefined) return 'router_unproven';
  wipe(ee);
  return equal(derived.confirm, answer.confirm) ? derived.traffic : 'router_unproven';
}

export interface RouterIdentity {
  readonly fleet: Uint8Array;
  readonly keyId: Uint8Array;
  readonly key: X25519Key;
  /** The MAC key of `attach.mac`, computed once: see `attachMacKey`. */
  readonly macKey: Uint8Array;
}

export interface AcceptedAttach {
  readonly answer: Attached;
  /** Its `channelSecret` is wiped. */
  readonly ticket: TicketBody;
  readonly traffic: Traffic;
}

/**
 * The router's side. The order bounds what strangers cost: MAC (no key agreement yet), ticket, proof, lease, and only then the
 * Diffie-Hellmans. The reason is for counters: the wire says `unauthorised` for every one of them.
 * A replayed hello gets an answer its sender cannot use: nothing is replaced before the first record proves the keys.
 */
export function acceptAttach(
  hello: Attach,
  router: RouterIdentity,
  tickets: Keyring,
  ephemeral: X25519Key,
  nowMs: number,
): AcceptedAttach | ErrorReason {
  const transcript = attachTranscript(router.fleet, hello);
  const addressed = equal(hello.router, router.keyId);
  if (!addressed || !equal(hmacSha256(router.macKey, transcript).subarray(0, 16), hello.mac)) return 'malformed';
  const opened = openTicket(tickets, nowMs, router.fleet, hello.ticket);
  const ticket = (opened && decodeTicketBody(opened)) ?? unknownTicket; // the same work for an unknown one
  const { psk, proofKey } = attachKeys(ticket.channelSecret);
  const proven = equal(hmacSha256(proofKey, transcript, hello.mac), hello.proof);
  wipe(proofKey);
  if (!proven || ticket === unknownTicket) return refuse(psk, 'unauthorised');
  if (nowMs >= ticket.validUntilMs) return refuse(psk, 'channel_expired');
  const es = router.key.agree(hello.x25519);
  const ee = ephemeral.agree(hello.x25519);
  if (es === undefined || ee === undefined) return refuse(psk, 'malformed');
  const helloHash = sha256(transcript, hello.mac, hello.proof);
  const derived = deriveTraffic(ticket.suite, psk, es, ee, helloHash, ephemeral.publicKey);
  wipe(psk, es, ee, ticket.channelSecret); // a session needs it no more
  ephemeral.wipe();
  if (derived === undefined) return 'suite_unsupported';
  return { answer: { x25519: ephemeral.publicKey, confirm: derived.confirm }, ticket, traffic: derived.traffic };
}

/** SHA-256(label 'attach-mac' ‖ fleet ‖ router's exchange key): public, so it only keeps out who never saw the manifest. */
export const attachMacKey = (fleet: Uint8Array, exchangeKey: Uint8Array): Uint8Array => sha256(label('attach-mac', fleet, exchangeKey));

const attachMac = (fleet: Uint8Array, exchangeKey: Uint8Array, transcript: Uint8Array): Uint8Array =>
  hmacSha256(attachMacKey(fleet, exchangeKey), transcript).slice(0, 16);

const attachTranscript = (fleet: Uint8Array, hello: Pick<Attach, 'router' | 'ticket' | 'salt' | 'x25519'>): Uint8Array =>
  label('attach-hash', fleet, hello.router, hello.salt, hello.x25519, vector(hello.ticket));

function attachKeys(channelSecret: Uint8Array): { psk: Uint8Array; proofKey: Uint8Array } {
  const bytes = hkdf(channelSecret, none, label('attach'), 64);
  return { psk: bytes.subarray(0, 32), proofKey: bytes.subarray(32, 64) };
}

function refuse(psk: Uint8Array, reason: ErrorReason): ErrorReason {
  wipe(psk);
  return reason;
}

const none = new Uint8Array(0);
const unknownTicket: TicketBody = {
  channelId: new Uint8Array(32),
  clientId: new Uint8Array(32),
  channelSecret: new Uint8Array(32),
  suite: 0,
  issuedMs: 0,
  validUntilMs: 0,
  rights: 0,
  serial: 0,
};
