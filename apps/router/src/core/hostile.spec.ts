import { codeOf, encodeBodies, limits } from '@keyway/wire';
import { kept } from './route.js';
import { World } from '../testing/world.js';
import type { TestClient } from '../testing/client.js';
import { namedId } from '../testing/keys.js';

const live = 1;
const durable = 0;
const stream = namedId('stream', 16);
const one = encodeBodies([Uint8Array.of(1)]);

/** Frames as no SDK would write them. */
function open(client: TestClient, to: TestClient, count = 1, deliveryClass = live): void {
  for (let handle = 1; handle <= count; handle += 1) {
    const id = new Uint8Array(16);
    new DataView(id.buffer).setUint32(0, handle);
    client.session!.out.open(handle, to.id, id, deliveryClass);
    if (client.session!.out.length > limits.recordSoftBytes) client.flush();
  }
  client.flush();
}

it('answers a skip on a live stream without passing it on: an empty run would end the recipient’s session', async () => {
  const world = new World();
  const { adam, eve } = await world.attached('adam', 'eve');
  adam.session!.out.open(1, eve.id, stream, live);
  adam.session!.out.run(1, 1, 0, 0, 0, 3, new Uint8Array(0));
  adam.flush();
  await world.settle();
  expect(eve.ended).toEqual([]);
  expect(adam.ended).toEqual([]);
});

it('a live message given up is answered in its turn, also behind messages that wait for credit', async () => {
  const world = new World();
  const adam = world.client('adam').attach();
  const eve = world.client('eve', { window: { messages: 4, bytes: 1_000 } }).attach();
  await world.settle();
  eve.reading = false;
  for (let i = 0; i < 6; i += 1) {
    adam.send(eve, `${i}`, 'live');
    await world.settle(); // one run each
  }
  const given = adam.send(eve, 'given up', 'live');
  adam.outgoing.giveUp(adam.stream(eve.id, 'live'), given.seq);
  await world.settle();
  expect(adam.states.slice(0, 6)).toEqual(['accepted', 'accepted', 'accepted', 'accepted', 'waiting', 'waiting']);
  eve.reading = true;
  await world.settle();
  expect(adam.states.slice(0, 6)).toEqual(Array(6).fill('accepted'));
  expect(adam.outgoing.waiting).toBe(0);
  expect(eve.texts).toEqual(['0', '1', '2', '3', '4', '5']);
});

it('survives recipients that leave together while thousands of live runs wait for them: the refusals take several records', async () => {
  const world = new World();
  const { adam, ...others } = await world.attached('adam', 'eve', 'ada');
  const far = 2 ** 50; // refusals name numbers: large ones take eight bytes
  for (const [handle, client] of [others.eve, others.ada].entries()) {
    client.deaf = client.link!.full = true;
    const out = adam.session!.out;
    out.open(handle + 1, client.id, stream, live);
    for (let i = 0; i < 8_193; i += 1) {
      out.run(handle + 1, far + i, 0, 0, 0, 0, one);
      if (out.length > 60_000) adam.flush();
    }
    adam.flush();
    world.travel();
  }
  others.eve.sever();
  others.ada.sever();
  expect(() => world.travel()).not.toThrow();
  expect(world.relay.totals.refused).toEqual(new Map([['recipient_offline', 2 * (8_193 - 1_024)]]));
  expect(adam.ended).toEqual([]);
});

it('survives more streams to be answered in one turn than a record has frames', async () => {
  const world = new World();
  const adam = world.client('adam').attach();
  const eve = world.client('eve', { window: { messages: 100_000, bytes: 1_048_576 } }).attach();
  await world.settle();
  open(adam, eve, 20_000);
  world.travel();
  const out = adam.session!.out;
  for (let handle = 1; handle <= 20_000; handle += 1) {
    out.run(handle, 2 ** 50, 0, 0, 0, 0, one);
    if (out.length > 60_000) adam.flush();
  }
  adam.flush();
  expect(() => world.travel()).not.toThrow();
  expect(adam.ended).toEqual([]);
  expect(eve.shown.length).toBe(20_000);
});

