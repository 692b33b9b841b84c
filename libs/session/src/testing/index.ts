export { ClientEnd } from './client-end.js';
export { dayMs, startMs, TestFleet, testSettings } from './fleet.js';
export { NonceLedger } from './nonces.js';
export { Pair, type PairOptions } from './pair.js';
export { RouterEnd } from './router-end.js';
export { Seeded } from './seeded.js';
export { Wire, type Direction, type Faults, type Meddler } from './wire.js';
