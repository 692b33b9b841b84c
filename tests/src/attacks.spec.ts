import { firstMessageMs, lengthAttacks, maxLinks } from './attacks/lengths.js';
import { mutatedTraffic } from './attacks/mutations.js';
import { thefts } from './attacks/recorded-traffic.js';
import { repeatMs, requestAttacks } from './attacks/requests.js';
import { scopeAttacks } from './attacks/scoping.js';
import { sessionAttacks } from './attacks/sessions.js';
import { cleanUp } from './harness/places.js';
import { aWatchedFleet, type WatchedFleet } from './harness/watched.js';

let watched: WatchedFleet;
beforeAll(async () => {
  const broker = { BROKER_REPEAT_MS: repeatMs, BROKER_FIRST_MESSAGE_MS: firstMessageMs, BROKER_MAX_LINKS: maxLinks };
  const env = Object.fromEntries(Object.entries(broker).map(([name, value]) => [name, String(value)]));
  watched = await aWatchedFleet({ serviceEnv: { 'channel-broker': env }, settings: { logLevel: 'warn' } });
});
afterEach(() => {
  watched.broker.meddle = watched.router.meddle = () => undefined;
});
afterAll(cleanUp);

const place = (): WatchedFleet => watched;

// one fleet for all of them: after each attack it must serve as before
describe('channel requests', () => requestAttacks(place));
describe('sessions', () => sessionAttacks(place));
describe('scopes and names', () => scopeAttacks(place));
describe('lengths and places', () => lengthAttacks(place));
it('R15 mutated copies of every message, cut short, repeated and mixed up, on both edges: nothing crashes, and the fleet serves', async () => {
  await mutatedTraffic(watched, Date.now() % 1_000_000, 600);
});
describe('recorded traffic', () => thefts(place)); // ends the fleet
