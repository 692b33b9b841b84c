import { room } from './place.js';
import type { storeForEachTest } from './place.js';
import { expectSumsToHold, readAll, recipient, testRun } from './runs.js';

const full = (fromSeq: number) => ({ kind: 'refused', reason: 'mailbox_full', fromSeq });

/** How much one mailbox holds, and the notice when it holds less again. */
export function quotaRules(open: ReturnType<typeof storeForEachTest>): void {
  it('holds exactly its quota of messages, and not one more', async () => {
    const store = await open({ quota: { messages: 10 } });
    expect(await store.append([testRun({ count: 10 }), testRun({ first: 11 })])).toMatchObject([{ kind: 'stored' }, full(11)]);
    expect(await store.append([testRun({ to: 2 })])).toMatchObject([{ kind: 'stored' }]);
  });

  it('holds exactly its quota of bytes, and not one more', async () => {
    const store = await open({ quota: { bytes: 1_000 } });
    expect(await store.append([testRun({ bodySize: 98 * 5 + 8 }), testRun({ first: 2, bodySize: 497 })])).toMatchObject([
      { kind: 'stored' },
      full(2),
    ]);
    expect(await store.append([testRun({ first: 2, bodySize: 496 })])).toMatchObject([{ kind: 'stored' }]);
    expect(await store.stats()).toMatchObject({ bytes: 1_000 });
    expect(await store.append([testRun({ first: 3, bodySize: 0 })])).toEqual([full(3)]);
  });

  it('says what waits in one mailbox: messages and their bytes, and no skips', async () => {
    const store = await open();
    const waits = (to: number) => store.waiting(recipient(to));
    await store.append([
      testRun({ count: 3, bodySize: 8 }),
      testRun({ first: 4, skipped: true, count: 9 }),
      testRun({ to: 2, bodySize: 8 }),
    ]);
    expect([await waits(1), await waits(2), await waits(3)]).toEqual([
      { messages: 3, bytes: 30 },
      { messages: 1, bytes: 10 },
      { messages: 0, bytes: 0 },
    ]);
    await store.release((await readAll(store)).map(({ id }) => id));
    expect(await waits(1)).toEqual({ messages: 0, bytes: 0 });
  });

  it('weighs a skip as one message, however many numbers it skips', async () => {
    const store = await open({ quota: { messages: 2 } });
    expect(await store.append([testRun({ skipped: true, count: 500 }), testRun({ first: 501 }), testRun({ first: 502 })])).toMatchObject([
      { kind: 'stored' },
      { kind: 'stored' },
      full(502),
    ]);
  });

  it('refuses all of a stream behind the first run that does not fit, so that none is left out', async () => {
    const store = await open({ quota: { messages: 10 } });
    const batch = [testRun({ count: 6 }), testRun({ first: 7, count: 6 }), testRun({ first: 13 }), testRun({ stream: 2, count: 3 })];
    expect(await store.append(batch)).toMatchObject([{ kind: 'stored' }, full(7), full(13), { kind: 'stored' }]);
    expect(await store.append([testRun({ first: 13 })])).toMatchObject([{ kind: 'refused', reason: 'stream_gap', fromSeq: 13 }]);
    expect(await store.append([testRun({ first: 7 })])).toMatchObject([{ kind: 'stored', upTo: 7 }]);
  });

  it('makes a stream that was refused before its first message begin at the refused number', async () => {
    const store = await open({ quota: { messages: 10 } });
    await store.append([testRun({ stream: 1, count: 10 })]);
    expect(await store.append([testRun({ stream: 2, first: 5, count: 3 })])).toEqual([full(5)]);
    await store.release((await readAll(store)).map(({ id }) => id));
    expect(await store.append([testRun({ stream: 2, first: 8 })])).toEqual([{ kind: 'refused', reason: 'stream_gap', fromSeq: 8 }]);
    expect(await store.append([testRun({ stream: 2, first: 5, count: 4 })])).toMatchObject([{ kind: 'stored', upTo: 8 }]);
  });

  it('tells when a mailbox that refused fell below half its quota: not before, and once', async () => {
    const store = await open({ quota: { messages: 10 } });
    const told: Uint8Array[] = [];
    store.onRoom((to) => told.push(to));
    const noticed = room(store);
    await store.append(Array.from({ length: 11 }, (_, index) => testRun({ first: index + 1 })));
    const ids = (await readAll(store)).map(({ id }) => id);
    await store.release(ids.slice(0, 5));
    expect(told).toEqual([]); // exactly half
    await store.release(ids.slice(5, 6));
    expect([...(await noticed)]).toEqual([...recipient(1)]);
    await store.release(ids.slice(6));
    await store.stats();
    expect(told).toHaveLength(1);
  });

  it('tells nothing about mailboxes that never refused', async () => {
    const store = await open({ quota: { messages: 10 } });
    const told: Uint8Array[] = [];
    store.onRoom((to) => told.push(to));
    await store.append([testRun({ count: 10 })]);
    await store.release((await readAll(store)).map(({ id }) => id));
    await store.stats();
    expect(told).toEqual([]);
    await expectSumsToHold(store);
  });
}
