import type { TestClient } from '../testing/client.js';
import { World } from '../testing/world.js';

/** One run each. */
async function sendApart(world: World, from: TestClient, to: TestClient, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    world.now += 30;
    from.send(to, `${from.name} ${i + 1}`, 'live');
  }
  await world.settle();
}
const small = { window: { messages: 4, bytes: 1_000_000 } };

it('is relayed within the turn, and never stored', async () => {
  const world = new World();
  const { adam, eve } = await world.attached('adam', 'eve');
  const sent = adam.send(eve, 'now', 'live');
  world.travel();
  expect([sent.state, eve.texts]).toEqual(['accepted', ['now']]);
  expect(world.jobs).toEqual([]);
  expect((await world.store.stats()).totals.stored).toBe(0);
});

it('is refused with `recipient_offline` when its recipient is not attached; later ones go on', async () => {
  const world = new World();
  const { adam } = await world.attached('adam');
  const eve = world.client('eve');
  adam.send(eve, 'lost', 'live');
  await world.settle();
  eve.attach();
  await world.settle();
  adam.send(eve, 'there', 'live');
  await world.settle();
  expect([adam.states, eve.texts]).toEqual([['recipient_offline', 'accepted'], ['there']]);
});

it('waits for credit, in order, and is accepted when it was relayed', async () => {
  const world = new World();
  const adam = world.client('adam').attach();
  const eve = world.client('eve', small).attach();
  await world.settle();
  eve.reading = false;
  await sendApart(world, adam, eve, 10);
  expect(adam.states).toEqual([...Array(4).fill('accepted'), ...Array(6).fill('waiting')]);
  eve.read(1);
  await world.settle();
  expect(adam.states.filter((state) => state === 'accepted').length).toBe(5);
  eve.reading = true;
  await world.settle();
  expect(adam.states).toEqual(Array(10).fill('accepted'));
  expect(eve.texts).toEqual(Array.from({ length: 10 }, (_, i) => `adam ${i + 1}`));
});

it('is refused with `backpressure` when as much waits as may; what waits is not touched', async () => {
  const world = new World({ limits: { liveQueueMessages: 5 } });
  const adam = world.client('adam').attach();
  const eve = world.client('eve', small).attach();
  await world.settle();
  eve.reading = false;
  await sendApart(world, adam, eve, 12);
  const states = [...Array(4).fill('accepted'), ...Array(5).fill('waiting'), ...Array(3).fill('backpressure')];
  expect(adam.states).toEqual(states);
  eve.reading = true;
  await world.settle();
  expect(eve.texts.length).toBe(9);
});

it('is bounded in bytes too, one run over at most', async () => {
  const world = new World({ limits: { liveQueueBytes: 300_000 } });
  const adam = world.client('adam').attach();
  const eve = world.client('eve', { window: { messages: 1, bytes: 1 } }).attach();
  await world.settle();
  eve.reading = false;
  for (let i = 0; i < 6; i += 1) adam.sendBytes(eve, new Uint8Array(200_000), 'live');
  await world.settle();
  expect(adam.states).toEqual(['accepted', 'waiting', 'waiting', 'backpressure', 'backpressure', 'backpressure']);
});

it('is refused when its recipient leaves while it waits, or is replaced', async () => {
  const world = new World();
  const adam = world.client('adam').attach();
  const eve = world.client('eve', small).attach();
  await world.settle();
  eve.reading = false;
  await sendApart(world, adam, eve, 6);
  eve.sever();
  await world.settle();
  expect(adam.states.slice(4)).toEqual(['recipient_offline', 'recipient_offline']);
  expect(world.relay.totals).toMatchObject({ liveIn: 6, liveRelayed: 4 });
});

it('of a sender that left reaches its recipient all the same', async () => {
  const world = new World();
  const adam = world.client('adam').attach();
  const eve = world.client('eve', small).attach();
  await world.settle();
  eve.reading = false;
  await sendApart(world, adam, eve, 6);
  adam.sever();
  eve.reading = true;
  await world.settle();
  expect(eve.texts.length).toBe(6);
});

