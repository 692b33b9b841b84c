import { findSuite, hkdf, label, sha256 } from '@keyway/crypto';
import * as wire from '@keyway/wire';
import { Session } from '../session.js';
import { deriveTraffic, directionBytes } from '../traffic.js';
import { dayMs, startMs, testSettings } from './fleet.js';
import { counting } from './keys.js';

/** What docs/protocol.md says of records, frames and bodies, as vectors. */
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Four records each way under one derivation; the second of the client says Rekey. */
export function records(suite: number): object {
  const input = { psk: counting(1), es: counting(2), ee: counting(3), helloHash: counting(4), routerEphemeral: counting(5) };
  const traffic = (): ReturnType<typeof deriveTraffic> =>
    deriveTraffic(suite, input.psk, input.es, input.ee, input.helloHash, input.routerEphemeral);
  const salt = sha256(label('traffic-hash', input.helloHash, input.routerEphemeral));
  const one = directionBytes(findSuite(suite)!);
  const okm = hkdf(Buffer.concat([input.psk, input.es, input.ee]), salt, label('traffic', Uint8Array.of(0, suite)), 2 * one + 32);
  const next = hkdf(okm.subarray(one - 32, one), new Uint8Array(0), label('rekey', Uint8Array.of(0, suite)), one);
  const rekey = { records: 2, ms: 1e9 };
  const client = new Session('client', traffic()!.traffic, testSettings, startMs, Infinity, rekey);
  const router = new Session('router', traffic()!.traffic, testSettings, startMs, startMs + dayMs);
  const say = (session: Session, write: (out: wire.FrameWriter) => void): object => {
    write(session.out);
    const isRekey = session === client && (session.records.sent + 1) % 2 === 0;
    const copy = new wire.FrameWriter();
    write(copy);
    if (isRekey) copy.rekey();
    const plaintext = hex(copy.take());
    const message = hex(session.flush(startMs)!);
    return { seq: session.records.sent, plaintext, message };
  };
  const body = wire.encodeBodies([new TextEncoder().encode('hello'), new TextEncoder().encode('world')]);
  return {
    suite,
    psk: hex(input.psk),
    es: hex(input.es),
    ee: hex(input.ee),
    helloHash: hex(input.helloHash),
    routerEphemeral: hex(input.routerEphemeral),
    okm: hex(okm),
    c2rAfterRekey: hex(next),
    c2r: [
      say(client, (out) => out.credit(8, 1_000)),
      say(client, (out) => [out.open(1, counting(0x10), counting(0x20, 16), 0), out.run(1, 1, startMs, 0, 60, 0, body)]),
      say(client, (out) => out.heartbeat(startMs)),
      say(client, (out) => out.stop(3006, startMs, 0)),
    ],
    r2c: [
      say(router, (out) => out.config(startMs, testSettings)),
      say(router, (out) => out.accepted(1, 2)),
      say(router, (out) => out.refused(1, 3, 0, 4005)),
    ],
  };
}

