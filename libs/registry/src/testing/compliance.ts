import type { Registry } from '../registry.js';
import { administrationRules } from './administration-rules.js';
import { directoryRules } from './directory-rules.js';
import { enrolmentRules } from './enrolment-rules.js';
import { admission, clientId, epoch } from './rows.js';

const dayMs = 86_400_000;

/** Where a registry of one adapter lives during one test. */
export interface RegistryPlace {
  /** Opens the registry; again after `close`, with what was there when the adapter is durable. */
  open(): Promise<Registry>;
  remove(): Promise<void>;
}

/** The rules of the port, run over one adapter; `durable` adds what must outlive the process. */
export function registryCompliance(name: string, place: () => Promise<RegistryPlace>, { durable }: { readonly durable: boolean }): void {
  const over = (rules: (registry: () => Registry) => void): void => {
    let at: RegistryPlace;
    let registry: Registry;
    beforeEach(async () => {
      at = await place();
      registry = await at.open();
    });
    afterEach(async () => {
      await registry.close();
      await at.remove();
    });
    rules(() => registry);
  };
  describe(`who is enrolled, in a ${name} registry`, () => over(enrolmentRules));
  describe(`the directory of a ${name} registry`, () => over(directoryRules));
  describe(`administration in a ${name} registry`, () => over(administrationRules));
  describe(`${name} registry`, () => {
    let at: RegistryPlace;
    let registry: Registry;
    beforeEach(async () => {
      at = await place();
      registry = await at.open();
    });
    afterEach(async () => {
      await registry.close();
      await at.remove();
    });
    const reopen = async (): Promise<void> => {
      await registry.close();
      registry = await at.open();
    };

    it('enrols a client with its first channel and finds it again', async () => {
      expect(await registry.client(clientId(1))).toBeUndefined();
      const spki = Uint8Array.from({ length: 550 }, (_, index) => index);
      expect(await registry.admit([admission(1, 1, { enrol: { spki, rights: 3, detail: '{}' } })])).toEqual([
        { kind: 'admitted', serial: 1, newClient: true, rights: 3, hidden: false, seeing: 'members' },
      ]);
      const row = await registry.client(clientId(1));
      expect(row).toMatchObject({ serial: 1, rights: 3, createdMs: 1_000, seenMs: 1_000, blocked: false, hidden: false, name: undefined });
      expect([...row!.id]).toEqual([...clientId(1)]);
      expect([...row!.spki]).toEqual([...spki]);
      expect(await registry.counts()).toEqual({ clients: 1, channels: 1 });
    });

    it('keeps the key and the rights of a client that enrols again', async () => {
      await registry.admit([admission(1, 1)]);
      expect(
        await registry.admit([admission(1, 2, { enrol: { spki: Uint8Array.of(9), rights: 255, detail: '{}' }, issuedMs: 7 })]),
      ).toMatchObject([{ kind: 'admitted', newClient: false }]);
      expect(await registry.client(clientId(1))).toMatchObject({ rights: 1, createdMs: 1_000 });
      expect([...(await registry.client(clientId(1)))!.spki]).toEqual([0x30, 1]);
    });

    it('admits known clients without a key, unknown ones never', async () => {
      const enrol = undefined;
      expect(await registry.admit([admission(1, 1, { enrol })])).toEqual([{ kind: 'unknown_client' }]);
      expect(await registry.counts()).toEqual({ clients: 0, channels: 0 });
      await registry.admit([admission(1, 1)]);
      expect(await registry.admit([admission(1, 2, { enrol }), admission(2, 3, { enrol })])).toMatchObject([
        { kind: 'admitted', newClient: false },
        { kind: 'unknown_client' },
      ]);
    });

    it('admits a channel id once: in a batch, later, and whoever asks', async () => {
      expect(await registry.admit([admission(1, 1), admission(1, 1), admission(2, 1)])).toMatchObject([
        { kind: 'admitted' },
        { kind: 'known' },
        { kind: 'known' },
      ]);
      expect(await registry.admit([admission(1, 1), admission(3, 1, { enrol: undefined })])).toEqual([
        { kind: 'known' },
        { kind: 'known' },
      ]);
      expect(await registry.counts()).toEqual({ clients: 1, channels: 1 });
    });

    it('gives serials that grow over the whole fleet, and keeps the newest of each client', async () => {
      const batches = [[admission(1, 1), admission(2, 2), admission(1, 3)], [admission(2, 2)], [admission(2, 4)]];
      const outcomes = [];
      for (const batch of batches) outcomes.push(...(await registry.admit(batch)));
      const serials = outcomes.flatMap((outcome) => (outcome.kind === 'admitted' ? [outcome.serial] : []));
      expect(serials).toHaveLength(4);
      expect(serials).toEqual([...new Set(serials)].sort((a, b) => a - b));
      expect((await registry.client(clientId(1)))!.serial).toBe(serials[2]);
      expect((await registry.client(clientId(2)))!.serial).toBe(serials[3]);
    });

    it('admits each id once when many ask at the same time', async () => {
      const asks = Array.from({ length: 60 }, (_, index) =>
        registry.admit([admission(index % 7, index % 20), admission(index % 7, 100 + index)]),
      );
      const outcomes = (await Promise.all(asks)).flat();
      const admitted = outcomes.flatMap((outcome) => (outcome.kind === 'admitted' ? [outcome] : []));
      expect(admitted).toHaveLength(20 + 60);
      expect(new Set(admitted.map(({ serial }) => serial)).size).toBe(80);
      expect(admitted.filter(({ newClient }) => newClient)).toHaveLength(7);
      expect(await registry.counts()).toEqual({ clients: 7, channels: 80 });
    });

    it('admits thousands at once', async () => {
      const batch = Array.from({ length: 3_000 }, (_, index) => admission(index, index));
      expect((await registry.admit(batch)).every(({ kind }) => kind === 'admitted')).toBe(true);
      expect((await registry.admit(batch)).every(({ kind }) => kind === 'known')).toBe(true);
      expect(await registry.counts()).toEqual({ clients: 3_000, channels: 3_000 });
    });

    it('forgets channels a day after their lease ended, and no client', async () => {
      await registry.admit([admission(1, 1, { validUntilMs: 5_000 }), admission(1, 2, { validUntilMs: 6_000 })]);
      expect(await registry.prune(5_000 + dayMs)).toBe(0);
      expect(await registry.prune(5_001 + dayMs)).toBe(1);
      expect(await registry.prune(5_001 + dayMs)).toBe(0);
      expect(await registry.counts()).toEqual({ clients: 1, channels: 1 });
      expect(await registry.admit([admission(1, 2)])).toEqual([{ kind: 'known' }]);
      const many = Array.from({ length: 1_500 }, (_, index) => admission(2, 100 + index, { validUntilMs: 5_000 }));
      await registry.admit(many);
      expect(await registry.prune(dayMs * 2)).toBe(1_501);
    });

    it('keeps the epochs of each purpose apart, each id once', async () => {
      expect(await registry.addEpoch(epoch(2))).toBe(true);
      expect(await registry.addEpoch(epoch(1))).toBe(true);
      expect(await registry.addEpoch(epoch(2, { wrapped: Uint8Array.of(66) }))).toBe(false);
      expect(await registry.addEpoch(epoch(2, { purpose: 'storage' }))).toBe(true);
      const tickets = await registry.epochs('ticket');
      expect(tickets.map((row) => ({ ...row, wrapped: [...row.wrapped] }))).toEqual(
        [epoch(1), epoch(2)].map((row) => ({ ...row, wrapped: [...row.wrapped] })),
      );
      expect(await registry.epochs('storage')).toHaveLength(1);
    });

    it('deletes epochs nothing is accepted under any more', async () => {
      for (const id of [1, 2, 3]) await registry.addEpoch(epoch(id));
      expect(await registry.deleteEpochs(1_000)).toBe(0);
      expect(await registry.deleteEpochs(2_001)).toBe(2);
      expect((await registry.epochs('ticket')).map(({ id }) => id)).toEqual([3]);
    });

    it('finishes what was begun before it closes, and rejects what comes later with `store_failed`', async () => {
      const admitted = registry.admit([admission(1, 1)]);
      await registry.close();
      await registry.close();
      expect(await admitted).toMatchObject([{ kind: 'admitted' }]);
      await expect(registry.admit([admission(1, 2)])).rejects.toMatchObject({ reason: 'store_failed' });
      await expect(registry.client(clientId(1))).rejects.toMatchObject({ reason: 'store_failed' });
    });

    if (!durable) return;

    it('knows clients, channels and epochs after a restart, and goes on with the serials', async () => {
      await registry.admit([admission(1, 1), admission(2, 2)]);
      await registry.addEpoch(epoch(1));
      await reopen();
      expect(await registry.admit([admission(1, 1), admission(1, 3, { enrol: undefined })])).toEqual([
        { kind: 'known' },
        { kind: 'admitted', serial: expect.any(Number), newClient: false, rights: 1, hidden: false, seeing: 'members' },
      ]);
      expect((await registry.client(clientId(1)))!.serial).toBeGreaterThan((await registry.client(clientId(2)))!.serial);
      expect(await registry.addEpoch(epoch(1))).toBe(false);
    });

    it('never gives a serial twice, though all channels were pruned before a restart', async () => {
      const [before] = await registry.admit([admission(1, 1)]);
      await registry.prune(dayMs * 10);
      await reopen();
      const [after] = await registry.admit([admission(2, 2)]);
      expect((after as { serial: number }).serial).toBeGreaterThan((before as { serial: number }).serial);
    });
  });
}
