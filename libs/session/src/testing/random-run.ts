import { offeredSuites } from '../negotiation.js';
import { Pair } from './pair.js';
import { Seeded } from './seeded.js';

/**
 * One run of random sends, deliveries, crashes, cuts, delays and faults, then a calm end. Throws, with the seed, when a promise of
 * the protocol is broken.
 */
export function runSeed(seed: number, steps = 70): Pair {
  const random = new Seeded(seed);
  const rate = (): number => (random.oneIn(2) ? 0 : 10 + random.int(60));
  const faults = { lose: rate(), repeat: rate(), reorder: rate(), flip: rate(), cut: rate(), drop: rate() };
  const quota = random.pick([5, 20, 1_000]);
  const settings = { windowMessages: random.pick([2, 10, 100]), windowBytes: random.pick([40, 400, 100_000]) };
  const suite = random.pick(offeredSuites);
  const pair = new Pair({ random, faults, quota, settings, rekey: { records: 2 + random.int(20), ms: 1e9 }, suite });
  const givesUp = random.oneIn(2);
  let sent = 0;
  let asked = 0;
  const check = (holds: boolean, promise: string): void => {
    if (!holds) throw new Error(`seed ${seed}: ${promise}`);
  };
  for (let step = 0; step < steps; step += 1) {
    const dice = random.int(100);
    if (dice < 22) for (let n = random.int(5); n >= 0; n -= 1) pair.send(`${(sent += 1)}`, random.oneIn(5) ? 'live' : 'durable');
    else if (dice < 42) pair.deliver('c2r');
    else if (dice < 62) pair.deliver('r2c');
    else if (dice < 72) pair.client.turn(pair.now);
    else if (dice < 80) pair.router.commit(pair.now);
    else if (dice < 88) pair.client.show();
    else if (dice < 92) pair.advance(random.pick([1, 500, 6_000, 16_000, 40_000]));
    else if (dice < 94) pair.client.wire?.cut();
    else if (dice < 96) pair.crashClient();
    else if (dice < 98) pair.crashRouter();
    else pair.settle();
    if (random.oneIn(12)) pair.client.ask(`${(asked += 1)}`, random.pick(['echo', 'keyway.fleet', 'nobody']));
    if (givesUp && random.oneIn(6)) pair.client.giveUp(`${sent - random.int(8)}`);
    check(pair.client.incoming.waiting <= 64 + 100, 'what waits for the application is bounded by its window');
    check(
      pair.router.appending.reduce((sum, { bodies }) => sum + bodies.length, 0) <= 40 * 102,
      'what a router takes is bounded by the window',
    );
  }
  Object.assign(faults, { lose: 0, repeat: 0, reorder: 0, flip: 0, cut: 0, drop: 0 });
  pair.heal(600_000);

  const { shown, accepted, out, skipped, replies } = pair.client;
  const answered = replies.map((reply) => reply.split(' ')[0]!);
  check(new Set(answered).size === answered.length, 'a request is answered at most once');
  check(
    answered.every((text) => pair.client.asked.includes(text)),
    'an answer belongs to a request',
  );
  check(out.waiting === 0, 'everything is answered in the end');
  check(givesUp || skipped.length === 0, 'nothing durable is skipped');
  const first = new Map<string, number>();
  const seen = new Set<string>();
  for (const { text, stream, seq, redelivered } of shown) {
    check(!seen.has(text) || redelivered, `${text} is shown twice`);
    seen.add(text);
    const last = first.get(stream) ?? 0;
    check(seq > last || (redelivered && seq === last), `${text} is shown out of order`);
    first.set(stream, Math.max(last, seq));
  }
  for (const text of accepted) check(seen.has(text), `${text} was accepted and is lost`);
  return pair;
}
