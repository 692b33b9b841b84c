import type { storeForEachTest } from './place.js';
import { expectSumsToHold, readAll, spans, testRun } from './runs.js';

/** What a durable store still knows after it was closed and opened again. */
export function restartRules(open: ReturnType<typeof storeForEachTest>): void {
  it('has rows, marks, sums and quotas after a restart', async () => {
    const options = { quota: { messages: 10 }, now: () => 5_000 };
    let store = await open(options);
    await store.append([testRun({ count: 4 }), testRun({ first: 5, count: 3 }), testRun({ stream: 2, skipped: true })]);
    await store.release([(await readAll(store))[0]!.id]);
    const before = { rows: await readAll(store), stats: await store.stats() };
    await store.close();

    store = await open(options);
    expect(await readAll(store)).toEqual(before.rows);
    expect(await store.stats()).toEqual(before.stats);
    expect(await store.append([testRun({ count: 7 }), testRun({ first: 9 })])).toMatchObject([
      { kind: 'duplicate' },
      { kind: 'refused', reason: 'stream_gap' },
    ]);
    expect(await store.append([testRun({ first: 8, count: 7 }), testRun({ stream: 3, count: 6 })])).toMatchObject([
      { kind: 'refused', reason: 'mailbox_full' },
      { kind: 'stored' },
    ]);
    expect(await store.append([testRun({ first: 8 })])).toMatchObject([{ kind: 'refused', reason: 'mailbox_full' }]);
    await expectSumsToHold(store);
  });

  it('counts what expired before and after a restart once each', async () => {
    let now = 1_000;
    let store = await open({ now: () => now, sweepEveryMs: 60_000 });
    await store.append([testRun({ expiresMs: 2_000 }), testRun({ first: 2, expiresMs: 3_000 })]);
    now = 2_500;
    await readAll(store);
    await store.close();
    store = await open({ now: () => now, sweepEveryMs: 60_000 });
    now = 3_500;
    expect((await readAll(store)).map(({ skipped }) => skipped)).toEqual([true, true]);
    expect(await store.stats()).toMatchObject({ rows: 2, dropped: { expired: 2 }, totals: { stored: 2 } });
    expect(spans(await readAll(store))).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it('finishes what was begun before it closes', async () => {
    let store = await open();
    const appended = store.append([testRun({ count: 100, bodySize: 1_000 })]);
    await store.close();
    expect(await appended).toMatchObject([{ kind: 'stored' }]);
    store = await open();
    expect(await store.stats()).toMatchObject({ messages: 100 });
  });
}
