import { hkdf, hmacSha256, label, randomBytes, X25519Key } from '@keyway/crypto';
import { attachMacKey, beginAttach, servicesOf, type Channel } from '@keyway/session';
import { encodeEnvelope, type Attach } from '@keyway/wire';
import { sayTo, wordOf } from '../harness/stranger.js';
import { bugsOf, type Arena, type Row } from './bug.js';
import { flipped, smallPoints } from './keys.js';
import { bin, num } from './protobuf.js';

const none = new Uint8Array(0);
const u16 = (value: number): Uint8Array => Uint8Array.of(value >>> 8, value & 0xff);

/** A client that is about to attach. */
export class Greeting {
  readonly fleet: Uint8Array;
  readonly router: { readonly keyId: Uint8Array; readonly exchangeKey: Uint8Array };
  readonly honest: Attach;

  constructor(
    readonly channel: Channel,
    /** Of somebody else. */
    readonly foreign: Channel,
  ) {
    this.fleet = channel.manifest.manifest.fleet;
    this.router = servicesOf(channel.manifest.manifest, 'router')[0]!;
    this.honest = beginAttach(channel, this.router, X25519Key.generate(), randomBytes(32))!.hello;
  }

  /** Changed on the way. */
  changed(change: Partial<Attach>): Uint8Array {
    return encodeEnvelope({ kind: 'attach', value: { ...this.honest, ...change } });
  }

  /** Changed, with a MAC and a proof that fit, unless made with the wrong values. */
  proven(
    change: Partial<Attach>,
    { fleet = this.fleet, exchangeKey = this.router.exchangeKey, secret = this.channel.secret } = {},
  ): Uint8Array {
    const hello = { ...this.honest, ...change };
    const ticket = Buffer.concat([u16(hello.ticket.length), hello.ticket]);
    const transcript = label('attach-hash', fleet, hello.router, hello.salt, hello.x25519, ticket);
    const mac = hmacSha256(attachMacKey(fleet, exchangeKey), transcript).subarray(0, 16);
    const proofKey = hkdf(secret, none, label('attach'), 64).subarray(32);
    return encodeEnvelope({ kind: 'attach', value: { ...hello, mac, proof: hmacSha256(proofKey, transcript, mac) } });
  }
}

type Greet = (greeting: Greeting) => Uint8Array;

/** Evil clients greet the real router. */
export const helloArena = (port: number, channel: Channel, foreign: Channel): Arena<Greet> => ({
  honest: 'attached',
  async play(bug) {
    const greeting = new Greeting(channel, foreign);
    const meant = greeting.changed({});
    const said = bug?.(greeting) ?? greeting.proven({}); // which shows that what bugs are made with is right
    const outcome = wordOf(await sayTo(port, said));
    return { outcome, said: [said], meant: [meant] };
  },
});

const refusedFor = (reason: string): string => `router router_attach_refused_total{reason="${reason}"}`;
const [misaddressed, unproven] = [refusedFor('malformed'), refusedFor('unauthorised')];
const unread = 'router router_malformed_total';
const forbidden = (kind: string): string => `router router_forbidden_total{kind="${kind}"}`;
const ticketAt = { epoch: 0, salt: 4, body: 40 } as const;

