import { fuzz, type FuzzTarget } from './testing/fuzz.js';
import { plainTargets, stepTargets } from './testing/fuzz-targets.js';

// R15: millions more in fuzz.long.spec.ts
const frames = 200_000;
const before = Object.getOwnPropertyNames(Object.prototype);

describe('200,000 mutated frames: nothing thrown, nothing slow, nothing kept', () => {
  it.each([...plainTargets, ...stepTargets()].map((target) => [target.name, target] as const))('%s', (_, target: FuzzTarget) => {
    const { slowestMs, heapGrowth } = fuzz(target, frames, 1);
    expect(slowestMs).toBeLessThan(50);
    expect(heapGrowth).toBeLessThan(8 * 2 ** 20);
  });
});

it('T24: leaves Object.prototype as it was', () => {
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
});
