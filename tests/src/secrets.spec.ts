import { memories, snapshotOptions } from './attacks/memory.js';
import { neglect } from './attacks/neglect.js';
import { reorderings } from './attacks/reordering.js';
import { traces } from './attacks/traces.js';
import { cleanUp, freshFolder } from './harness/places.js';
import { aWatchedFleet, type WatchedFleet } from './harness/watched.js';

let watched: WatchedFleet;
let snapshots: string;
// logs all it can; a router that shows its heap, and drops silent peers soon
beforeAll(async () => {
  snapshots = freshFolder();
  const router = { NODE_OPTIONS: snapshotOptions(snapshots) };
  watched = await aWatchedFleet({ settings: { logLevel: 'debug', heartbeatMs: 800, timeoutMs: 2_500 }, serviceEnv: { router } });
});
afterAll(cleanUp);

describe('what is gone or copied', () => neglect(() => watched.fleet));
describe('what is moved about', () => reorderings(() => watched));
describe('what is written down', () => traces(() => watched.fleet));
describe('what is kept in mind', () => memories(() => ({ fleet: watched.fleet, snapshots })));
