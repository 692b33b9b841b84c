import { connect, PrivateIdentity, type Client } from '@keyway/client';
import { startFleet, type Fleet } from '@keyway/fleet';
import { KeywayClient } from '@keyway/nest';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { lastValueFrom } from 'rxjs';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist/nest-backend/main.js', import.meta.url));

let fleet: Fleet;
let home: string;
let customer: Client;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'keyway-nest-'));
  fleet = await startFleet({ home: join(home, 'fleet'), ports: 'free', env: {} });
  customer = await connect({ fleet: fleet.address, identity: PrivateIdentity.generate('ed25519') });
}, 60_000);
afterAll(async () => {
  await customer.close();
  await fleet.stop();
  rmSync(home, { recursive: true, force: true });
});

/** The back end, once it serves. */
async function aBackend(): Promise<ChildProcess> {
  const backend = spawn(process.execPath, [program, fleet.address, join(home, 'orders')], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(backend.stdout)) if (line === 'serving orders') break;
  return backend;
}
const order = (what: object, asker = customer): Promise<unknown> =>
  asker
    .request('orders.place', JSON.stringify(what), { contentType: 'application/json' })
    .then((reply) => JSON.parse(reply.text()) as unknown);

it('takes orders from whoever holds a key, shows each customer its own, and ends when it is told to', async () => {
  const backend = await aBackend();
  const other = await connect({ fleet: fleet.address, identity: PrivateIdentity.generate('ed25519') });
  const proxy = new KeywayClient({ client: customer, service: 'orders' }); // the same from another Nest program
  try {
    expect(await order({ item: 'tea', count: 2 })).toEqual({ item: 'tea', count: 2, number: 1, paid: false });
    expect(await order({ item: 'rum', count: 1 }, other)).toMatchObject({ number: 2 });
    await expect(order({ item: 'tea', count: 0 })).rejects.toMatchObject({
      reason: 'malformed',
      message: expect.stringContaining('count: 1 to 1,000') as string,
    });
    await expect(lastValueFrom(proxy.send('pay', { number: 2 }))).rejects.toMatchObject({ reason: 'malformed' }); // it is not theirs
    expect(await lastValueFrom(proxy.send('pay', { number: 1 }))).toMatchObject({ paid: true });
    expect(await lastValueFrom(proxy.send('list', ''))).toEqual([{ item: 'tea', count: 2, number: 1, paid: true }]);
  } finally {
    await other.close();
    backend.kill('SIGTERM');
  }
  await once(backend, 'exit');
  await expect(order({ item: 'tea', count: 1 })).rejects.toMatchObject({ reason: 'no_worker' });
}, 60_000);

it('comes back under its key, and is asked again', async () => {
  const first = await aBackend();
  first.kill('SIGKILL');
  await once(first, 'exit');
  const second = await aBackend(); // the services belong to its key
  expect(await order({ item: 'tea', count: 3 })).toMatchObject({ count: 3 });
  second.kill('SIGTERM');
  await once(second, 'exit');
}, 60_000);

it('without a fleet and a folder it says how it is used', async () => {
  const backend = spawn(process.execPath, [program], { stdio: ['ignore', 'ignore', 'pipe'] });
  const [told] = (await once(backend.stderr, 'data')) as [Buffer];
  expect([String(told), (await once(backend, 'exit'))[0]]).toEqual([expect.stringContaining('usage') as string, 2]);
}, 30_000);
