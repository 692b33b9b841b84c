import { connect, FileStore, parseFleetAddress, type Client } from '@keyway/client';
import type { PrivateIdentity } from '@keyway/crypto';
import type { Fleet } from '@keyway/fleet';
import type { Channel } from '@keyway/session';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Meeting } from '../evil/client-records.js';
import * as f from '../evil/frames.js';
import { countOf, counted } from '../harness/metrics.js';
import { aClient, aKey, freshFolder, reasonOf } from '../harness/places.js';
import { aChannel } from '../harness/stranger.js';

const dropped = 'router_records_dropped_total';
const hourMs = 3_600_000;

/** T31, T32 and T36: clocks that are wrong, state that is copied, peers that are gone. The fleet drops silent peers soon. */
export function neglect(place: () => Fleet): void {
  let fleet: Fleet;
  let fingerprint: Uint8Array;
  beforeAll(() => {
    fleet = place();
    ({ fingerprint } = parseFleetAddress(fleet.address));
  });
  const channelOf = (identity: PrivateIdentity): Promise<Channel> => aChannel(fleet.ports.brokerTcp, identity, fingerprint);
  const meet = async (channel: Channel, identity: PrivateIdentity): Promise<Meeting> =>
    (await Meeting.at(fleet.ports.routerTcp, channel, identity.public.fingerprint)).begin();
  const sessions = (): Promise<number> => countOf(fleet, 'router', 'router_sessions');

  it('T36 the place of a peer that says nothing is free in time, whatever others say in its name', async () => {
    const [dead, alive] = [aKey(), aKey()];
    const [deadChannel, aliveChannel] = await Promise.all([channelOf(dead), channelOf(alive)]);
    const before = await sessions();
    const [silent, honest] = await Promise.all([meet(deadChannel, dead), meet(aliveChannel, alive)]);
    const forger = await Meeting.at(fleet.ports.routerTcp, deadChannel, dead.public.fingerprint); // the same channel, other keys
    expect(await sessions()).toBe(before + 2);
    const over = { now: false };
    const stopped = silent.hears('stop session_idle').finally(() => (over.now = true));
    const work = async () => {
      for (let seq = silent.end.next; !over.now;) {
        silent.stranger.say(forger.end.sealed(seq, f.heartbeat())); // a heartbeat, and the right number
        honest.stranger.say(honest.end.record(f.heartbeat()));
        await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, 100))]);
      }
    };
    const [forged] = await counted(fleet, 'router', [dropped], work);
    expect([await stopped, forged! > 0, await honest.outcome()]).toEqual(['stop session_idle', true, 'goes on']);
    expect(await sessions()).toBe(before + 1);
    for (const meeting of [silent, honest, forger]) meeting.close();
  });

  it('T32 a copy of a client that attaches tells the first one, which does not come back by itself', async () => {
    const identity = aKey();
    const folder = join(freshFolder(), 'state');
    const first = await aClient(fleet, { identity, store: new FileStore(folder) });
    await first.send(first.id, 'before');
    cpSync(folder, `${folder}.copy`, { recursive: true });
    rmSync(join(`${folder}.copy`, 'lock'));
    const told = new Promise((resolve) => first.on('closed', resolve));
    const copy = await aClient(fleet, { identity, store: new FileStore(`${folder}.copy`) });
    expect(await told).toMatchObject({ reason: 'session_replaced' });
    expect(await reasonOf(first.send(copy.id, 'x'))).not.toBe('succeeded');
    expect([first.state, copy.state]).toEqual(['closed', 'attached']);
    await copy.close();
  });

  it('T32 the keys of a session that was replaced open nothing any more, on its link or on the new one', async () => {
    const identity = aKey();
    const channel = await channelOf(identity);
    const old = await meet(channel, identity);
    const restored = await meet(channel, identity);
    expect(await old.hears('stop session_replaced')).toBe('stop session_replaced');
    old.stranger.say(old.end.record(f.run(2, 9, f.skipped(1))));
    await old.stranger.peer.end();
    const work = async () => {
      for (const seq of [1, restored.end.next, old.end.next]) restored.stranger.say(old.end.sealed(seq, f.heartbeat()));
      expect(await restored.outcome()).toBe('goes on');
    };
    expect(await counted(fleet, 'router', [dropped], work)).toEqual([3]);
    for (const meeting of [old, restored]) meeting.close();
  });

  it.each([-24 * hourMs, -61_000, 61_000, 24 * hourMs])(
    'T31 a client whose clock is %d ms off hears both clocks, and adopts neither time nor channel',
    async (offMs) => {
      const wallMs = () => Date.now() + offMs;
      const work = async () => {
        const thrown: unknown = await connect({ fleet: fleet.address, identity: aKey(), wallMs }).catch((error: unknown) => error);
        expect(thrown).toMatchObject({ reason: 'request_stale' });
        const times = String(thrown).match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? []; // the fleet's and its own
        const offs = times.map((time) => Math.round((Date.parse(time) - Date.now()) / 30_000));
        expect(offs.map(Math.abs)).toEqual([0, Math.round(Math.abs(offMs) / 30_000)]);
      };
      expect(await counted(fleet, 'channel-broker', ['broker_grants_total'], work)).toEqual([0]);
    },
  );

  it('T31 a clock that is less than a minute off costs nothing; one that jumps while attached ends no session and loses no message', async () => {
    const clocks = { offMs: 50_000 };
    const client: Client = await aClient(fleet, { wallMs: () => Date.now() + clocks.offMs });
    const inbox = client.messages();
    for (const offMs of [50_000, -24 * hourMs, 24 * hourMs, -50_000]) {
      clocks.offMs = offMs;
      await client.send(client.id, `${offMs}`);
      expect((await inbox.next()).value?.text()).toBe(`${offMs}`);
    }
    expect(client.stats().attaches).toBe(1);
    await client.close();
  });
}
