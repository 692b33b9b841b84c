import { Restarts } from './restarts.js';

const quick = { upMs: 200, wasReady: false };

it('waits 100 ms, then twice as long each time, up to 5 s', () => {
  const restarts = new Restarts();
  const waits = Array.from({ length: 8 }, () => restarts.ended({ upMs: 2_000, wasReady: true }).inMs);
  expect(waits).toEqual([100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000]);
});

it('begins anew after a run of 30 s', () => {
  const restarts = new Restarts();
  for (let run = 0; run < 5; run += 1) restarts.ended(quick);
  expect(restarts.ended({ upMs: 30_000, wasReady: true })).toEqual({ inMs: 100, failed: false });
});

it('counts five runs in a row that ended at once as a failure', () => {
  const restarts = new Restarts();
  expect(Array.from({ length: 6 }, () => restarts.ended(quick).failed)).toEqual([false, false, false, false, true, true]);
});

it('counts a run that never became ready as one that ended at once, and a good one ends the row', () => {
  const restarts = new Restarts();
  for (let run = 0; run < 4; run += 1) restarts.ended({ upMs: 9_000, wasReady: false });
  expect(restarts.ended({ upMs: 1_000, wasReady: true }).failed).toBe(false);
  expect(restarts.ended(quick).failed).toBe(false);
});