export function frames(): object {
  const one = (name: string, write: (out: wire.FrameWriter) => void): object => {
    const out = new wire.FrameWriter();
    write(out);
    return { name, bytes: hex(out.take()) };
  };
  const peer = counting(0x10);
  const stream = counting(0x20, 16);
  const none = new Uint8Array(0);
  const payload = wire.encodePayload({ contentType: 'text/plain', data: new TextEncoder().encode('hello') });
  const status = wire.encodeFleetCall({ kind: 'status', value: {} });
  const frame = (tag: string, inner: string): string => tag + hex(Uint8Array.of(inner.length / 2)) + inner;
  const key = `2210${'30'.repeat(16)}`;
  const bodies = wire.encodeBodies([Uint8Array.of(1, 2), new Uint8Array(0)]);
  return {
    frames: [
      one('Open handle 1 durable', (out) => out.open(1, peer, stream, 0)),
      one('Open handle 300 live', (out) => out.open(300, peer, stream, 1)),
      one('Run handle 1 from 1, two bodies', (out) => out.run(1, 1, startMs, 0, 0, 0, bodies)),
      one('Run handle 2 from 2^40, stored, lifetime 60 s', (out) => out.run(2, 2 ** 40, startMs, startMs + 5, 60, 0, bodies)),
      one('Run handle 1 from 3, 4 numbers skipped', (out) => out.run(1, 3, startMs, 0, 0, 4, new Uint8Array(0))),
      one('Refused handle 1 from 7, mailbox_full', (out) => out.refused(1, 7, 0, 4005)),
      one('Refused handle 2, live 3 to 5, recipient_offline', (out) => out.refused(2, 3, 5, 4004)),
      one('Accepted handle 1 up to 6', (out) => out.accepted(1, 6)),
      one('GoOn handle 1', (out) => out.goOn(1)),
      one('Stored handle 1 up to 9', (out) => out.stored(1, 9)),
      one('Credit 100 messages, 10000 bytes', (out) => out.credit(100, 10_000)),
      one('Config', (out) => out.config(startMs, testSettings)),
      one('Heartbeat', (out) => out.heartbeat(startMs)),
      one('Request 1 of a client', (out) => out.request(1, 'billing.eu', 10_000, counting(0x30, 16), none, 0, payload)),
      one('Request 7 to a worker, second attempt', (out) => out.request(7, 'billing.eu', 9_500, counting(0x30, 16), peer, 2, payload)),
      one('Request 2 of the fleet itself, status', (out) => out.request(2, 'keyway.fleet', 10_000, counting(0x31, 16), none, 0, status)),
      one('Reply 7 of a worker', (out) => out.reply(7, 0, none, payload)),
      one('Reply 1 to a client', (out) => out.reply(1, 0, peer, payload)),
      one('Reply 3, no_worker', (out) => out.reply(3, 4012, peer, none)),
      one('Presence, online', (out) => out.presence(peer, true, startMs)),
      one('Presence, gone', (out) => out.presence(peer, false, startMs)),
      one('Rekey', (out) => out.rekey()),
      one('Stop session_draining, back in 500 ms', (out) => out.stop(3005, startMs, 500)),
    ],
    malformed: [
      { why: 'a run with neither bodies nor a skip', bytes: '120408011001' },
      { why: 'a run with both', bytes: '12090801100130017a0101' },
      { why: 'a run with a field behind its bodies', bytes: '120708017a01011001' },
      { why: 'a length over what is there', bytes: '4a030805' },
      { why: 'a number of 2^53', bytes: '4a090880808080808080 10'.replace(' ', '') },
      { why: 'a frame that is no message', bytes: '0801' },
      { why: 'a request without a key', bytes: frame('52', '08011201611801' + '7a00') },
      { why: 'a request of a service in capitals', bytes: frame('52', `08011201411801${key}`) },
      { why: 'a request with a timeout of 0', bytes: frame('52', `0801120161${key}`) },
      { why: 'a reply to nothing', bytes: frame('5a', '1001') },
      { why: 'a reply whose source is no id', bytes: frame('5a', '08011a0101') },
      { why: 'a presence of nobody', bytes: frame('62', '1001') },
    ],
    unknown: [{ why: 'field 13, from a newer version, before a heartbeat', bytes: '6a030801014a020805' }],
  };
}

export function payloads(): readonly object[] {
  const of = (name: string, payload: wire.Payload): object => ({
    name,
    contentType: payload.contentType,
    data: hex(payload.data),
    ...(payload.file ? { file: { ...payload.file, transfer: hex(payload.file.transfer), sha256: hex(payload.file.sha256) } } : {}),
    bytes: hex(wire.encodePayload(payload)),
  });
  const transfer = counting(0x50, 16);
  const whole = new TextEncoder().encode('a file');
  return [
    of('text', { contentType: 'text/plain; charset=utf-8', data: new TextEncoder().encode('hello') }),
    of('bytes', { contentType: '', data: Uint8Array.of(0, 255) }),
    of('first piece of a file', {
      contentType: '',
      data: whole.subarray(0, 4),
      file: { transfer, index: 0, offset: 0, size: 6, name: 'a.txt', sha256: new Uint8Array(0) },
    }),
    of('last piece of a file', {
      contentType: '',
      data: whole.subarray(4),
      file: { transfer, index: 1, offset: 4, size: 6, name: '', sha256: sha256(whole) },
    }),
  ];
}
