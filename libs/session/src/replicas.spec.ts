import { hmacSha256, label, X25519Key } from '@keyway/crypto';
import type { Attach } from '@keyway/wire';
import { acceptAttach, attachMacKey, beginAttach, finishAttach, type AcceptedAttach } from './attach.js';
import { Session } from './session.js';
import { startMs, TestFleet, testSettings } from './testing/fleet.js';
import { counting, ed25519 } from './testing/keys.js';
import { ignore } from './testing/visitor.js';
import { vector } from './transcript.js';

const fleet = new TestFleet();
const replicas = [0, 1] as const;

/** A channel of each suite, attached to a router: both ends, and the hello. */
function attached(suite: number, index: number): { readonly hello: Attach; readonly client: Session; readonly router: Session } {
  const channel = fleet.channel(ed25519(50), { suite });
  const pending = beginAttach(channel, fleet.routers[index]!.service, X25519Key.generate(), counting(1))!;
  const accepted = accept(pending.hello, index) as AcceptedAttach;
  const traffic = finishAttach(pending, accepted.answer);
  if (traffic === 'router_unproven') throw new Error(traffic);
  return {
    hello: pending.hello,
    client: new Session('client', traffic, testSettings, startMs, Infinity),
    router: new Session('router', accepted.traffic, testSettings, startMs, Infinity),
  };
}
const accept = (hello: Attach, index: number): AcceptedAttach | string =>
  acceptAttach(hello, fleet.router(index), fleet.tickets, X25519Key.generate(), startMs);
const outcome = (result: AcceptedAttach | string): string => (typeof result === 'string' ? result : 'answered');
function say(session: Session): Uint8Array {
  session.out.heartbeat(startMs);
  return session.flush(startMs)!;
}

describe.each([1, 2, 3, 4])('T8: what was recorded at one router, suite %i', (suite) => {
  it('is no hello for another, whether it is sent as it was or addressed anew with a MAC anybody can make', () => {
    for (const at of replicas) {
      const { hello } = attached(suite, at);
      const other = fleet.routers[1 - at]!.service;
      expect(outcome(accept(hello, 1 - at))).toBe('malformed');
      const moved = { ...hello, router: other.keyId };
      const transcript = label('attach-hash', fleet.fleet, moved.router, moved.salt, moved.x25519, vector(moved.ticket));
      const mac = hmacSha256(attachMacKey(fleet.fleet, other.exchangeKey), transcript).subarray(0, 16);
      expect(outcome(accept({ ...moved, mac }, 1 - at))).toBe('unauthorised');
    }
  });

  it('opens nothing at another to which the same client is attached, nor ends that session, nor counts as a sign of life', () => {
    const recorded = attached(suite, 0);
    const live = attached(suite, 1);
    const records = Array.from({ length: 20 }, () => say(recorded.client));
    for (const record of records) expect(live.router.receive(record, startMs, ignore)).toBe('dropped');
    for (const record of Array.from({ length: 20 }, () => say(recorded.router)))
      expect(live.client.receive(record, startMs, ignore)).toBe('dropped');
    expect([live.router.records.received, live.router.closed]).toEqual([0, undefined]);
    expect(live.router.receive(say(live.client), startMs, ignore)).toBe('taken');
  });

  it('brings its hello an answer at the same one after a restart, and its records nothing', () => {
    const { hello, client } = attached(suite, 0);
    const records = Array.from({ length: 20 }, () => say(client));
    const restarted = accept(hello, 0) as AcceptedAttach;
    expect(outcome(restarted)).toBe('answered');
    const session = new Session('router', restarted.traffic, testSettings, startMs, Infinity);
    for (const record of records) expect(session.receive(record, startMs, ignore)).toBe('dropped');
    expect(session.records.received).toBe(0);
  });
});
