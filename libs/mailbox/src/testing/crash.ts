import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectSumsToHold, readAll, testId, testRun } from './runs.js';
import { openSqliteMailbox } from '../sqlite/store.js';

const hooks = fileURLToPath(new URL('../sqlite/from-source.mjs', import.meta.url));
const child = fileURLToPath(new URL('./child.ts', import.meta.url));

/** Appends in another process, kills it after `lines` outcomes, and returns the last number per stream it reported as stored. */
async function storedBeforeKill(path: string, start: number, lines: number): Promise<Map<number, number>> {
  const appending = spawn(process.execPath, ['--import', hooks, child, path, String(start)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  appending.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
    if (told.split('\n').length > lines) appending.kill('SIGKILL');
  });
  await new Promise((resolve) => appending.once('close', resolve));
  expect(appending.signalCode).toBe('SIGKILL');
  const complete = told.slice(0, told.lastIndexOf('\n')).split('\n');
  return new Map(complete.map((line) => line.split(' ').map(Number) as [number, number]));
}

/** Nothing reported as stored is lost, doubled or out of order when the process is killed in the middle of appends. */
export function survivesKills(rounds: number): void {
  it(
    `has every message it reported as stored after kill -9 in the middle of appends, ${rounds} times over`,
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'keyway-mailbox-crash-'));
      const path = join(folder, 'mailboxes.db');
      let start = 1;
      for (let round = 0; round < rounds; round += 1) {
        const reported = await storedBeforeKill(path, start, 20 + 150 * round);
        expect(reported.size).toBe(8);
        const store = await openSqliteMailbox({ path });
        const runs = (await Promise.all([0, 1, 2].map((to) => readAll(store, to)))).flat();
        let last = start;
        for (const [stream, upTo] of reported) {
          const ours = runs.filter((run) => run.stream.join() === testId('t', stream, 16).join());
          let next = start;
          for (const { firstSeq, count } of ours) {
            expect(firstSeq).toBe(next); // in order, once, without a hole
            next += count;
          }
          expect(next - 1).toBeGreaterThanOrEqual(upTo);
          last = Math.max(last, next);
        }
        await expectSumsToHold(store);
        await store.release(runs.map(({ id }) => id));
        expect((await store.stats()).messages).toBe(0);
        start = await startAll(store, last);
        await store.close();
      }
      await rm(folder, { recursive: true });

      /** Brings every stream to the same number with skips, so that the next round goes on from there. */
      async function startAll(store: Awaited<ReturnType<typeof openSqliteMailbox>>, next: number): Promise<number> {
        await store.append(
          [0, 1, 2, 3, 4, 5, 6, 7].map((stream) => testRun({ to: stream % 3, stream, first: 1, count: next, skipped: true })),
        );
        for (const to of [0, 1, 2]) await store.release((await readAll(store, to)).map(({ id }) => id));
        return next + 1;
      }
    },
    6_000 * rounds,
  );
}
