import type { TestClient } from '../testing/client.js';
import { World } from '../testing/world.js';

/** What is on the wire arrives, the router's turn ends; no time passes. */
function moment(world: World): void {
  for (const client of world.clients) client.pump();
  for (const client of world.clients) while (client.deliverToRouter());
  world.turn();
  for (const client of world.clients) while (client.deliverToClient());
  for (const client of world.clients) client.read();
}
const recordsTo = (client: TestClient): number => client.session!.records.received;
/** As a timer would: whenever the relay asks for it. */
function pass(world: World, ms: number): void {
  for (const until = world.now + ms; world.now < until;) {
    world.now += 1;
    if (world.now >= world.relay.deadline) world.relay.flush(world.now);
    for (const client of world.clients) while (client.deliverToClient());
  }
}
/** A message, and its answer on its own: each time, so that nobody expects company any more. */
function alone(world: World, from: TestClient, to: TestClient, times = 2): void {
  for (let n = 0; n < times; n += 1) {
    from.send(to, 'alone', 'live');
    moment(world);
    pass(world, 10);
  }
}

it('leaves with the next message for the sender: one record each way and message', async () => {
  const world = new World();
  const { adam, eve } = await world.attached('adam', 'eve');
  const first = adam.send(eve, 'ping', 'live');
  moment(world);
  const before = [recordsTo(adam), recordsTo(eve)];
  expect([first.state, eve.texts]).toEqual(['waiting', ['ping']]);
  eve.send(adam, 'pong', 'live');
  moment(world);
  expect([first.state, adam.texts]).toEqual(['accepted', ['pong']]);
  expect([recordsTo(adam), recordsTo(eve)]).toEqual([before[0]! + 1, before[1]]);
});

it('leaves after 2 ms when nothing comes along, without another input', async () => {
  const world = new World();
  const { adam, eve } = await world.attached('adam', 'eve');
  const sent = adam.send(eve, 'ping', 'live');
  moment(world);
  pass(world, 1);
  expect(sent.state).toBe('waiting');
  pass(world, 1);
  expect(sent.state).toBe('accepted');
  expect(world.relay.deadline).toBe(Infinity);
});

it('leaves at once to a sender that is sent nothing else', async () => {
  const world = new World();
  const { adam, eve } = await world.attached('adam', 'eve');
  alone(world, adam, eve);
  const sent = adam.send(eve, 'third', 'live');
  moment(world);
  expect(sent.state).toBe('accepted');
});

it('waits for company again once something came soon behind an answer, and not when it came late', async () => {
  const world = new World();
  const { adam, eve } = await world.attached('adam', 'eve');
  alone(world, adam, eve);
  eve.send(adam, 'at last', 'live');
  moment(world);
  pass(world, 10);
  adam.send(eve, 'another', 'live');
  moment(world);
  expect(adam.states.at(-1)).toBe('accepted');
  eve.send(adam, 'soon', 'live');
  moment(world);
  adam.send(eve, 'again', 'live');
  moment(world);
  expect(adam.states.at(-1)).toBe('waiting');
});

it('of a durable message waits for nothing, and takes along what waits', async () => {
  const world = new World();
  const { adam, eve } = await world.attached('adam', 'eve');
  const live = adam.send(eve, 'live', 'live');
  moment(world);
  const durable = adam.send(eve, 'durable');
  moment(world);
  await world.performAll('append');
  moment(world);
  expect([live.state, durable.state]).toEqual(['accepted', 'accepted']);
  expect(world.relay.deadline).toBeLessThan(Infinity);
});

it.each([
  ['messages', { windowMessages: 8, windowBytes: 1_000_000 }],
  ['bytes', { windowMessages: 8_192, windowBytes: 4_000 }],
])('never waits for more than a quarter of the window in %s', async (_, settings) => {
  const world = new World({ settings });
  const { adam, eve } = await world.attached('adam', 'eve');
  const sent = [500, 500].map((bytes) => adam.sendBytes(eve, new Uint8Array(bytes), 'live'));
  world.now += 30; // a run of its own
  moment(world);
  expect(sent.map(({ state }) => state)).toEqual(['accepted', 'accepted']);
});

it('waits the longer the more answers wait', async () => {
  const world = new World();
  const [to, ...from] = Array.from({ length: 41 }, (_, i) => world.client(`client ${i}`).attach());
  await world.settle();
  const sent = from.map((client) => client.send(to!, 'x', 'live'));
  const waiting = (): number => sent.filter(({ state }) => state === 'waiting').length;
  moment(world);
  pass(world, 11);
  expect(waiting()).toBe(40);
  pass(world, 3);
  expect(waiting()).toBe(0);
});

it('is forgotten with its session, and goes with its last record', async () => {
  const world = new World();
  const { adam, eve } = await world.attached('adam', 'eve');
  const lost = adam.send(eve, 'lost', 'live');
  moment(world);
  adam.sever();
  pass(world, 10);
  expect([lost.state, world.relay.deadline]).toEqual(['waiting', Infinity]);
  const told = eve.send(eve, 'told', 'live');
  moment(world);
  const last = eve.send(eve, 'last', 'live');
  moment(world);
  world.relay.peer(world.relay.peers[Symbol.iterator]().next().value!.key)!.stop('session_draining');
  moment(world);
  expect([told.state, last.state]).toEqual(['accepted', 'accepted']);
});
