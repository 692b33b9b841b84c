import { randomBytes, X25519Key } from '@keyway/crypto';
import { acceptAttach, beginAttach, finishAttach, Session, type Channel } from '@keyway/session';
import { dayMs, startMs, TestFleet, testSettings } from '@keyway/session/testing';
import { codeOf } from '@keyway/wire';
import { aKey } from '../harness/places.js';
import { deaf } from '../harness/stranger.js';
import { bugsOf, type Arena, type Row } from './bug.js';
import * as f from './frames.js';
import { frameWords, HandSession } from './hand-session.js';

/** A record, and when it is said, in milliseconds since the attach. */
type Spoken = readonly [record: Uint8Array, atMs: number];
type Speak = (end: HandSession) => readonly Spoken[];

const limits = { records: 4, ms: 1_000 };
/** Speaks for as long as it takes a machine with those limits to be sick of it. */
const often = 9;
const fleet = new TestFleet();
const identity = aKey();
const channel = fleet.channel(identity);
const leaseMs = channel.validUntilMs - startMs;

interface Ends {
  readonly evil: HandSession;
  readonly machine: Session;
}

/** @param role - of the honest end. */
function ends(role: 'client' | 'router'): Ends {
  const pending = beginAttach(channel, fleet.routers[0]!.service, X25519Key.generate(), randomBytes(32))!;
  const accepted = acceptAttach(pending.hello, fleet.router(), fleet.tickets, X25519Key.generate(), startMs);
  if (typeof accepted === 'string') throw new Error(accepted);
  const client = finishAttach(pending, accepted.answer);
  if (typeof client === 'string') throw new Error(client);
  const [honest, evil] = role === 'router' ? [accepted.traffic, client] : [client, accepted.traffic];
  const validUntilMs = role === 'router' ? channel.validUntilMs : Infinity;
  return {
    evil: new HandSession(role === 'router' ? 'client' : 'router', evil),
    machine: new Session(role, honest, testSettings, startMs, validUntilMs, limits),
  };
}

/** The machine of either end, with a clock that a test moves: what takes hours, or a million records. */
export const machineArena = (role: 'client' | 'router'): Arena<Speak> => ({
  honest: 'taken',
  play(bug) {
    const { evil, machine } = ends(role);
    const meant = [evil.sealed(evil.next, f.heartbeat()), timeOf(0)];
    const spoken = (bug ?? honest)(evil);
    let outcome = '';
    for (const [record, atMs] of spoken) {
      const received = machine.receive(record, startMs + atMs, deaf);
      const answer = received === 'closed' ? machine.flush(startMs + atMs) : undefined;
      const [last] = answer === undefined ? [] : frameWords(evil.open(answer)!).slice(-1);
      outcome = last ?? received;
    }
    return Promise.resolve({ outcome, said: spoken.flatMap(([record, atMs]) => [record, timeOf(atMs)]), meant });
  },
});

const timeOf = (atMs: number): Uint8Array => Buffer.from(String(atMs));
const honest: Speak = (end) => [[end.record(f.heartbeat()), 0]];
const spent: readonly Row<Speak>[] = [
  [
    'T11',
    `${often} records without a rekey, where ${limits.records} are the rule`,
    (end) => Array.from({ length: often }, () => [end.record(f.heartbeat()), 0]),
    'stop key_spent',
  ],
  ['T12', 'keys for twice as long as they may live', (end) => [[end.record(f.heartbeat()), 2 * limits.ms + 1]], 'stop key_spent'],
  ['T36', 'silence, and then a word', (end) => [[end.record(f.heartbeat()), testSettings.timeoutMs]], 'stop session_idle'],
  ['T36', 'junk as a sign of life', (end) => [...junk(), [end.record(f.heartbeat()), testSettings.timeoutMs]], 'stop session_idle'],
  [
    'T10',
    'a word behind its Stop',
    (end) => [
      [end.record(f.stop(codeOf('session_closed'))), 0],
      [end.record(f.heartbeat()), 0],
    ],
    'closed',
  ],
];

export const machineBugs = {
  client: bugsOf('client', 'session', [
    ...spent,
    ['T30', 'a word behind the end of its lease', (end) => [[end.record(f.heartbeat()), leaseMs]], 'stop channel_expired'],
  ]),
  router: bugsOf('router', 'session', spent),
};

/** Unsealed, or sealed by somebody: it comes again and again. */
function junk(): readonly Spoken[] {
  const { evil } = ends('router');
  return Array.from({ length: 10 }, (_, i): Spoken => [evil.sealed(1, f.heartbeat()), (i * testSettings.timeoutMs) / 10]);
}

type Late = (channel: Channel) => { readonly channel?: Partial<Channel>; readonly atMs?: number };

/** A hello that reaches the door of a router at any time. */
export const doorArena: Arena<Late> = {
  honest: 'accepted',
  play(bug) {
    const { channel: change = {}, atMs = startMs } = bug?.(channel) ?? {};
    const { hello } = beginAttach({ ...channel, ...change }, fleet.routers[0]!.service, X25519Key.generate(), randomBytes(32))!;
    const accepted = acceptAttach(hello, fleet.router(), fleet.tickets, X25519Key.generate(), atMs);
    const when = Uint8Array.of(Math.sign(atMs - startMs) + 1);
    return Promise.resolve({
      outcome: typeof accepted === 'string' ? accepted : 'accepted',
      said: [hello.ticket, when],
      meant: [channel.ticket, Uint8Array.of(1)],
    });
  },
};

export const doorBugs = bugsOf<Late>('client', 'late hello', [
  ['T30', 'at the end of its lease', () => ({ atMs: channel.validUntilMs }), 'channel_expired'],
  ['T30', 'a day behind it', () => ({ atMs: channel.validUntilMs + dayMs }), 'channel_expired'],
  ['T31', 'when its ticket epoch is over', () => ({ atMs: startMs + 4 * dayMs }), 'unauthorised'],
  [
    'T32',
    'a ticket of a fleet that has begun anew',
    () => ({ channel: { ticket: new TestFleet(60).channel(identity).ticket } }),
    'unauthorised',
  ],
]);
