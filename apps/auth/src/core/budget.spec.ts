import { Budget } from './budget.js';
import { RefusalLog } from './refusal-log.js';

const spends = (budget: Budget, key: string, now: number, times: number): number =>
  Array.from({ length: times }, () => budget.spend(key, now)).filter(Boolean).length;

it('lets through a burst, then one more after each while, never more than the burst', () => {
  const budget = new Budget({ burst: 3, refillMs: 100, mostKeys: 10 });
  expect(spends(budget, 'a', 0, 5)).toBe(3);
  expect(spends(budget, 'a', 99, 5)).toBe(0);
  expect(spends(budget, 'a', 100, 5)).toBe(1);
  expect(spends(budget, 'a', 199, 5)).toBe(0);
  expect(spends(budget, 'a', 350, 5)).toBe(2);
  expect(spends(budget, 'a', 100_000, 5)).toBe(3);
});

it('has one account for each, and survives a clock that is set back', () => {
  const budget = new Budget({ burst: 1, refillMs: 100, mostKeys: 10 });
  expect([budget.spend('a', 1_000), budget.spend('b', 1_000), budget.spend('a', 0), budget.spend('a', 1_100)]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  const other = new Budget({ burst: 3, refillMs: 100, mostKeys: 10 });
  expect([1_000_000, 0, 0, 0, 99, 100].map((now) => other.spend('a', now))).toEqual([true, true, true, false, false, true]);
});

it('holds so many accounts: the one used longest ago is forgotten', () => {
  const budget = new Budget({ burst: 1, refillMs: 1_000, mostKeys: 2 });
  for (const key of ['a', 'b', 'a', 'c']) budget.spend(key, 0);
  expect([budget.spend('a', 0), budget.spend('b', 0)]).toEqual([false, true]);
});

it('writes down some refusals of one client, counts the others, and tells of them with the next', () => {
  const log = new RefusalLog();
  const admitted = Array.from({ length: 8 }, () => log.admit('a', 0));
  expect(admitted).toEqual([...Array.from({ length: 5 }, () => ({ unwritten: undefined })), undefined, undefined, undefined]);
  expect(log.admit('b', 0)).toEqual({ unwritten: undefined });
  expect([log.admit('a', 600_000), log.admit('a', 600_000), log.admit('a', 1_200_000)]).toEqual([
    { unwritten: 3 },
    undefined,
    { unwritten: 1 },
  ]);
});

it('writes down no more than a thousand refusals at once, of however many clients', () => {
  const log = new RefusalLog();
  const admitted = Array.from({ length: 5_000 }, (_, i) => log.admit(`client ${i}`, 0));
  expect(admitted.filter((one) => one !== undefined)).toHaveLength(1_000);
});
