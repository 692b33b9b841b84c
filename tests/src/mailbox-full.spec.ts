import { encodeId } from '@keyway/crypto';
import { FileStore } from '@keyway/client';
import type { Fleet } from '@keyway/fleet';
import { join } from 'node:path';
import { mailboxSum } from './harness/metrics.js';
import { aClient, aFleet, aKey, cleanUp, freshFolder, until, within } from './harness/places.js';

const mailboxBytes = 600_000; // a little over the least that is allowed
let fleet: Fleet;
beforeAll(async () => {
  fleet = await aFleet({ settings: { mailboxBytes } });
});
afterAll(cleanUp);

it.each(['tcp', 'zmq'] as const)(
  'a full mailbox halts its senders and nobody else; they go on by themselves, in order (%s)',
  async (edge) => {
    const identity = aKey();
    const eveId = encodeId(identity.public.fingerprint);
    await (await aClient(fleet, { identity })).close();
    const [adam, noah] = await Promise.all([
      aClient(fleet, { edge, store: new FileStore(join(freshFolder(), 'state')) }),
      aClient(fleet, { edge }),
    ]);
    const told: string[] = [];
    adam.on('halted', ({ to, reason }) => told.push(`${reason} ${to === eveId}`));
    adam.on('resumed', ({ to }) => told.push(`resumed ${to === eveId}`));
    const accepted: number[] = [];
    const all = Array.from({ length: 400 }, (_, i) => adam.send(eveId, `${i}|${'x'.repeat(6_000)}`).then(() => accepted.push(i)));
    await until('the sender is halted', () => told.length > 0);
    expect(told).toEqual(['mailbox_full true']);
    await within(5_000, 'others are served', adam.send(noah.id, 'for noah'));
    const { value: message } = await noah.messages().next();
    expect(message?.text()).toBe('for noah');
    message?.done();
    expect([accepted.length < 150, adam.stats().halted]).toEqual([true, 1]);

    const eve = await aClient(fleet, { identity, edge });
    const seen: number[] = [];
    for await (const message of eve.messages()) {
      seen.push(Number(message.text().split('|')[0]));
      if (seen.length === 400) message.done();
      if (seen.length === 400) break;
    }
    await within(10_000, 'all is accepted', Promise.all(all));
    const order = Array.from({ length: 400 }, (_, i) => i);
    expect([seen, accepted]).toEqual([order, order]);
    expect(new Set(told)).toEqual(new Set(['mailbox_full true', 'resumed true']));
    expect([told.at(-1), adam.stats().halted]).toEqual(['resumed true', 0]);
    await Promise.all([adam, noah, eve].map((client) => client.close()));
    await until('nothing waits', async () => (await mailboxSum(fleet)).waiting === 0);
    expect((await mailboxSum(fleet)).rest).toBe(0);
  },
);
