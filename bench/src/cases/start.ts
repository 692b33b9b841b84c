import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Row } from '../report.js';
import { spread } from '../stats.js';

const rounds = 5;
const bin = fileURLToPath(new URL('../../../apps/cli/bin/keyway.js', import.meta.url));

/** P12: the command behind `npm start`, from its start to the fleet address on the screen; first the founding of a home, then starts on it. */
export async function startRows(): Promise<Row[]> {
  const home = mkdtempSync(join(tmpdir(), 'keyway-bench-'));
  try {
    const first = await start(home);
    const again: number[] = [];
    for (let round = 0; round < rounds; round += 1) again.push(await start(home));
    const row = (what: string, values: readonly number[]): Row => {
      const ours = spread(values);
      return { figure: 'P12', what, unit: 's', ours, goal: '≤ 5 s', met: ours.median <= 5 };
    };
    return [row('start to ready, first start of a home', [first]), row('start to ready, later starts', again)];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function start(home: string): Promise<number> {
  const at = performance.now();
  const child = spawn(process.execPath, [bin, '--home', home, 'up', '--ports', 'free'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const seconds = await new Promise<number>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('keyway://')) resolve((performance.now() - at) / 1_000);
    });
    child.once('exit', (code) => reject(new Error(`keyway up ended with ${code}: ${text}`)));
  });
  child.kill('SIGINT');
  await gone;
  return seconds;
}
