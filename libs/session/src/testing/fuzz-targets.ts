import { hkdf, hmacSha256, hpkeOpen, hpkeSeal, label, PublicIdentity, X25519Key } from '@keyway/crypto';
import * as wire from '@keyway/wire';
import { openAdminCall, verifyAdminCall } from '../admin-call.js';
import { acceptAttach, attachMacKey, beginAttach } from '../attach.js';
import { openGrant, type Channel } from '../channel-grant.js';
import { IncomingStreams } from '../incoming.js';
import { OutgoingStreams } from '../outgoing.js';
import { Session } from '../session.js';
import { TrafficKeys } from '../traffic.js';
import { vector } from '../transcript.js';
import { adminAnswers, adminCalls, fleetAnswer, fleetCalls, sealedAdminCall } from './calls.js';
import { startMs, TestFleet, testSettings } from './fleet.js';
import type { FuzzTarget } from './fuzz.js';
import { counting, ed25519, rsa2048 } from './keys.js';
import { Pair } from './pair.js';
import { Seeded } from './seeded.js';
import { trafficOf } from './sessions.js';

const fleet = new TestFleet();
const adam = ed25519(50);

/** What a session of every kind of frame says, record by record: envelopes, and their plaintexts. */
function recording(): { readonly envelopes: readonly Uint8Array[]; readonly plaintexts: readonly Uint8Array[] } {
  const plaintexts: Uint8Array[] = [];
  const { sealInto } = TrafficKeys.prototype;
  TrafficKeys.prototype.sealInto = function (seq, plaintext, target, offset) {
    plaintexts.push(new Uint8Array(plaintext));
    return sealInto.call(this, seq, plaintext, target, offset);
  };
  const pair = new Pair({ record: true, quota: 6, rekey: { records: 5, ms: 1e9 } });
  for (let i = 0; i < 12; i += 1) {
    pair.send(`message ${i}`, i % 3 === 0 ? 'live' : 'durable', i % 4 === 0 ? counting(99) : pair.id);
    pair.client.ask(`question ${i}`, ['echo', 'keyway.fleet', 'nobody'][i % 3]);
    pair.settle();
  }
  pair.heal();
  pair.router.current!.session.out.config(pair.now, testSettings);
  pair.advance(16_000);
  pair.router.current!.session.stop('session_draining', pair.now, 5);
  pair.settle();
  TrafficKeys.prototype.sealInto = sealInto;
  return { envelopes: pair.recorded.map(({ message }) => message), plaintexts };
}

const requests = [fleet.request(adam), fleet.request(rsa2048(), { enrol: true, manifestHash: fleet.manifest.hash })];
const grants = [...requests.map((pending) => fleet.grant(pending)), fleet.grant(requests[0]!, { group: wire.groupIds.X25519 })];
const channel: Channel = fleet.channel(adam);
const hello = beginAttach(channel, fleet.routers[0]!.service, X25519Key.generate(), counting(1))!.hello;
const { envelopes, plaintexts } = recording();
const records = envelopes.filter(wire.isRecord);

const encoded = (envelope: wire.Envelope): Uint8Array => wire.encodeEnvelope(envelope);
const byKind: Record<wire.Envelope['kind'], readonly Uint8Array[]> = {
  channel_request: requests.map(({ request }) => encoded({ kind: 'channel_request', value: request })),
  channel_grant: grants.map((value) => encoded({ kind: 'channel_grant', value })),
  refusal: [encoded({ kind: 'refusal', value: { code: 2001, requestHash: counting(1), timeMs: startMs, retryAfterMs: 5 } })],
  manifest_request: [encoded({ kind: 'manifest_request', value: { fleet: fleet.fleet } })],
  manifest: [encoded({ kind: 'manifest', value: fleet.manifest.signed })],
  attach: [encoded({ kind: 'attach', value: hello })],
  attached: envelopes.filter((bytes) => wire.envelopeKind(bytes) === 'attached'),
};

