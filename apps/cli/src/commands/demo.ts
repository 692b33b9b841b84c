import { startFleet } from '@keyway/fleet';
import { Command, Option } from 'commander';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { play } from '../demo/play.js';
import { bytes, usageError } from '../options.js';
import type { Act } from '../program.js';

interface DemoOptions {
  readonly size: number;
}

export const demoCommand = (act: Act): Command =>
  new Command('demo')
    .description('a fleet of its own, a file sent through it, and what is killed meanwhile')
    .addOption(new Option('--size <bytes>', 'how large the file is, 6MB at least').argParser(bytes).default(24_000_000, '24MB'))
    .action(act(demo));

/** Less fits into a mailbox, and then it would never be full. */
const SMALLEST = 6_000_000;

/** Everything lives in a folder of its own and goes with it, whatever happens. */
async function demo(context: Context, { size }: DemoOptions): Promise<number> {
  const { terminal, signal, urgent, env } = context;
  if (size < SMALLEST) throw usageError(`--size is ${SMALLEST} at least`);
  const home = mkdtempSync(join(tmpdir(), 'keyway-demo-'));
  try {
    terminal.say(`A fleet of its own in ${home}; it is removed at the end.`);
    const fleet = await startFleet({ home, ports: 'free', env, signal });
    const kill = (): void => void fleet.stop({ atOnce: true });
    urgent.addEventListener('abort', kill);
    try {
      return (await play({ ...context, home, fleet: fleet.address }, fleet, size)) ? exitCodes.ok : exitCodes.internal;
    } finally {
      await fleet.stop();
    }
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}
