import { epochPlan, issueMs, leadMs, type EpochTimes } from './epoch-plan.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = 1_790_000_000_000;
const lease = day;

/** What a service that asks every minute holds, for as long as `days` last. */
function run(
  days: number,
  look: (held: readonly EpochTimes[], now: number, seenAt: ReadonlyMap<number, number>) => void,
  stepMs = 5 * minute,
): void {
  let held: readonly EpochTimes[] = [];
  const seenAt = new Map<number, number>();
  for (let now = start; now < start + days * day; now += stepMs) {
    const { make, drop } = epochPlan(held, now, lease);
    for (const { id } of make) seenAt.set(id, now);
    held = [...held.filter((row) => !drop.includes(row)), ...make];
    look(held, now, seenAt);
  }
}

const issuing = (held: readonly EpochTimes[], now: number): readonly EpochTimes[] =>
  held.filter(({ notBeforeMs, issueUntilMs }) => notBeforeMs <= now && now < issueUntilMs);

it('has exactly one epoch that issues, at any time of ten days', () => {
  run(10, (held, now) => expect(issuing(held, now)).toHaveLength(1));
});

it('publishes each epoch before it is used, and at least ten minutes before the one in use stops', () => {
  run(10, (held, now, seenAt) => {
    const [current] = issuing(held, now);
    if (current!.notBeforeMs > start) expect(seenAt.get(current!.id)!).toBeLessThanOrEqual(current!.notBeforeMs - 10 * minute);
    if (current!.issueUntilMs - now <= 10 * minute)
      expect(held.some(({ notBeforeMs }) => notBeforeMs === current!.issueUntilMs)).toBe(true);
  });
});

it('accepts what was issued last until its lease ends, and deletes the key then', () => {
  let most = 0;
  run(10, (held, now) => {
    most = Math.max(most, held.length);
    for (const { issueUntilMs, acceptUntilMs } of held) {
      expect(acceptUntilMs).toBeGreaterThan(issueUntilMs + lease);
      expect(now).toBeLessThan(acceptUntilMs);
    }
  });
  expect(most).toBe(3); // one that issues, and before or after it those that only open
});

it('issues a day under each epoch and accepts 25 hours longer than the longest lease', () => {
  const [first] = epochPlan([], start, lease).make;
  expect(first).toEqual({
    id: Math.floor(start / 1_000),
    notBeforeMs: start,
    issueUntilMs: start + issueMs,
    acceptUntilMs: start + 25 * hour + lease,
  });
});

it('never gives an id twice, not even when all rows were lost', () => {
  const ids = new Set<number>();
  run(10, (held) => held.forEach(({ id }) => ids.add(id)));
  expect(ids.size).toBe(11);
  const [again] = epochPlan([], start + 10 * day + hour, lease).make;
  expect(ids.has(again!.id)).toBe(false);
});

it('starts anew at once when auth was away for longer than it had planned', () => {
  const [first] = epochPlan([], start, lease).make;
  const now = start + 3 * day;
  const plan = epochPlan([first!], now, lease);
  expect(plan.make.map(({ notBeforeMs }) => notBeforeMs)).toEqual([now]);
  expect(plan.drop).toEqual([first]);
});

it('closes no gap with an epoch that only begins later, as after a clock that was set back', () => {
  const [ahead] = epochPlan([], start + 2 * hour, lease).make;
  const plan = epochPlan([ahead!], start, lease);
  expect(issuing([ahead!, ...plan.make], start)).toHaveLength(1);
  expect(plan.make[0]!.id).toBeGreaterThan(ahead!.id);
});

it('says when to ask again: no later than an epoch is to be made or dropped', () => {
  const first = epochPlan([], start, lease);
  expect(first.nextAt).toBe(start + issueMs - leadMs);
  const second = epochPlan(first.make, first.nextAt, lease);
  expect(second.make).toHaveLength(1);
  expect(epochPlan(first.make, first.nextAt - 1, lease).make).toHaveLength(0);
});
