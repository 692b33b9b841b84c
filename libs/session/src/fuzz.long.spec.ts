import { fuzz } from './testing/fuzz.js';
import { plainTargets, stepTargets } from './testing/fuzz-targets.js';

const tenMillion = 10_000_000;
const millions = [
  ...plainTargets.map((target) => ({ target, name: target.name, frames: tenMillion })),
  ...stepTargets().map((target) => ({ target, name: target.name, frames: tenMillion / 4 })), // each does some cryptography
];

describe('R15: ten million mutated frames for each parser', () => {
  it.each(millions)('$name', ({ target, frames }) => {
    const { slowestMs, heapGrowth } = fuzz(target, frames, 2);
    expect(slowestMs).toBeLessThan(50);
    expect(heapGrowth).toBeLessThan(8 * 2 ** 20);
  });
});
