import { parseFleetAddress } from '@keyway/client';
import { equal, randomBytes } from '@keyway/crypto';
import { timingPairs } from './attacks/timing.js';
import { aFleet, aKey, cleanUp } from './harness/places.js';
import { aChannel, aRequest, requestBytes, Stranger, wordOf } from './harness/stranger.js';
import { compareAnswers, compareTimes } from './harness/welch.js';

afterAll(cleanUp);

/** A million of what is cheap; of what takes long so many as minutes allow. */
const samplesFor = (cost: number): number => Math.min(1_000_000, Math.round(20_000_000 / cost));
const most = 4.5;

it.each(timingPairs().map((pair) => [pair.title, pair] as const))('T17 %s: no difference that statistics find', (title, pair) => {
  const { calls, cost } = pair;
  compareTimes(pair, { samples: 5_000, calls });
  const tries = [0, 1, 2].map(() => compareTimes(pair, { samples: samplesFor(cost), calls }));
  for (const { t, medians } of tries) {
    process.stderr.write(`${title}: |t| ${t.toFixed(2)}, medians ${medians.map((ns) => ns.toFixed(0)).join(' and ')} ns\n`);
  }
  expect(Math.min(...tries.map(({ t }) => t))).toBeLessThan(most); // a leak shows every time, an unquiet machine sometimes
});

it('T17 the same statistics find a comparison that stops at the first difference', () => {
  const right = randomBytes(64);
  const naive = (other: Uint8Array): boolean => right.every((byte, i) => byte === other[i]);
  const wrong = (at: number): Uint8Array => Buffer.from(right).fill(right[at]! ^ 1, at, at + 1);
  const [early, late] = [wrong(0), wrong(63)];
  const place = Buffer.alloc(64);
  const { t } = compareTimes({ work: () => naive(place), place, a: [early], b: [late] }, { samples: 20_000, calls: 16 });
  expect(t).toBeGreaterThan(most);
  expect(equal(early, late)).toBe(false);
});

it('T17 a fleet takes as long to say no to a client it does not know as to a forger of one it knows', async () => {
  const fleet = await aFleet({ settings: { logLevel: 'silent' } });
  const { fingerprint } = parseFleetAddress(fleet.address);
  const [known, unknown] = [aKey(), aKey()];
  await aChannel(fleet.ports.brokerTcp, known, fingerprint);
  const stranger = await Stranger.at(fleet.ports.brokerTcp);
  const asks = (identity: typeof known) => {
    let made = { bytes: new Uint8Array(0), at: -Infinity };
    return async () => {
      if (performance.now() > made.at + 20_000) {
        const { request } = aRequest(identity, fingerprint, { enrol: false });
        const signature = Buffer.from(request.signature).fill(request.signature[0]! ^ 1, 0, 1);
        made = { bytes: new Uint8Array(requestBytes({ ...request, signature })), at: performance.now() };
      }
      const word = wordOf(await stranger.ask(made.bytes));
      if (word !== 'unauthorised') throw new Error(word);
    };
  };
  const [forged, stranges] = [asks(known), asks(unknown)];
  await compareAnswers(forged, stranges, 2_000);
  const { t, medians } = await compareAnswers(forged, stranges, 20_000);
  process.stderr.write(
    `unknown and forged, over the wire: |t| ${t.toFixed(2)}, medians ${medians.map((ns) => (ns / 1_000).toFixed(1)).join(' and ')} µs\n`,
  );
  expect(Math.abs(medians[0] - medians[1])).toBeLessThan(5_000);
  stranger.close();
});
