import type { StateEntry, StateStore } from '../store/store.js';

const id = (byte: number, length: number): Uint8Array => new Uint8Array(length).fill(byte);
const owner: StateEntry = { kind: 'owner', fleet: id(1, 32), client: id(2, 32) };
const mark = (stream: number, done: number, inHand = 0): StateEntry => ({
  ...{ kind: 'mark', sender: id(3, 32), stream: id(stream, 16) },
  ...{ done, inHand },
});
const posted = (stream: number, seq: number, body: Uint8Array | undefined = Uint8Array.of(seq)): StateEntry => ({
  ...{ kind: 'posted', stream: id(stream, 16), to: id(4, 32) },
  ...{ seq, createdMs: 2 ** 41 + seq, lifetimeS: seq, body },
});

/**
 * What every store promises. The second store that `make` gives opens what the first one left.
 * @param make - a store on a place of its own, and how to come back to it.
 */
export function stateStoreCompliance(name: string, make: () => Promise<() => StateStore>): void {
  describe(`${name} is a state store`, () => {
    let again: () => StateStore;
    let store: StateStore;
    beforeEach(async () => {
      again = await make();
      store = again();
    });
    afterEach(() => store.close());

    const reopened = async () => {
      await store.close();
      store = again();
      return store.open();
    };

    it('begins empty', async () => {
      const empty = { owner: undefined, enrolled: false, manifest: undefined, newestVersion: 0, marks: [], outbox: [] };
      expect(await store.open()).toMatchObject(empty);
      expect(await reopened()).toMatchObject(empty);
    });

    it('keeps what it was given, once more after another round', async () => {
      await store.open();
      store.append([owner, { kind: 'enrolled' }, mark(1, 5, 6), posted(7, 1), posted(7, 2, new Uint8Array(0))]);
      store.append([{ kind: 'manifest', version: 3, signed: id(9, 2_000) }, posted(8, 2 ** 40)]);
      store.append([]);
      for (let round = 0; round < 2; round += 1) {
        const state = await reopened();
        expect(state).toMatchObject({ enrolled: true, newestVersion: 3 });
        expect(state.damage).toBeUndefined();
        expect(Buffer.from(state.owner!.client)).toEqual(Buffer.from(id(2, 32)));
        expect(state.manifest).toHaveLength(2_000);
        expect(state.marks.map(({ done, inHand }) => [done, inHand])).toEqual([[5, 6]]);
        expect(state.outbox.map(({ messages }) => messages.map(({ seq, body }) => [seq, body?.length]))).toEqual([
          [
            [1, 1],
            [2, 0],
          ],
          [[2 ** 40, 1]],
        ]);
        expect(state.outbox[0]!.messages[0]).toMatchObject({ createdMs: 2 ** 41 + 1, lifetimeS: 1 });
      }
    });

    it('moves marks forward only, and lets the last word on what is in hand stand', async () => {
      await store.open();
      store.append([mark(1, 5, 6), mark(1, 4, 0), mark(2, 1, 2), mark(2, 2, 0)]);
      const { marks } = await reopened();
      expect(marks.map(({ done, inHand }) => [done, inHand])).toEqual([
        [5, 0],
        [2, 0],
      ]);
    });

    it('forgets what was answered, and the bodies of what was given up', async () => {
      await store.open();
      store.append([1, 2, 3, 4].map((seq) => posted(7, seq)));
      store.append([posted(8, 1), { kind: 'given_up', stream: id(7, 16), seq: 3 }, { kind: 'given_up', stream: id(6, 16), seq: 3 }]);
      store.append([
        { kind: 'answered', stream: id(7, 16), upTo: 2 },
        { kind: 'answered', stream: id(8, 16), upTo: 1 },
        { kind: 'answered', stream: id(6, 16), upTo: 9 },
      ]);
      const { outbox } = await reopened();
      expect(outbox.map(({ messages }) => messages.map(({ seq, body }) => [seq, body?.length]))).toEqual([
        [
          [3, undefined],
          [4, 1],
        ],
      ]);
    });

    it('never goes back to an older manifest', async () => {
      await store.open();
      store.append([
        { kind: 'manifest', version: 3, signed: id(3, 9) },
        { kind: 'manifest', version: 2, signed: id(2, 9) },
      ]);
      const { manifest, newestVersion } = await reopened();
      expect([manifest?.[0], newestVersion]).toEqual([3, 3]);
    });

    it('belongs to one client at a time', async () => {
      await store.open();
      await expect(again().open()).rejects.toMatchObject({ reason: 'state_locked' });
      await store.close();
      await store.close();
      await store.open();
    });

    it('takes nothing when it is not open', async () => {
      expect(() => store.append([owner])).toThrow(expect.objectContaining({ reason: 'store_failed' }));
      await store.open();
      await store.close();
      expect(() => store.append([owner])).toThrow(expect.objectContaining({ reason: 'store_failed' }));
    });

    it('holds messages of the largest size, and many of them over time', async () => {
      await store.open();
      const body = new Uint8Array(262_144).fill(5);
      for (let seq = 1; seq <= 40; seq += 1) {
        store.append([posted(7, seq, body)]);
        if (seq % 4 === 0) store.append([{ kind: 'answered', stream: id(7, 16), upTo: seq - 2 }]);
      }
      const { outbox } = await reopened();
      expect(outbox[0]!.messages.map(({ seq, body: kept }) => [seq, kept?.every((byte) => byte === 5)])).toEqual([
        [39, true],
        [40, true],
      ]);
    });
  });
}
