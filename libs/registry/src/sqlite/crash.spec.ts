import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { admission, auditHash } from '../testing/rows.js';
import { openSqliteRegistry } from './open.js';

const rounds = 5;
const hooks = fileURLToPath(new URL('../testing/from-source.mjs', import.meta.url));
const child = fileURLToPath(new URL('../testing/child.ts', import.meta.url));

/** Admits in another process, kills it after `lines` answers, and returns the [channel, serial] pairs it got. */
async function admittedBeforeKill(path: string, start: number, lines: number): Promise<number[][]> {
  const admitting = spawn(process.execPath, ['--import', hooks, child, path, String(start)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  admitting.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
    if (told.split('\n').length > lines) admitting.kill('SIGKILL');
  });
  await new Promise((resolve) => admitting.once('close', resolve));
  expect(admitting.signalCode).toBe('SIGKILL');
  const complete = told.slice(0, told.lastIndexOf('\n')).split('\n');
  return complete.map((line) => line.split(' ').map(Number));
}

it(`knows every channel it admitted after kill -9 in the middle of admissions, ${rounds} times over`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'keyway-registry-crash-'));
  const path = join(folder, 'registry.db');
  const serials: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const admitted = await admittedBeforeKill(path, round * 1_000_000, 20 + 100 * round);
    const newest = Math.max(0, ...serials);
    for (const [, serial] of admitted) expect(serial).toBeGreaterThan(newest);
    serials.push(...admitted.map(([, serial]) => serial!));
    const registry = await openSqliteRegistry({ path, auditHash });
    const again = await registry.admit(admitted.map(([channel]) => admission(channel! % 50, channel!)));
    expect(again.filter(({ kind }) => kind !== 'known')).toEqual([]);
    await registry.close();
  }
  expect(new Set(serials).size).toBe(serials.length);
  await rm(folder, { recursive: true });
}, 30_000);
