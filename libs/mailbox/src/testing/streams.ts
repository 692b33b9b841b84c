import { expectSumsToHold, readAll, recipient, spans, testRun } from './runs.js';
import type { storeForEachTest } from './place.js';

/** Order, marks, duplicates, overlap, gaps. */
export function streamRules(open: ReturnType<typeof storeForEachTest>): void {
  it('stores runs and reads them back in order, byte for byte', async () => {
    const store = await open({ now: () => 5_000 });
    const [first, second] = [testRun({ count: 3 }), testRun({ first: 4, count: 2, bodySize: 300 })];
    const outcomes = await store.append([first, second]);
    const { recipient: to, ...rest } = first;
    const runs = await store.read(to, 0, 65_536);
    expect(runs).toHaveLength(2);
    expect(runs[0]).toMatchObject({ ...rest, storedMs: 5_000 });
    expect([...runs[1]!.bodies]).toEqual([...second.bodies]);
    expect(outcomes).toEqual([
      { kind: 'stored', id: runs[0]!.id, fromSeq: 1, upTo: 3 },
      { kind: 'stored', id: runs[1]!.id, fromSeq: 4, upTo: 5 },
    ]);
    await expectSumsToHold(store);
  });

  it('keeps streams of one mailbox apart but in the order of their arrival', async () => {
    const store = await open();
    await store.append([testRun({ stream: 1 }), testRun({ stream: 2, first: 7 }), testRun({ stream: 1, first: 2 }), testRun({ from: 2 })]);
    expect(spans(await readAll(store))).toEqual([
      [1, 1],
      [7, 1],
      [2, 1],
      [1, 1],
    ]);
  });

  it('hands out at least one run, then as many as fit, and goes on behind the last id', async () => {
    const store = await open();
    await store.append([1, 2, 3, 4].map((first) => testRun({ first, bodySize: 97 }))); // 99 bytes on the wire
    expect(await store.read(recipient(1), 0, 1)).toHaveLength(1);
    expect(await store.read(recipient(1), 0, 298)).toHaveLength(3);
    expect(await store.read(recipient(1), 0, 297)).toHaveLength(3);
    expect(await store.read(recipient(1), 0, 296)).toHaveLength(2);
    expect(spans(await readAll(store, 1, 1))).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 1],
    ]);
    expect(await readAll(store, 2)).toEqual([]);
  });

  it('answers a run that was stored before with `duplicate`, also when it was released since', async () => {
    const store = await open();
    const [outcome] = await store.append([testRun({ count: 5 })]);
    expect(await store.append([testRun({ count: 5 }), testRun({ first: 2, count: 3 })])).toEqual([
      { kind: 'duplicate', upTo: 5 },
      { kind: 'duplicate', upTo: 4 },
    ]);
    await store.release([outcome!.kind === 'stored' ? outcome!.id : 0]);
    expect(await store.append([testRun({ count: 5 })])).toEqual([{ kind: 'duplicate', upTo: 5 }]);
    expect(await readAll(store)).toEqual([]);
    await expectSumsToHold(store);
  });

  it('stores only the new part of a run that overlaps', async () => {
    const store = await open();
    await store.append([testRun({ count: 3 })]);
    expect(await store.append([testRun({ first: 2, count: 4 })])).toMatchObject([{ kind: 'stored', fromSeq: 4, upTo: 5 }]);
    const runs = await readAll(store);
    expect(spans(runs)).toEqual([
      [1, 3],
      [4, 2],
    ]);
    expect([...runs[1]!.bodies]).toEqual([...testRun({ first: 4, count: 2 }).bodies]);
  });

  it('lets a new stream start anywhere, but never leave a number out', async () => {
    const store = await open();
    expect(await store.append([testRun({ first: 41, count: 2 }), testRun({ first: 44 })])).toMatchObject([
      { kind: 'stored', upTo: 42 },
      { kind: 'refused', reason: 'stream_gap', fromSeq: 44 },
    ]);
    expect(await store.append([testRun({ first: 45 })])).toEqual([{ kind: 'refused', reason: 'stream_gap', fromSeq: 45 }]);
    expect(await store.append([testRun({ first: 43, count: 3 })])).toMatchObject([{ kind: 'stored', fromSeq: 43, upTo: 45 }]);
  });

  it('refuses everything of a stream behind a refused run of the same batch, and nothing of other streams', async () => {
    const store = await open();
    await store.append([testRun()]);
    const batch = [testRun({ first: 3 }), testRun({ stream: 2 }), testRun({ first: 4, count: 2 }), testRun({ first: 1 })];
    expect(await store.append(batch)).toMatchObject([
      { kind: 'refused', reason: 'stream_gap', fromSeq: 3 },
      { kind: 'stored' },
      { kind: 'refused', reason: 'stream_gap', fromSeq: 4 },
      { kind: 'duplicate', upTo: 1 },
    ]);
  });

  it('keeps skips in their place: numbers without bodies, and no messages', async () => {
    const store = await open();
    await store.append([testRun({ count: 2 }), testRun({ first: 3, count: 1_000_000, skipped: true }), testRun({ first: 1_000_003 })]);
    const runs = await readAll(store);
    expect(runs.map(({ skipped, count, bodies }) => [skipped, count, bodies.length > 0])).toEqual([
      [false, 2, true],
      [true, 1_000_000, false],
      [false, 1, true],
    ]);
    expect(await store.stats()).toMatchObject({ rows: 3, messages: 3, totals: { stored: 3 } });
  });

  it('numbers up to 2^53 - 1', async () => {
    const store = await open();
    const last = Number.MAX_SAFE_INTEGER;
    expect(await store.append([testRun({ first: last })])).toMatchObject([{ kind: 'stored', upTo: last }]);
    expect(spans(await readAll(store))).toEqual([[last, 1]]);
  });

  it('forgets released runs, and takes ids it does not know for released', async () => {
    const store = await open();
    await store.append([1, 2, 3].map((first) => testRun({ first })));
    const [a, , c] = await readAll(store);
    await store.release([a!.id, c!.id, c!.id, 999_999]);
    await store.release([a!.id]);
    expect(spans(await readAll(store))).toEqual([[2, 1]]);
    expect(await store.stats()).toMatchObject({ rows: 1, messages: 1, totals: { stored: 3, released: 2 } });
  });

  it('never gives an id twice, though the newest row is released', async () => {
    const store = await open();
    await store.append([testRun()]);
    const [first] = await readAll(store);
    await store.release([first!.id]);
    await store.append([testRun({ first: 2 })]);
    expect((await readAll(store))[0]!.id).toBeGreaterThan(first!.id);
  });

  it('keeps order and numbers when many callers append at once', async () => {
    const store = await open();
    const lanes = Array.from({ length: 20 }, (_, stream) => async () => {
      for (let first = 1; first < 60; first += 3) await store.append([testRun({ stream, first, count: 3 })]);
    });
    await Promise.all(lanes.map((lane) => lane()));
    const runs = await readAll(store);
    const next = new Map<string, number>();
    for (const { stream, firstSeq, count } of runs) {
      expect(firstSeq).toBe(next.get(stream.join()) ?? 1);
      next.set(stream.join(), firstSeq + count);
    }
    expect(await store.stats()).toMatchObject({ messages: 1_200 });
  });

  it('serves a thousand mailboxes', async () => {
    const store = await open();
    await store.append(Array.from({ length: 1_000 }, (_, to) => testRun({ to, count: 2 })));
    await store.append(Array.from({ length: 1_000 }, (_, to) => testRun({ to, first: 3, count: 2 })));
    expect(await store.stats()).toMatchObject({ rows: 2_000, messages: 4_000, recipients: 1_000 });
    for (const to of [0, 499, 999])
      expect(spans(await readAll(store, to))).toEqual([
        [1, 2],
        [3, 2],
      ]);
    const ids = await Promise.all(Array.from({ length: 1_000 }, async (_, to) => (await readAll(store, to)).map(({ id }) => id)));
    await store.release(ids.flat());
    expect(await store.stats()).toMatchObject({ rows: 0, messages: 0, bytes: 0, recipients: 0 });
    await expectSumsToHold(store);
  });
}