it('ends the session of a run that is too long to be written to its recipient, before it is stored: no such row may ever block a mailbox', async () => {
  const world = new World();
  const { adam, eve } = await world.attached('adam', 'eve');
  adam.session!.out.open(1, eve.id, stream, durable);
  adam.flush();
  const fill = (bytes: number): Uint8Array => encodeBodies([new Uint8Array(limits.bodyBytes), new Uint8Array(bytes)]);
  adam.session!.out.run(1, 1, 0, 0, 0, 0, fill(3_900));
  adam.flush();
  await world.settle();
  expect(adam.ended).toEqual(['too_large']);
  expect(world.relay.totals.durableStored).toBe(0);
  expect(eve.ended).toEqual([]);
});

it('writes the largest body to its recipient, first on its stream and last of its record', async () => {
  const world = new World();
  const { adam, eve } = await world.attached('adam', 'eve');
  adam.send(eve, 'small');
  adam.sendBytes(eve, new Uint8Array(limits.bodyBytes));
  adam.sendBytes(eve, new Uint8Array(limits.bodyBytes), 'live');
  await world.settle();
  expect(eve.shown.map(({ body }) => body.length).sort()).toEqual([262_144, 262_144, 5].sort());
});

it('does not cut a slow reader because the body that found its link full was a large one', async () => {
  const world = new World();
  const adam = world.client('adam').attach();
  const eve = world.client('eve', { window: { messages: 1_024, bytes: 16_777_216 } }).attach();
  await world.settle();
  eve.deaf = true;
  eve.link!.full = true;
  adam.send(eve, 'x');
  adam.sendBytes(eve, new Uint8Array(limits.bodyBytes));
  adam.sendBytes(eve, new Uint8Array(limits.bodyBytes));
  await world.settle();
  eve.deaf = false;
  eve.drained();
  await world.settle();
  expect(eve.ended).toEqual([]);
  expect(eve.shown.length).toBe(3);
});

it('never asks for more room than one honest window twice: a client that rewound at a halt is not cut for what the store still holds', async () => {
  const world = new World({ settings: { windowMessages: 100 }, quota: { messages: 100 } });
  const { adam, eve, ada } = await world.attached('adam', 'eve', 'ada');
  eve.sever();
  await world.settle();
  for (let i = 0; i < 100; i += 1) adam.send(eve, `${i}`);
  await world.settle(); // eve's mailbox is full
  for (let i = 0; i < 50; i += 1) adam.send(eve, `more ${i}`);
  world.travel(); // on its way to the store
  for (let i = 0; i < 50; i += 1) adam.send(eve, `even more ${i}`);
  world.travel();
  expect(world.jobs.map(({ kind }) => kind)).toEqual(['append', 'append']);
  await world.perform(world.jobs[0]); // mailbox_full; the second one is still under way
  for (let i = 0; i < 100; i += 1) {
    world.now += 30; // a run of its own
    adam.send(ada, `${i}`);
  }
  await world.settle();
  expect(adam.ended).toEqual([]);
  expect(ada.shown.length).toBe(100);
});

it('takes no more than twice a window at a time: what is more is refused for the moment, and told once', async () => {
  const world = new World({ settings: { windowMessages: 10 } });
  const { adam, eve } = await world.attached('adam', 'eve');
  const told: unknown[] = [];
  adam.refused = (_handle, first, _last, code) => void told.push([first, code]);
  adam.session!.out.open(1, eve.id, stream, durable);
  for (let seq = 1; seq <= 40; seq += 1) adam.session!.out.run(1, seq, 0, 0, 0, 0, one);
  adam.flush();
  world.travel();
  expect(world.relay.appendingBytes).toBeLessThan(20 * 300);
  await world.settle();
  expect([told, adam.ended]).toEqual([[[21, codeOf('backpressure')]], []]);
  expect(eve.shown.length).toBe(20);
  expect(world.relay.totals.refused).toEqual(new Map([['backpressure', 20]]));
});

