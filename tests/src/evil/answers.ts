import { connect } from '@keyway/client';
import { hkdf, label, openTicket, randomBytes, sha256, X25519Key } from '@keyway/crypto';
import { deriveTraffic } from '@keyway/session';
import { codeOf, decodeTicketBody, encodeEnvelope, suiteIds, type Attached } from '@keyway/wire';
import { aKey, reasonOf } from '../harness/places.js';
import { bugsOf, type Arena, type Row } from './bug.js';
import type { Accepting, Answer, HostileFleet } from './hostile-fleet.js';
import { flipped, smallPoints } from './keys.js';
import { bin, num } from './protobuf.js';

type Does = (accepting: Accepting) => Answer;

const stepMs = 200;

/** The real SDK greets an evil router. */
export const answerArena = (fleet: HostileFleet): Arena<Does> => ({
  honest: 'succeeded',
  async play(bug) {
    let [said, meant]: (readonly Uint8Array[])[] = [[], []];
    fleet.grants = (granting) => [granting.grant()];
    fleet.accepts = (accepting) => {
      meant = [bytesOf(accepting.accepted.answer)];
      const answer = bug?.(accepting) ?? meant;
      said = typeof answer === 'string' ? [] : answer.map((message) => new Uint8Array(message));
      return answer;
    };
    const attempt = connect({ fleet: fleet.address, identity: aKey(), stepMs: bug === silent ? stepMs : 5_000 });
    const outcome = await reasonOf(attempt.then((client) => client.close()));
    return { outcome, said: said!, meant: meant! };
  },
});

const none = new Uint8Array(0);
const bytesOf = (value: Attached): Uint8Array => encodeEnvelope({ kind: 'attached', value });
const changes =
  (change: (answer: Attached, accepting: Accepting) => Partial<Attached>): Does =>
  (accepting) => {
    const { answer } = accepting.accepted;
    return [bytesOf({ ...answer, ...change(answer, accepting) })];
  };

interface Values {
  readonly psk?: Uint8Array;
  readonly es?: Uint8Array;
  readonly ee?: Uint8Array;
  readonly suite?: number;
  readonly helloHash?: Uint8Array;
  /** What is sent as the router's key. */
  readonly x25519?: Uint8Array;
}
/** docs/protocol.md, "Attaching", with values in place of the right ones: the confirmation fits what the router pretends. */
const confirms =
  (values: Values | ((accepting: Accepting) => Values) = {}): Does =>
  (accepting) => {
    const { fleet, hello } = accepting;
    const ticket = decodeTicketBody(openTicket(fleet.tickets, Date.now(), fleet.root.public.fingerprint, hello.ticket)!)!;
    const ephemeral = X25519Key.generate();
    const ticketVector = Buffer.concat([Uint8Array.of(hello.ticket.length >>> 8, hello.ticket.length & 0xff), hello.ticket]);
    const transcript = label('attach-hash', fleet.root.public.fingerprint, hello.router, hello.salt, hello.x25519, ticketVector);
    const all = {
      psk: hkdf(ticket.channelSecret, none, label('attach'), 64).subarray(0, 32),
      es: fleet.router.exchange.agree(hello.x25519)!,
      ee: ephemeral.agree(hello.x25519)!,
      suite: ticket.suite,
      helloHash: sha256(transcript, hello.mac, hello.proof),
      x25519: ephemeral.publicKey,
      ...(typeof values === 'function' ? values(accepting) : values),
    };
    const { confirm } = deriveTraffic(all.suite, all.psk, all.es, all.ee, all.helloHash, all.x25519)!;
    return [bytesOf({ x25519: all.x25519, confirm })];
  };
const says =
  (...messages: readonly Uint8Array[]): Does =>
  () =>
    messages;
const refuses = (code: number): Does =>
  says(encodeEnvelope({ kind: 'refusal', value: { code, requestHash: none, timeMs: 1, retryAfterMs: 0 } }));
const silent: Does = () => [];
const zeros = new Uint8Array(32);

const rows: readonly Row<Does>[] = [
  ['T1', 'made by hand, and right', confirms(), 'succeeded'],
  ...smallPoints.map((x25519, i): Row<Does> => [
    'T1',
    `X25519 point ${i} of small order, and zeros as the secret`,
    confirms({ x25519, ee: zeros }),
    'router_unproven',
  ]),
  ['T1', 'without the key of the router', confirms((a) => ({ es: X25519Key.generate().agree(a.hello.x25519)! })), 'router_unproven'],
  ['T1', 'with zeros for the key of the router', confirms({ es: zeros }), 'router_unproven'],
  ['T6', 'without the secret of the channel', confirms({ psk: randomBytes(32) }), 'router_unproven'],
  ['T6', 'with zeros for the secret of the channel', confirms({ psk: zeros }), 'router_unproven'],
  ['T16', 'without a key of this session', confirms({ ee: randomBytes(32) }), 'router_unproven'],
  ['T13', 'another suite than the channel has', confirms({ suite: suiteIds.CHACHA20_POLY1305 }), 'router_unproven'],
  ['T7', 'the answer to another hello', confirms({ helloHash: randomBytes(32) }), 'router_unproven'],
  ['T1', 'one bit of the confirmation changed', changes((a) => ({ confirm: flipped(a.confirm) })), 'router_unproven'],
  ['T1', 'a confirmation of zeros', changes(() => ({ confirm: zeros })), 'router_unproven'],
  ['T1', 'another key than it confirms', changes(() => ({ x25519: X25519Key.generate().publicKey })), 'router_unproven'],
  ['T9', 'the key of the client sent back', changes((_a, { hello }) => ({ x25519: hello.x25519 })), 'router_unproven'],
  ['T24', 'a confirmation of 31 bytes', changes((a) => ({ confirm: a.confirm.subarray(1) })), 'router_unproven'],
  ['T24', 'no key', changes(() => ({ x25519: none })), 'router_unproven'],
  ['T9', 'the hello sent back', ({ hello }) => [encodeEnvelope({ kind: 'attach', value: hello })], 'router_unproven'],
  ['T23', 'a record at once', says(bin(8, randomBytes(60))), 'router_unproven'],
  ['T23', 'a manifest', ({ fleet }) => [encodeEnvelope({ kind: 'manifest', value: fleet.manifest().signed })], 'router_unproven'],
  ['T24', 'bytes behind the message', ({ accepted }) => [Buffer.concat([bytesOf(accepted.answer), Buffer.of(0)])], 'router_unproven'],
  ['T25', '4,097 bytes', ({ accepted }) => [bin(7, bytesOf(accepted.answer).subarray(2), bin(99, randomBytes(4_096)))], 'router_unproven'],
  ['T24', 'what is nothing', says(num(12, 1)), 'router_unproven'],
  ['T6', 'unauthorised, for a channel that is new', refuses(codeOf('unauthorised')), 'unauthorised'],
  ['T36', 'draining', refuses(codeOf('session_draining')), 'session_draining'],
  ['T24', 'a refusal that nobody knows', refuses(77_777), 'unavailable'],
  ['T36', 'silence', silent, 'timed_out'],
  ['T36', 'hangs up', () => 'hangs up', 'peer_unreachable'],
  ['T7', 'its answer twice', ({ accepted }) => [bytesOf(accepted.answer), bytesOf(accepted.answer)], 'succeeded'],
];

export const answerBugs = bugsOf('router', 'attached', rows);
