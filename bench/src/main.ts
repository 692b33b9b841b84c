import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startFleet } from '@keyway/fleet';
import { durableRows } from './cases/durable.js';
import { handshakeRows } from './cases/handshakes.js';
import { idleRows } from './cases/idle.js';
import { keyway } from './cases/keyway.js';
import { pairRows } from './cases/pairs.js';
import { rawTcp, rawZmq } from './cases/raw.js';
import { roundTripRows, streamRows } from './cases/relay.js';
import { startRows } from './cases/start.js';
import { makeCertificates } from './certificates.js';
import { startServer } from './children.js';
import { startRabbit } from './servers/rabbitmq.js';
import { machine, printTable, type Row } from './report.js';

const folder = mkdtempSync(join(tmpdir(), 'keyway-bench-'));
const rows: Row[] = [];
const say = (text: string): void => console.error(`… ${text}`);

const fleet = await startFleet({ home: folder, ports: 'free', env: {}, settings: { logLevel: 'warn' } });
try {
  const routerPid = fleet.pid('router')!;
  for (const [edge, open, goals] of [
    ['zmq', rawZmq, { 64: 5, 1_024: 3, 16_384: 0.9 }],
    ['tcp', rawTcp, {}],
  ] as const) {
    const raw = await open();
    const ours = await keyway({ address: fleet.address, routerPid }, edge);
    say(`live stream, ${edge}`);
    rows.push(...(await streamRows('P2', ours, raw, goals)));
    say(`round trips, ${edge}`);
    rows.push(...(await roundTripRows(ours, raw)));
    await ours.close();
    await raw.close();
  }
  makeCertificates(folder);
  say('64 pairs');
  rows.push(...(await pairRows({ address: fleet.address, routerPid }, folder)));
  const rabbit = await startRabbit(folder, folder);
  say(
    rabbit ? `durable stream, against RabbitMQ ${rabbit.version}` : 'durable stream, without its baseline: no rabbitmq-server is installed',
  );
  rows.push(...(await durableRows({ address: fleet.address, routerPid }, rabbit, folder)));
  await rabbit?.stop();
  say('channels and sessions against mutual TLS');
  const tls = await startServer('mtls', folder);
  const pids = { auth: fleet.pid('auth')!, 'channel-broker': fleet.pid('channel-broker')!, router: routerPid };
  rows.push(...(await handshakeRows({ address: fleet.address, pids }, tls, folder)));
  await tls.stop();
} finally {
  await fleet.stop();
  rmSync(folder, { recursive: true, force: true });
}
rows.push(...(await idleRows(say)));
say('starts');
rows.push(...(await startRows()));

printTable(rows);
const result = fileURLToPath(new URL('../results/latest.json', import.meta.url));
mkdirSync(dirname(result), { recursive: true });
writeFileSync(result, `${JSON.stringify({ machine: machine(), rows }, undefined, 2)}\n`);
console.log(`\nwritten to ${result}`);
