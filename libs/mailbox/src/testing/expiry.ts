import { dayMs } from '../options.js';
import { drops, room } from './place.js';
import type { storeForEachTest } from './place.js';
import { expectSumsToHold, readAll, recipient, spans, testRun } from './runs.js';

/** The end of lifetimes, by a clock the test turns. */
export function expiryRules(open: ReturnType<typeof storeForEachTest>): void {
  it('delivers an expired run as a skip of the same numbers, and names the drop once', async () => {
    let now = 1_000;
    const store = await open({ now: () => now, sweepEveryMs: 60_000 });
    const dropped = drops(store, 1);
    await store.append([testRun({ count: 3, expiresMs: 2_000 }), testRun({ first: 4, expiresMs: 3_000 })]);
    now = 1_999;
    expect((await readAll(store)).map(({ skipped }) => skipped)).toEqual([false, false]);
    now = 2_000;
    for (let again = 0; again < 2; again += 1) {
      const runs = await readAll(store);
      expect(runs.map(({ skipped, firstSeq, count, bodies }) => [skipped, firstSeq, count, bodies.length > 0])).toEqual([
        [true, 1, 3, false],
        [false, 4, 1, true],
      ]);
    }
    expect(await dropped).toMatchObject([{ reason: 'expired', firstSeq: 1, count: 3 }]);
    expect([...(await dropped)[0]!.recipient]).toEqual([...recipient(1)]);
    expect(await store.stats()).toMatchObject({ rows: 2, messages: 1, dropped: { expired: 3, damaged: 0 } });
    await store.release((await readAll(store)).map(({ id }) => id));
    expect(await store.stats()).toMatchObject({ rows: 0, dropped: { expired: 3 }, totals: { stored: 4, released: 1 } });
    await expectSumsToHold(store);
  });

  it('purges the bodies of expired runs that nobody reads, which makes room', async () => {
    let now = 1_000;
    const store = await open({ now: () => now, sweepEveryMs: 5, quota: { messages: 10 } });
    const roomy = room(store);
    const dropped = drops(store, 10);
    await store.append(Array.from({ length: 11 }, (_, index) => testRun({ stream: index, to: index === 10 ? 2 : 1, expiresMs: 2_000 })));
    await store.append([testRun({ stream: 77 })]);
    now = 2_000;
    expect(new Set((await dropped).map(({ reason, count }) => `${reason} ${count}`))).toEqual(new Set(['expired 1']));
    const ids = (await readAll(store)).map(({ id }) => id);
    expect(await store.stats()).toMatchObject({ rows: 11, messages: 0, bytes: 0, dropped: { expired: 11 } });
    await store.release(ids.slice(0, 6)); // skips weigh one each
    expect([...(await roomy)]).toEqual([...recipient(1)]);
    await expectSumsToHold(store);
  });

  it('goes on with the stream behind a lapsed run', async () => {
    let now = 1_000;
    const store = await open({ now: () => now });
    await store.append([testRun({ count: 3, expiresMs: 2_000 })]);
    now = 5_000;
    expect(await store.append([testRun({ count: 3 }), testRun({ first: 4 })])).toMatchObject([{ kind: 'duplicate' }, { kind: 'stored' }]);
    expect(spans(await readAll(store))).toEqual([
      [1, 3],
      [4, 1],
    ]);
  });

  it('forgets the marks of streams that were idle for the longest lifetime and a day more', async () => {
    let now = dayMs * 100;
    let asked = 0;
    const clock = () => {
      asked += 1;
      return now;
    };
    const store = await open({ now: clock, sweepEveryMs: 5, longestLifetimeMs: dayMs });
    await store.append([testRun({ first: 9 })]);
    await store.release((await readAll(store)).map(({ id }) => id));
    const sweepsSince = async (): Promise<void> => {
      for (const until = asked + 3; asked < until;) await new Promise(setImmediate);
      await store.stats();
    };
    now += 2 * dayMs;
    await sweepsSince();
    expect(await store.append([testRun({ first: 8 })])).toEqual([{ kind: 'duplicate', upTo: 8 }]);
    now += 1;
    await sweepsSince();
    expect(await store.append([testRun({ first: 8 })])).toMatchObject([{ kind: 'stored' }]);
  });
}
