import { parseFleetAddress } from '@keyway/client';
import { PrivateIdentity } from '@keyway/crypto';
import { serviceNames, type Fleet, type ServiceName } from '@keyway/fleet';
import { clientRequestBugs } from './evil/client-requests.js';
import { routerRequestBugs } from './evil/router-requests.js';
import { answerArena, answerBugs } from './evil/answers.js';
import { readFileSync } from 'node:fs';
import { allBugs, battle } from './evil/bug.js';
import { HostileFleet } from './evil/hostile-fleet.js';
import { doorArena, doorBugs, machineArena, machineBugs } from './evil/machines.js';
import { manifestBugs } from './evil/manifests.js';
import { requestArena, requestBugs } from './evil/requests.js';
import { clientRecordArena, clientRecordBugs } from './evil/client-records.js';
import { enrolmentArena, enrolmentBugs, tokensOf } from './evil/enrolments.js';
import { grantArena, grantBugs } from './evil/grants.js';
import { helloArena, helloBugs } from './evil/hellos.js';
import { routerRecordArena, routerRecordBugs } from './evil/router-records.js';
import { counted } from './harness/metrics.js';
import { aClient, aFleet, aKey, atEnd, cleanUp } from './harness/places.js';
import { aChannel } from './harness/stranger.js';
import type { Channel } from '@keyway/session';

const adam = aKey();
let fleet: Fleet;
let hostile: HostileFleet;
let channel: Channel;
let foreign: Channel;
let pids: readonly (number | undefined)[];
beforeAll(async () => {
  hostile = await HostileFleet.start();
  atEnd(() => hostile.stop());
  fleet = await aFleet({ settings: { logLevel: 'warn' }, serviceEnv: { router: { ROUTER_MAX_STREAMS: '64' } } });
  const { brokerTcp } = fleet.ports;
  [channel, foreign] = await Promise.all([aChannel(brokerTcp, adam, fingerprint()), aChannel(brokerTcp, aKey(), fingerprint())]);
  pids = serviceNames.map((name) => fleet.pid(name));
});
afterAll(cleanUp);

const fingerprint = (): Uint8Array => parseFleetAddress(fleet.address).fingerprint;

/** @param counter - `service counter`. */
const inFleet = async (counter: string, work: () => Promise<unknown>): Promise<number> => {
  const [service, name] = counter.split(' ', 2) as [ServiceName, string];
  const [added] = await counted(fleet, service, [name], work);
  return added!;
};

// evil clients, against the real services
describe('a client that asks for a channel', () => battle(() => requestArena(fleet.ports.brokerTcp, fingerprint()), requestBugs, inFleet));
describe('a client that attaches', () => battle(() => helloArena(fleet.ports.routerTcp, channel, foreign), helloBugs, inFleet));
describe('a client in its session', () => {
  battle(
    () => clientRecordArena(fleet.ports.routerTcp, channel, adam.public.fingerprint),
    [...clientRecordBugs, ...clientRequestBugs],
    inFleet,
  );
});

describe('a client, and the clock of a router', () => battle(() => machineArena('router'), machineBugs.client));
describe('a hello, and the clock of a router', () => battle(() => doorArena, doorBugs));
describe('a router, and the clock of a client', () => battle(() => machineArena('client'), machineBugs.router));

// evil servers, against the real SDK
describe('a channel-broker that answers', () => battle(() => grantArena(hostile), [...grantBugs, ...manifestBugs]));
describe('a router that answers', () => battle(() => answerArena(hostile), answerBugs));
describe('a router in its session', () => battle(() => routerRecordArena(hostile), [...routerRecordBugs, ...routerRequestBugs]));

describe('a client that joins a closed fleet', () => {
  let tokens: Awaited<ReturnType<typeof tokensOf>>;
  beforeAll(async () => {
    const operator = PrivateIdentity.fromPem(readFileSync(fleet.paths.operatorKey));
    const admin = (await aClient(fleet, { identity: operator })).admin(operator);
    await admin.setPolicy({ enrolment: 'closed' });
    tokens = await tokensOf(admin, fleet.ports.brokerTcp, fingerprint());
  });
  battle(() => enrolmentArena(fleet.ports.brokerTcp, fingerprint(), tokens), enrolmentBugs);
});

it('the services outlived all of them', () => {
  expect(serviceNames.map((name) => fleet.pid(name))).toEqual(pids);
});
it('there are bugs on every side, each with a name of its own and something that must come of it', () => {
  const bugs = allBugs();
  const names = bugs.map(({ side, name }) => `${side} ${name}`);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  expect(bugs.filter(({ expects }) => expects === '')).toEqual([]);
  const sides = Map.groupBy(bugs, ({ side }) => side);
  for (const side of ['client', 'broker', 'router'] as const) expect(sides.get(side)!.length).toBeGreaterThan(70);
});
