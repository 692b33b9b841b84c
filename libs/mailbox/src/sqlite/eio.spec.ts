import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Disk } from '../testing/disk.js';
import { opened } from '../testing/power.js';
import { recipient, testRun } from '../testing/runs.js';
import type { Engine } from './engine.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyway-mailbox-eio-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const program = fileURLToPath(new URL('../testing/short-of-file.ts', import.meta.url));
const bodySize = 30_000;
const append = (engine: Engine, first: number) => engine.write([testRun({ first, bodySize })], [], 1)[0]!;
const numbersIn = (engine: Engine): number[] => engine.read(recipient(1), 0, 1e9, 1).map(({ firstSeq }) => firstSeq);
const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
const refusal = (fromSeq: number) => ({ kind: 'refused', reason: 'store_full', fromSeq });

it('R10 when the n-th write of a commit fails, refuses all of it, keeps what was stored, and stores it at the next try', () => {
  const args = ['--import', fileURLToPath(new URL('./from-source.mjs', import.meta.url)), program, join(folder, 'mailboxes.db'), '24'];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  const said = stdout.split('\n').filter(Boolean);
  expect(said.map((line) => JSON.parse(line) as unknown)).toEqual(
    upTo(24).map((stored) => ({
      ...{ refused: refusal(stored + 1), waiting: upTo(stored), afterKill: upTo(stored), lost: 0, then: 'stored' },
    })),
  );
});

it('R10 when the disk fails to sync, takes nothing for stored that is not on it, and goes on when it works again', () => {
  const disk = Disk.mount(3_145_728);
  if (!disk) return; // who may not mount has the test above
  const path = join(disk.folder, 'mailboxes.db');
  const { engine } = opened(path);
  let stored = 0;
  while (append(engine, stored + 1).kind === 'stored') stored += 1;
  expect(stored).toBeGreaterThan(20);
  for (let n = 0; n < 5; n += 1) expect(append(engine, stored + 1)).toEqual(refusal(stored + 1));
  expect(numbersIn(engine)).toEqual(upTo(stored));
  disk.heal();
  for (const end = stored + 10; stored < end; stored += 1) expect(append(engine, stored + 1)).toMatchObject({ kind: 'stored' });
  engine.close();
  disk.remount();
  const again = opened(path);
  expect([numbersIn(again.engine), again.drops]).toEqual([upTo(stored), []]);
  again.engine.close();
  disk.remove();
});