const body = {
  channelId: channel.id,
  ticket: channel.ticket,
  suite: 1,
  issuedMs: startMs,
  validUntilMs: startMs + 1,
  settings: testSettings,
  routers: [counting(1), counting(2)],
};
const ticket = {
  channelId: channel.id,
  clientId: counting(2),
  channelSecret: counting(3),
  suite: 1,
  issuedMs: startMs,
  validUntilMs: startMs,
  rights: 1,
  serial: 9,
};
const chunk = { transfer: counting(1, 16), index: 1, offset: 2 ** 40, size: 2 ** 41, name: 'a.bin', sha256: counting(2) };
const parser = (name: string, feed: (bytes: Uint8Array) => unknown, ...corpus: readonly Uint8Array[]): FuzzTarget => ({
  name,
  feed,
  corpus,
});

const nothing = (): void => undefined;
const deaf: wire.FrameVisitor = {
  ...{ open: nothing, refused: nothing, accepted: nothing, goOn: nothing, stored: nothing, credit: nothing, config: nothing },
  ...{ request: nothing, reply: nothing, presence: nothing, heartbeat: nothing, rekey: nothing, stop: nothing, unknown: nothing },
  run: (_handle, _first, _created, _stored, _lifetime, _skipped, bodies, count) => {
    let seen = 0;
    wire.eachBody(bodies, () => (seen += 1));
    if (seen !== count) throw new Error('a run whose bodies and count differ');
    wire.sliceBodies(bodies, 1);
  },
};

const head = { seq: 0, start: 0 };

/** Parsers of plain bytes: microseconds a frame. */
export const plainTargets: readonly FuzzTarget[] = [
  ...Object.entries(byKind).map(([kind, corpus]) => parser(`decodeEnvelope of a ${kind}`, wire.decodeEnvelope, ...corpus)),
  parser('readRecordHead', (bytes) => wire.readRecordHead(bytes, head), ...records),
  parser('scanFrames', (bytes) => wire.scanFrames(bytes, deaf), ...plaintexts),
  parser('decodeSignedManifest', wire.decodeSignedManifest, wire.encodeSignedManifest(fleet.manifest.signed)),
  parser('decodeManifest', wire.decodeManifest, fleet.manifest.signed.manifest),
  parser('decodeGrantBody', wire.decodeGrantBody, wire.encodeGrantBody(body)),
  parser('decodeTicketBody', wire.decodeTicketBody, wire.encodeTicketBody(ticket)),
  parser(
    'decodePayload',
    wire.decodePayload,
    wire.encodePayload({ contentType: 'text/plain', data: counting(0, 40) }),
    wire.encodePayload({ contentType: '', data: counting(0, 40), file: chunk }),
  ),
  parser(
    'decodeRpcBatch',
    wire.decodeRpcBatch,
    wire.encodeRpcBatch({
      calls: [{ id: 1, pattern: 'auth.authorize', timeoutMs: 9, body: counting(0, 50), trace: 'x' }],
      answers: [{ id: 1, code: 0, body: counting(0, 9) }],
    }),
  ),
  parser(
    'decodeAuthorizeCall',
    wire.decodeAuthorizeCall,
    wire.encodeAuthorizeCall({ request: byKind.channel_request[0]!, source: 'tcp:127.0.0.1', validUntilMs: startMs }),
  ),
  parser(
    'decodeAuthorizeAnswer',
    wire.decodeAuthorizeAnswer,
    wire.encodeAuthorizeAnswer({ code: 0, spki: adam.public.spki, rights: 1, serial: 9, known: true }),
  ),
  parser(
    'decodeEpochList',
    wire.decodeEpochList,
    wire.encodeEpochList([{ id: 1, key: counting(1), notBeforeMs: 1, issueUntilMs: 2, acceptUntilMs: 3 }]),
  ),
  parser('decodeKeyringCall', wire.decodeKeyringCall, wire.encodeKeyringCall(counting(1))),
  parser('decodeKeyringAnswer', wire.decodeKeyringAnswer, wire.encodeKeyringAnswer(counting(1, 90))),
  parser('decodeManifestAnswer', wire.decodeManifestAnswer, wire.encodeManifestAnswer(counting(1, 90))),
  parser(
    'decodeLookupCall',
    wire.decodeLookupCall,
    wire.encodeLookupCall({ clientIds: [counting(1), counting(2)], viewers: [counting(3), counting(3)] }),
  ),
  parser('decodeLookupAnswer', wire.decodeLookupAnswer, wire.encodeLookupAnswer([0, 1, 2])),
  parser('decodeFleetCall', wire.decodeFleetCall, ...fleetCalls.map((call) => wire.encodeFleetCall(call))),
  parser('decodeFleetAnswer', wire.decodeFleetAnswer, wire.encodeFleetAnswer(fleetAnswer)),
  parser('decodeAdminCall', wire.decodeAdminCall, ...adminCalls.map((call) => wire.encodeAdminCall(call))),
  parser('decodeAdminAnswer', wire.decodeAdminAnswer, ...adminAnswers.map((answer) => wire.encodeAdminAnswer(answer))),
];

