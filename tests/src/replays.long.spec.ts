import { isRecord } from '@keyway/wire';
import { counted } from './harness/metrics.js';
import { aClient, cleanUp, until } from './harness/places.js';
import { sayTo, Stranger, wordOf } from './harness/stranger.js';
import { countOf } from './harness/metrics.js';
import { aWatchedFleet } from './harness/watched.js';

afterAll(cleanUp);

const accepted = ['router_attached_total', 'router_replaced_total', 'router_durable_in_total', 'router_durable_stored_total'];
const dropped = 'router_records_dropped_total';

it('T7 everything a client ever said, said again a hundred thousand times: nothing is accepted, and its session goes on', async () => {
  const { address, broker, router, ports, fleet } = await aWatchedFleet({ serviceEnv: { 'channel-broker': { BROKER_REPEAT_MS: '1' } } });
  const adam = await aClient(address);
  const inbox = adam.messages();
  for (let n = 0; n < 500; n += 1) {
    await adam.send(adam.id, `${n}`);
    await inbox.next();
  }
  const said = router.of('up');
  const records = said.filter(isRecord);
  const [request] = broker.of('up');
  const work = async () => {
    for (let i = 0; i < 2_000; i += 1) expect(wordOf(await sayTo(ports.broker, request!))).toBe('unauthorised');
    for (let i = 0; i < 2_000; i += 1) expect(wordOf(await sayTo(ports.router, said[0]!))).toBe('attached'); // and nobody is
    const before = await countOf(fleet, 'router', dropped);
    for (let i = 0; i < 50_000; i += 1) router.inject(0, 'up', records[i % records.length]!);
    const thief = await Stranger.at(ports.router);
    await thief.ask(said[0]!);
    for (let i = 0; i < 50_000; i += 1) thief.say(records[i % records.length]!);
    await until('all were looked at', async () => (await countOf(fleet, 'router', dropped)) >= before + 100_000, 120_000);
    thief.close();
  };
  expect(await counted(fleet, 'router', accepted, work)).toEqual([0, 0, 0, 0]);
  expect([adam.state, adam.stats().attaches]).toEqual(['attached', 1]);
  await adam.send(adam.id, 'last');
  await adam.close();
});
