import { DueList } from './due-list.js';

it('gives each thing once, never before its time, and within a twentieth of a second behind it', () => {
  const list = new DueList<number>();
  const times = Array.from({ length: 500 }, (_, n) => (n * 7_919) % 1_000);
  for (const [item, at] of times.entries()) list.add(item, at);
  const taken: number[] = [];
  for (let now = 0; now <= 1_050; now += 10) {
    for (const item of list.take(now)) {
      taken.push(item);
      expect(now - times[item]!).toBeGreaterThanOrEqual(0);
      expect(now - times[item]!).toBeLessThan(60);
    }
  }
  expect(taken.sort((a, b) => a - b)).toEqual([...times.keys()]);
});

it('forgets what was taken off, and what never was on it is no fault', () => {
  const list = new DueList<string>();
  list.add('a', 10);
  list.add('b', 10);
  list.delete('a', 10);
  list.delete('c', 10);
  list.delete('c', 5_000);
  expect([list.take(9), list.take(100), list.take(10_000)]).toEqual([[], ['b'], []]);
});
