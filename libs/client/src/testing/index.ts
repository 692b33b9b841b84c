export type { TestFleetOptions } from './fleet.js';
export { TestFleet } from './fleet.js';
export type { TestBroker } from './broker.js';
export type { Tap, TestRouter } from './router.js';