it('to oneself comes back', async () => {
  const world = new World();
  const { adam } = await world.attached('adam');
  adam.send(adam, 'echo', 'live');
  await world.settle();
  expect([adam.states, adam.texts]).toEqual([['accepted'], ['echo']]);
});

it('of two senders shares the credit with the mailbox: a flood does not keep durable messages from their recipient', async () => {
  const world = new World();
  const { adam, ada } = await world.attached('adam', 'ada');
  const eve = world.client('eve', { window: { messages: 8, bytes: 1_000_000 } });
  for (let i = 0; i < 20; i += 1) {
    world.now += 30;
    adam.send(eve, `durable ${i + 1}`);
  }
  await world.settle();
  eve.attach();
  await world.settle();
  eve.shown.length = 0;
  eve.reading = false;
  for (let i = 0; i < 20; i += 1) {
    world.now += 30;
    adam.send(eve, `durable ${i + 1}`);
  }
  await sendApart(world, ada, eve, 300);
  for (let rounds = 0; eve.texts.filter((text) => text.startsWith('durable')).length < 20; rounds += 1) {
    expect(rounds).toBeLessThan(60);
    eve.read(2);
    for (let i = 0; i < 8; i += 1) ada.send(eve, 'more', 'live');
    await world.settle();
  }
});

describe('a recipient that does not read its link', () => {
  it('gets nothing more, and no memory but the bounded queue; the rest waits in its mailbox', async () => {
    const world = new World({ limits: { liveQueueBytes: 10_000 } });
    const { adam, eve } = await world.attached('adam', 'eve');
    eve.deaf = true;
    eve.link!.full = true;
    for (let i = 0; i < 50; i += 1) {
      world.now += 30;
      adam.sendBytes(eve, new Uint8Array(1_000), 'live');
      adam.sendBytes(eve, new Uint8Array(1_000));
      await world.settle();
    }
    expect(eve.link!.waitingBytes).toBeLessThan(5_000);
    expect(adam.states.filter((state) => state === 'backpressure').length).toBeGreaterThan(35);
    expect((await world.store.stats()).messages).toBe(50);
    eve.deaf = false;
    eve.drained();
    await world.settle();
    expect(eve.shown.filter(({ deliveryClass }) => deliveryClass === 'durable').length).toBe(50);
  });

  it('and still sends is cut once a record of answers waits for it, not before', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    const eve = world.client('eve');
    adam.send(eve);
    await world.settle();
    adam.deaf = true;
    adam.link!.full = true;
    const out = adam.session!.out;
    out.open(2, eve.id, new Uint8Array(16), 1);
    adam.flush();
    await world.settle();
    for (let i = 1; i <= 3_000; i += 1) {
      out.run(2, i, 0, 0, 0, 0, Uint8Array.of(0x7a, 0));
      adam.flush();
      while (adam.deliverToRouter());
      world.turn();
    }
    expect(world.relay.attachedCount).toBe(1);
    for (let i = 1; i <= 6_000; i += 1) {
      out.run(2, i, 0, 0, 0, 0, Uint8Array.of(0x7a, 0));
      adam.flush();
      while (adam.deliverToRouter());
      world.turn();
    }
    expect(world.relay.totals.closed).toEqual(new Map([['backpressure', 1]]));
    expect(world.relay.attachedCount).toBe(0);
  });

  it('and sends durable messages is answered in ranges that do not grow', async () => {
    const world = new World();
    const { adam, eve } = await world.attached('adam', 'eve');
    adam.deaf = true;
    adam.link!.full = true;
    for (let i = 0; i < 5_000; i += 1) {
      adam.send(eve);
      adam.pump();
      world.travel();
      await world.performAll('append', 'release');
    }
    world.travel();
    expect([eve.shown.length, adam.link!.waitingBytes < 1_000]).toEqual([5_000, true]);
    adam.deaf = false;
    adam.drained();
    await world.settle();
    expect([adam.outgoing.waiting, adam.ended]).toEqual([0, []]);
  });
});
