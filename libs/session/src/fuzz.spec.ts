import { fuzz, type FuzzTarget } from './testing/fuzz.js';
import { plainTargets, stepTargets } from './testing/fuzz-targets.js';

// R15: millions more in fuzz.long.spec.ts
const frames = 100_000;
const costlyFrames = 40_000; // with key agreements, signatures or AEADs
const before = Object.getOwnPropertyNames(Object.prototype);

const rows = (targets: readonly FuzzTarget[], count: number) => targets.map((target) => [target.name, count, target] as const);

describe('mutated frames: nothing thrown, nothing slow, nothing kept', () => {
  it.each([...rows(plainTargets, frames), ...rows(stepTargets(), costlyFrames)])('%s, %i of them', (_, count, target) => {
    const { slowestMs, heapGrowth } = fuzz(target, count, 1);
    expect(slowestMs).toBeLessThan(50);
    expect(heapGrowth).toBeLessThan(8 * 2 ** 20);
  });
});

it('T24: leaves Object.prototype as it was', () => {
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
});