/**
 * Whole steps of the protocol, from the bytes of a message on. Most frames end where the cryptography says no; one in sixteen is
 * mutated behind it, as only the holder of the keys could.
 */
export const stepTargets = (): readonly FuzzTarget[] => [
  openGrantTarget(),
  acceptAttachTarget(),
  receiveTarget('client'),
  receiveTarget('router'),
  openAdminCallTarget(),
];

/** Mutated calls, and one in sixteen mutated before it is sealed, as only an operator's client could. */
function openAdminCallTarget(): FuzzTarget {
  let count = 0;
  const recipient = { fleet: fleet.fleet, keyId: fleet.auth.service.keyId, exchangeKey: fleet.auth.exchange };
  const aad = Buffer.concat([recipient.fleet, recipient.keyId]);
  const sealed = sealedAdminCall();
  const { sealed: call } = wire.decodeSealedAdminCall(sealed)!;
  const plaintext = hpkeOpen(recipient.exchangeKey, label('admin-call'), aad, call)!;
  return parser(
    'openAdminCall',
    (bytes) => {
      let message = bytes;
      if ((count += 1) % 16 === 0)
        message = wire.encodeSealedAdminCall({
          keyId: recipient.keyId,
          sealed: hpkeSeal(recipient.exchangeKey.publicKey, label('admin-call'), aad, bytes),
        });
      const signed = openAdminCall(message, recipient);
      if (signed !== undefined) verifyAdminCall(signed, recipient.fleet, recipient.keyId, adam.public);
    },
    sealed,
    plaintext,
  );
}

/** The signature check is replaced by its answer, which costs nothing then: what is looked at is our own code before and behind it. */
function openGrantTarget(): FuzzTarget {
  let count = 0;
  const known = { ...fleet.manifest };
  return parser(
    'openGrant',
    (bytes) => {
      const envelope = wire.decodeEnvelope(bytes);
      if (envelope?.kind !== 'channel_grant') return;
      const { verify } = PublicIdentity.prototype;
      const proven = (count += 1) % 16 === 0;
      PublicIdentity.prototype.verify = () => proven;
      try {
        openGrant(requests[0]!, proven ? { ...envelope.value, requestHash: requests[0]!.hash } : envelope.value, startMs, known);
      } finally {
        PublicIdentity.prototype.verify = verify;
      }
    },
    ...grants.map((value) => encoded({ kind: 'channel_grant', value: { ...value, manifest: undefined } })),
    byKind.channel_grant[0]!,
  );
}

