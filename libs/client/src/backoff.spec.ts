import { ManualClock } from '@keyway/transport/testing';
import { Alarm, pause } from './alarm.js';
import { Backoff } from './backoff.js';

it('doubles the bound of a random wait up to the longest, and begins anew after a reset', () => {
  const backoff = new Backoff(100, 5_000, () => 1);
  expect(Array.from({ length: 8 }, () => backoff.next())).toEqual([100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000]);
  backoff.reset();
  expect(backoff.next()).toBe(100);
  expect(new Backoff(100, 5_000, () => 0).next()).toBe(0);
});

it('an alarm rings at the nearest of the times it was given, once, and not after stop', () => {
  const clock = new ManualClock();
  const rung: number[] = [];
  const alarm = new Alarm(clock, () => rung.push(clock.now()));
  alarm.at(50);
  alarm.at(20);
  alarm.at(30);
  alarm.at(Infinity);
  clock.advance(100);
  expect([rung, clock.pending]).toEqual([[20], 0]);
  alarm.at(150);
  alarm.stop();
  clock.advance(100);
  expect([rung, clock.pending]).toEqual([[20], 0]);
});

it('a pause ends in time or with its signal, and leaves no timer', async () => {
  const clock = new ManualClock();
  const abort = new AbortController();
  const ends: string[] = [];
  const pauses = [
    pause(clock, 10, abort.signal).then(() => ends.push('time')),
    pause(clock, 1_000, abort.signal).then(() => ends.push('signal')),
  ];
  clock.advance(10);
  await pauses[0];
  abort.abort();
  await Promise.all([...pauses, pause(clock, 1, abort.signal)]);
  expect([ends, clock.pending]).toEqual([['time', 'signal'], 0]);
});
