import { NonceLedger } from './testing/index.js';
import { runSeed } from './testing/random-run.js';

const ledger = new NonceLedger();
beforeAll(() => ledger.install());
afterAll(() => ledger.uninstall());

const seeds = 2_000;
const groups = 8;

// To look at one failing run: `runSeed(<seed>)` in a spec of its own.
it.each(Array.from({ length: groups }, (_, i) => i))(
  'whatever a seeded network and seeded crashes do: accepted is never lost, nothing is shown twice, order holds, memory stays bounded (%#)',
  (group) => {
    for (let seed = group + 1; seed <= seeds; seed += groups) runSeed(seed);
    expect(ledger.repeats).toEqual([]);
  },
);