function acceptAttachTarget(): FuzzTarget {
  const router = fleet.router();
  const key = X25519Key.generate();
  const ephemeral = { publicKey: key.publicKey, agree: (peer: Uint8Array) => key.agree(peer), wipe: nothing } as unknown as X25519Key; // not wiped
  const macKey = attachMacKey(fleet.fleet, fleet.routers[0]!.service.exchangeKey);
  const proofKey = hkdf(channel.secret, new Uint8Array(0), label('attach'), 64).subarray(32);
  let count = 0;
  return parser(
    'acceptAttach',
    (bytes) => {
      const envelope = wire.decodeEnvelope(bytes);
      if (envelope?.kind !== 'attach') return;
      let { value } = envelope;
      if ((count += 1) % 16 === 0) {
        const transcript = label('attach-hash', fleet.fleet, value.router, value.salt, value.x25519, vector(value.ticket));
        const mac = hmacSha256(macKey, transcript).subarray(0, 16);
        value = { ...value, mac, proof: hmacSha256(proofKey, transcript, mac) };
      }
      acceptAttach(value, router, fleet.tickets, ephemeral, startMs);
    },
    byKind.attach[0]!,
  );
}

/** A session of `role` with its streams behind it: records as they come from the network, and authentic ones with hostile frames. */
function receiveTarget(role: 'client' | 'router'): FuzzTarget {
  const random = new Seeded(5);
  const window = { messages: 1_000, bytes: 1_000_000 };
  const answerer = role === 'client' ? new Uint8Array(0) : counting(9);
  const incoming = new IncomingStreams(window, { skipped: nothing });
  const outgoing = new OutgoingStreams<number>(nothing);
  const stream = outgoing.stream('a', counting(1), 'durable', () => counting(2, 16));
  let session: Session;
  let peer: Session;
  let sent = 0;
  const renew = (): void => {
    session = new Session(role, trafficOf(), testSettings, 0, Infinity);
    peer = new Session(role === 'client' ? 'router' : 'client', trafficOf(), testSettings, 0, Infinity);
    incoming.attached();
    outgoing.attached();
    outgoing.send(stream, counting(0, 20), (sent += 1), 0);
    outgoing.pump(session.out, testSettings, 0);
    incoming.writeAcks(session.out);
    session.flush(0);
  };
  renew();
  return parser(
    `Session.receive of a ${role}`,
    (plaintext) => {
      let record: Uint8Array;
      if (random.oneIn(4)) {
        // frames with a hostile inside, sealed by their rightful sender
        const bytes = plaintext.subarray(0, wire.limits.recordBytes);
        (peer.out as unknown as { take(): Uint8Array; readonly length: number }).take = () => bytes;
        peer.out.heartbeat(0);
        record = peer.flush(0)!;
        delete (peer.out as unknown as { take?: unknown }).take;
        peer.out.take();
      } else record = plaintext;
      session.receive(record, 0, {
        open: (handle, sender, id, deliveryClass) => stop(incoming.open(handle, sender, id, deliveryClass)),
        run: (handle, first, created, stored, _lifetime, skipped, bodies, count) =>
          stop(incoming.run(handle, first, created, stored, skipped, bodies, count)),
        refused: (handle, first, last, code) => outgoing.refused(handle, first, last, code, 0),
        accepted: (handle, upTo) => outgoing.accepted(handle, upTo),
        goOn: (handle) => outgoing.goOn(handle),
        stored: nothing,
        credit: nothing,
        request: (id) => {
          if (!session.out.wouldOverflow(wire.replySizeBound(0))) session.out.reply(id, 0, answerer, new Uint8Array(0));
        },
        reply: nothing,
        presence: nothing,
        settings: nothing,
      });
      for (let message = incoming.next(); message !== undefined; message = incoming.next()) incoming.done(message);
      incoming.writeAcks(session.out);
      session.flush(0);
      if (session.closed !== undefined || session.records.received > 50) renew();
    },
    ...plaintexts,
    ...records,
  );
  function stop(reason: wire.ErrorReason | undefined): void {
    if (reason !== undefined) session.stop(reason, 0);
  }
}
