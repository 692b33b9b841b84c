import { startFleet } from '@keyway/fleet';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDriver } from '../children.js';
import type { Row } from '../report.js';
import { spread } from '../stats.js';

const counts = [1_000, 10_000] as const;
const perDriver = 2_500;
const goalKiB = { tcp: 8, zmq: 34 } as const;
/** Nothing is due while memory is read. */
const settings = { heartbeatMs: 300_000, timeoutMs: 750_000, logLevel: 'warn' } as const;
/** What the attaches left behind goes with the collections of the next seconds. */
const settleMs = 5_000;

/** P9: what an idle session costs the router, all in: its resident memory with and without them. */
export async function idleRows(say: (text: string) => void): Promise<Row[]> {
  const rows: Row[] = [];
  for (const edge of ['tcp', 'zmq'] as const) {
    for (const count of counts) {
      say(`idle sessions, ${edge}, ${count}`);
      rows.push(await idleRow(edge, count));
    }
  }
  return rows;
}

async function idleRow(edge: 'tcp' | 'zmq', count: number): Promise<Row> {
  const home = mkdtempSync(join(tmpdir(), 'keyway-idle-'));
  const fleet = await startFleet({ home, ports: 'free', env: {}, settings });
  const drivers = [];
  try {
    const pid = fleet.pid('router')!;
    const warm = await startDriver('idle', fleet.address, edge, '50'); // code is compiled and pools are filled with the first ones
    drivers.push(warm);
    await settle();
    const before = residentKiB(pid);
    for (let left = count; left > 0; left -= perDriver) {
      drivers.push(await startDriver('idle', fleet.address, edge, String(Math.min(perDriver, left))));
    }
    await settle();
    const attached = await sessionsOf(fleet.health.router);
    if (attached !== count + 50) throw new Error(`${attached} of ${count + 50} sessions stand`);
    const each = (residentKiB(pid) - before) / count;
    const goal = goalKiB[edge];
    return {
      figure: 'P9',
      what: `${count.toLocaleString('en')} idle sessions, ${edge}: router memory each`,
      unit: 'KiB',
      ours: spread([each]),
      goal: `≤ ${goal} KiB`,
      met: each <= goal,
    };
  } finally {
    for (const driver of drivers) await driver.stop();
    await fleet.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, settleMs));

const residentKiB = (pid: number): number => Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))![1]);

async function sessionsOf(health: string): Promise<number> {
  const metrics = await (await fetch(`${health}/metrics`)).text();
  return Number(/^keyway_router_sessions(?:\{[^}]*\})? (\d+)/m.exec(metrics)?.[1] ?? NaN);
}