const rows: readonly Row<Greet>[] = [
  ['T8', 'for another router', (g) => g.proven({ router: randomBytes(32) }), 'unauthorised', misaddressed],
  ['T8', 'readdressed behind its back', (g) => g.changed({ router: flipped(g.honest.router) }), 'unauthorised', misaddressed],
  ['T8', 'with the exchange key of another router', (g) => g.proven({}, { exchangeKey: randomBytes(32) }), 'unauthorised', misaddressed],
  ['T1', 'for a router of another fleet', (g) => g.proven({}, { fleet: randomBytes(32) }), 'unauthorised', misaddressed],
  ['T6', 'one bit of the MAC changed', (g) => g.changed({ mac: flipped(g.honest.mac) }), 'unauthorised', misaddressed],
  ['T6', 'a MAC of zeros', (g) => g.changed({ mac: new Uint8Array(16) }), 'unauthorised', misaddressed],
  ['T7', 'an old MAC over a new salt', (g) => g.changed({ salt: randomBytes(32) }), 'unauthorised', misaddressed],
  ['T6', 'one bit of the proof changed', (g) => g.changed({ proof: flipped(g.honest.proof) }), 'unauthorised', unproven],
  ['T6', 'a proof of zeros', (g) => g.changed({ proof: new Uint8Array(32) }), 'unauthorised', unproven],
  ['T6', 'a proof with another secret', (g) => g.proven({}, { secret: randomBytes(32) }), 'unauthorised', unproven],
  ['T6', 'a proof with a secret of zeros', (g) => g.proven({}, { secret: new Uint8Array(32) }), 'unauthorised', unproven],
  ['T6', 'the ticket of somebody else', (g) => g.proven({ ticket: g.foreign.ticket }), 'unauthorised', unproven],
  ['T6', 'a ticket that was cut short', (g) => g.proven({ ticket: g.channel.ticket.subarray(0, -1) }), 'unauthorised', unproven],
  ['T6', 'the first half of a ticket', (g) => g.proven({ ticket: g.channel.ticket.subarray(0, 60) }), 'unauthorised', unproven],
  ['T6', 'a ticket of one byte', (g) => g.proven({ ticket: Uint8Array.of(7) }), 'unauthorised', unproven],
  [
    'T6',
    'a ticket with a byte behind it',
    (g) => g.proven({ ticket: Buffer.concat([g.channel.ticket, Buffer.of(0)]) }),
    'unauthorised',
    unproven,
  ],
  ...Object.entries(ticketAt).map(([where, at]): Row<Greet> => [
    'T6',
    `a ticket with one bit of its ${where} changed`,
    (g) => g.proven({ ticket: flipped(g.channel.ticket, at) }),
    'unauthorised',
    unproven,
  ]),
  [
    'T6',
    'a ticket with one bit of its tag changed',
    (g) => g.proven({ ticket: flipped(g.channel.ticket, g.channel.ticket.length - 1) }),
    'unauthorised',
    unproven,
  ],
  ['T6', 'a ticket of 512 random bytes', (g) => g.proven({ ticket: randomBytes(512) }), 'unauthorised', unproven],
  [
    'T6',
    'an epoch that nobody knows, with a secret of zeros',
    (g) => g.proven({ ticket: randomBytes(200) }, { secret: new Uint8Array(32) }),
    'unauthorised',
    unproven,
  ],
  ['T24', 'no ticket', (g) => g.changed({ ticket: none }), 'closed', unread],
  ['T24', 'a ticket of 513 bytes', (g) => g.changed({ ticket: randomBytes(513) }), 'closed', unread],
  ['T24', 'a salt of 31 bytes', (g) => g.changed({ salt: randomBytes(31) }), 'closed', unread],
  ['T24', 'a MAC of 15 bytes', (g) => g.changed({ mac: g.honest.mac.subarray(1) }), 'closed', unread],
  ['T24', 'a proof of 33 bytes', (g) => g.changed({ proof: randomBytes(33) }), 'closed', unread],
  ['T24', 'a router of 16 bytes', (g) => g.changed({ router: randomBytes(16) }), 'closed', unread],
  ...smallPoints.map((x25519, i): Row<Greet> => [
    'T1',
    `X25519 point ${i} of small order`,
    (g) => g.proven({ x25519 }),
    'unauthorised',
    misaddressed,
  ]),
  ['T24', 'bytes behind the message', (g) => Buffer.concat([g.changed({}), Buffer.of(0)]), 'closed', unread],
  ['T24', 'twice in one message', (g) => Buffer.concat([g.changed({}), g.changed({})]), 'closed', unread],
  ['T25', 'one byte less than it announces', (g) => g.changed({}).subarray(0, -1), 'closed', unread],
  ['T25', '4,097 bytes', (g) => bin(6, g.changed({}).subarray(3), bin(99, randomBytes(4_096))), 'closed', unread],
  ['T23', 'an answer instead of a hello', () => bin(7, bin(1, randomBytes(32)), bin(2, randomBytes(32))), 'closed', forbidden('attached')],
  ['T23', 'a request for a channel, to a router', () => bin(1, randomBytes(100)), 'closed', forbidden('channel_request')],
  ['T23', 'a record before the hello', () => bin(8, randomBytes(40)), 'closed', forbidden('record')],
  ['T24', 'nothing of the protocol, to a router', () => num(12, 1), 'closed', unread],
];

export const helloBugs = bugsOf('client', 'hello', rows);
