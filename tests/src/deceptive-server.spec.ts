import { Backoff, connect, formatFleetAddress, MemoryStore, parseFleetAddress } from '@keyway/client';
import type { Fleet } from '@keyway/fleet';
import { Child } from './harness/child.js';
import { counted } from './harness/metrics.js';
import { aClient, aFleet, aKey, cleanUp, freshFolder, reasonOf, until } from './harness/places.js';

let fleet: Fleet;
beforeAll(async () => {
  fleet = await aFleet();
});
afterAll(cleanUp);

/** A process that plays a fleet with keys of its own, in front of the true one. */
async function aDeceiver(form: string) {
  const { fingerprint } = parseFleetAddress(fleet.address);
  const trueFleet = Buffer.from(fingerprint).toString('hex');
  const child = Child.start('deceiver', { form, trueBroker: `tcp://127.0.0.1:${fleet.ports.brokerTcp}`, trueFleet });
  const { port, fingerprint: own } = (await child.hears('listening')) as unknown as { port: number; fingerprint: string };
  return {
    child,
    /** What a client types that has the true fingerprint, and was led to the wrong place. */
    trueAddress: formatFleetAddress({ fingerprint, host: '127.0.0.1', port }),
    /** What a client types that takes the deceiver for its fleet. */
    ownAddress: `keyway://${own}@127.0.0.1:${port}`,
  };
}

const grants = 'broker_grants_total';
const badTranscript = 'auth_refused_total{reason="bad_transcript"}';

it('T1 a deceptive server that answers with its own key is found out by the fingerprint: it gets one request and not a byte more', async () => {
  const { child, trueAddress } = await aDeceiver('answer with own keys');
  expect(await reasonOf(connect({ fleet: trueAddress, identity: aKey() }))).toBe('fleet_key_mismatch');
  expect(await reasonOf(connect({ fleet: trueAddress, identity: aKey(), timeoutMs: 5_000 }))).toBe('fleet_key_mismatch'); // no second try
  expect(child.said.map(({ event }) => event)).toEqual(['listening', 'request', 'request']);
});

it('T1 a deceptive server that puts its own keys into the request is refused by the true fleet: the signature covers them', async () => {
  const { child, trueAddress } = await aDeceiver('put own keys into the request');
  // the refusal is for a request the client never made: to the client it is a fleet that gives no answer
  const work = async () => expect(await reasonOf(connect({ fleet: trueAddress, identity: aKey() }))).toBe('unavailable');
  expect(await counted(fleet, 'auth', [badTranscript], work)).toEqual([1]);
  expect((await child.hears('true fleet'))['said']).toBe('unauthorised');
  expect(child.heard('attach')).toEqual([]);
});

it('T1 a signature given to a deceptive server as its own fleet is worthless at the true one, relayed or rewritten', async () => {
  for (const [form, said, service, counter] of [
    ['relay the request', 'fleet_wrong', 'channel-broker', 'broker_refused_total{reason="fleet_wrong"}'],
    ['rewrite the fleet in the request', 'unauthorised', 'auth', badTranscript],
  ] as const) {
    const { child, ownAddress } = await aDeceiver(form);
    const victim = aKey();
    const work = () => aClient(fleet, { identity: victim }).then((client) => client.close()); // the true fleet knows the victim
    await work();
    const deceived = () => aClient(ownAddress, { identity: victim });
    const [refused] = await counted(fleet, service, [counter], deceived);
    expect([form, (await child.hears('true fleet'))['said'], refused]).toEqual([form, said, 1]);
    await child.kill();
  }
});

it('T22 without a fingerprint nobody connects: there is no trust on first use', async () => {
  const { port } = parseFleetAddress(fleet.address);
  for (const address of [`keyway://127.0.0.1:${port}`, `127.0.0.1:${port}`]) {
    expect(await reasonOf(connect({ fleet: address, identity: aKey() }))).toBe('fleet_unpinned');
  }
  expect(await reasonOf(connect({ fleet: `keyway://@127.0.0.1:${port}`, identity: aKey() }))).toBe('address_invalid');
});

it('T22 the fingerprint of another root is refused', async () => {
  const address = formatFleetAddress({ ...parseFleetAddress(fleet.address), fingerprint: aKey().public.fingerprint });
  const work = async () => expect(await reasonOf(connect({ fleet: address, identity: aKey() }))).toBe('fleet_wrong');
  expect(await counted(fleet, 'channel-broker', [grants], work)).toEqual([0]);
});

it('T22 a changed root key on the same port is refused: neither a running client nor a new one says anything to it', async () => {
  const { address, ports } = fleet;
  const identity = aKey();
  const store = new MemoryStore();
  const eve = await aClient(fleet, { identity, store, backoff: new Backoff(50, 300) });
  const warnings: string[] = [];
  eve.on('warning', ({ reason }) => warnings.push(reason));
  await fleet.stop();
  const after = await aFleet({ home: freshFolder(), ports });
  expect(after.address).not.toBe(address);
  const sent = reasonOf(eve.send(eve.id, 'not for strangers'));
  await until('the client says whom it found', () => warnings.includes('fleet_wrong'));
  expect(eve.state).toBe('detached');
  expect(await counted(after, 'channel-broker', [grants], () => eve.close())).toEqual([0]);
  expect(await sent).toBe('session_closed');
  expect(await reasonOf(connect({ fleet: address, identity, store }))).toBe('fleet_wrong');
});