it('copies a small body that waits: a byte must not keep a record of a quarter of a megabyte', async () => {
  const record = new Uint8Array(limits.recordBytes);
  expect(kept(record.subarray(0, 3)).buffer.byteLength).toBe(3);
  expect(kept(record.subarray(0, 200_000)).buffer).toBe(record.buffer);
});

it('asks auth for no more ids at a time than auth answers, and for the rest afterwards', async () => {
  const world = new World();
  const { adam } = await world.attached('adam');
  const out = adam.session!.out;
  for (let handle = 1; handle <= 10_000; handle += 1) {
    const id = new Uint8Array(32);
    new DataView(id.buffer).setUint32(0, handle);
    out.open(handle, id, stream, durable);
    if (out.length > 60_000) adam.flush();
  }
  adam.flush();
  const asked: number[] = [];
  const { lookup } = world.relay.effects;
  world.relay.effects.lookup = (what) => {
    asked.push(what.clientIds.length);
    lookup(what);
  };
  await world.settle();
  expect(Math.max(...asked)).toBeLessThanOrEqual(1_024);
  expect(asked.reduce((sum, n) => sum + n, 0)).toBe(10_000);
});

describe('a client that opens streams to thousands of strangers', () => {
  const openMany = (client: TestClient, count: number): void => {
    for (let handle = 1; handle <= count; handle += 1) {
      const id = new Uint8Array(client.id); // of nobody, and of another nobody for each client
      new DataView(id.buffer).setUint32(0, handle);
      client.session!.out.open(handle, id, stream, durable);
      if (client.session!.out.length > 60_000) client.flush();
    }
    client.flush();
  };
  const counting = (world: World): number[] => {
    const asked: number[] = [];
    const { lookup } = world.relay.effects;
    world.relay.effects.lookup = (what) => {
      asked.push(what.clientIds.length);
      lookup(what);
    };
    return asked;
  };

  it('does not hold up those who ask behind it: ids are asked for in turns', async () => {
    const world = new World();
    const { adam, ada } = await world.attached('adam', 'ada');
    const eve = world.client('eve');
    const asked = counting(world);
    openMany(adam, 10_000);
    world.travel();
    ada.send(eve);
    world.travel();
    await world.performAll('append');
    await world.perform(world.job('lookup'));
    world.travel();
    await world.perform(world.job('lookup'));
    world.travel();
    await world.perform(world.job('append'));
    world.travel();
    expect(ada.states).toEqual(['accepted']);
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it('is forgotten with its session: nobody is asked for any more on its behalf', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    const asked = counting(world);
    openMany(adam, 10_000);
    world.travel();
    adam.sever();
    await world.settle();
    expect(asked).toEqual([1_024]);
  });

  it('makes room when all sessions together have too many: the one with the most begins anew, and no other', async () => {
    const world = new World({ limits: { routes: 100 } });
    const { adam, ada, eve } = await world.attached('adam', 'ada', 'eve');
    openMany(adam, 80);
    openMany(ada, 20);
    world.travel();
    expect([adam.ended, ada.ended]).toEqual([[], []]);
    eve.send(ada);
    await world.settle();
    expect([adam.ended, ada.ended, eve.states]).toEqual([['stream_limit'], [], ['accepted']]);
    adam.attach();
    await world.settle();
    openMany(adam, 70);
    await world.settle();
    expect([adam.ended, ada.ended]).toEqual([['stream_limit'], []]); // what it had counts no more
  });
});

it('forgets the streams of a session that is gone, whatever their recipients’ mailboxes do', async () => {
  const world = new World({ quota: { messages: 1 } });
  const { adam } = await world.attached('adam');
  const eve = world.client('eve');
  adam.send(eve);
  adam.send(eve);
  await world.settle();
  expect(world.relay.haltedCount).toBe(1);
  adam.sever();
  await world.settle();
  expect(world.relay.haltedCount).toBe(0);
});
