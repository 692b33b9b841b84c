import type { FrameWriter } from '@keyway/wire';
import type { StreamFrames } from './inbound.js';
import type { Session } from './session.js';
import { testSettings } from './testing/fleet.js';
import { counting } from './testing/keys.js';
import { sessions } from './testing/sessions.js';
import { ignore, listing } from './testing/visitor.js';

const id = counting(1);
const key = counting(2, 16);
const none = new Uint8Array(0);
const body = counting(3, 20);
/** One record from `session`, with what `write` writes. */
function say(session: Session, now: number, write: (out: FrameWriter) => void): Uint8Array {
  write(session.out);
  return session.flush(now)!;
}

describe('T23: a peer that speaks out of its role ends its session with frame_forbidden', () => {
  const frames: Record<string, (out: FrameWriter) => void> = {
    refused: (out) => out.refused(1, 1, 0, 4005),
    accepted: (out) => out.accepted(1, 1),
    goOn: (out) => out.goOn(1),
    config: (out) => out.config(0, testSettings),
    stored: (out) => out.stored(1, 1),
    credit: (out) => out.credit(1, 1),
    presence: (out) => out.presence(id, true, 0),
  };
  const routers = ['refused', 'accepted', 'goOn', 'config', 'presence'];
  it.each(Object.keys(frames))('%s', (kind) => {
    const { client, router } = sessions();
    const [may, mayNot] = routers.includes(kind) ? [router, client] : [client, router];
    const [hears, refuses] = may === router ? [client, router] : [router, client];
    expect(hears.receive(say(may, 0, frames[kind]!), 0, ignore)).toBe('taken');
    const seen = listing();
    const record = say(mayNot, 0, (out) => {
      frames[kind]!(out);
      out.open(1, new Uint8Array(32), new Uint8Array(16), 0);
    });
    expect([refuses.receive(record, 0, seen), refuses.closed, seen.kinds]).toEqual(['closed', 'frame_forbidden', []]);
  });
  it.each<[string, (out: FrameWriter) => void]>([
    ['open', (out) => out.open(1, new Uint8Array(32), new Uint8Array(16), 0)],
    ['run', (out) => out.run(1, 1, 0, 0, 0, 1, new Uint8Array(0))],
    ['heartbeat', (out) => out.heartbeat(0)],
    ['rekey', (out) => out.rekey()],
  ])('but both may say %s', (_, write) => {
    const { client, router } = sessions();
    expect([router.receive(say(client, 0, write), 0, ignore), client.receive(say(router, 0, write), 0, ignore)]).toEqual([
      'taken',
      'taken',
    ]);
  });
});

describe('a request', () => {
  const ask = (source: Uint8Array, attempt: number) => (out: FrameWriter) => out.request(7, 'billing.eu', 500, key, source, attempt, body);

  it.each<[string, 'client' | 'router', Uint8Array, number]>([
    ['of a client comes without a source and an attempt', 'router', none, 0],
    ['for a worker names who asks, and the attempt', 'client', id, 1],
    ['for a worker may be a later attempt', 'client', id, 5],
  ])('%s', (_, hears, source, attempt) => {
    const ends = sessions();
    const seen: unknown[] = [];
    const visitor: StreamFrames = { ...ignore, request: (...frame) => void seen.push(...frame) };
    const record = say(ends[hears === 'client' ? 'router' : 'client'], 0, ask(source, attempt));
    expect(ends[hears].receive(record, 0, visitor)).toBe('taken');
    expect(seen.map((field) => (field instanceof Uint8Array ? Buffer.from(field) : field))).toEqual([
      7,
      'billing.eu',
      500,
      Buffer.from(key),
      Buffer.from(source),
      attempt,
      Buffer.from(body),
    ]);
  });

  it.each<[string, 'client' | 'router', Uint8Array, number]>([
    ['a client that says who asks', 'router', id, 0],
    ['a client that says how often it was tried', 'router', none, 1],
    ['a router that does not say who asks', 'client', none, 1],
    ['a router that does not say how often it was tried', 'client', id, 0],
  ])('%s ends its session as malformed', (_, hears, source, attempt) => {
    const ends = sessions();
    const seen = listing();
    const record = say(ends[hears === 'client' ? 'router' : 'client'], 0, (out) => [
      ask(source, attempt)(out),
      out.heartbeat(0),
      out.open(1, id, key, 0),
    ]);
    expect([ends[hears].receive(record, 0, seen), ends[hears].closed, seen.kinds]).toEqual(['closed', 'malformed', []]);
  });
});

describe('a reply', () => {
  it.each<['client' | 'router', Uint8Array, string]>([
    ['client', id, 'taken'],
    ['client', none, 'malformed'],
    ['router', none, 'taken'],
    ['router', id, 'malformed'],
  ])('to a %s with a source of $1.length bytes: %#', (hears, source, outcome) => {
    const ends = sessions();
    const seen = listing();
    const record = say(ends[hears === 'client' ? 'router' : 'client'], 0, (out) => out.reply(7, 4012, source, body));
    const received = ends[hears].receive(record, 0, seen);
    expect([ends[hears].closed ?? received, seen.kinds]).toEqual([outcome, outcome === 'taken' ? ['reply'] : []]);
  });
});

it('behind a Stop no request, reply or presence is handled', () => {
  const { client, router } = sessions();
  const seen = listing();
  const record = say(router, 0, (out) => [
    out.stop(3005, 0, 0),
    out.request(1, 'a', 1, key, id, 1, none),
    out.reply(1, 0, id, none),
    out.presence(id, true, 0),
  ]);
  expect([client.receive(record, 0, seen), client.closed, seen.kinds]).toEqual(['closed', 'session_draining', []]);
});
