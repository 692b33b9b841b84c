export { ChaosProxy } from './chaos-proxy.js';
export type { Network, Way } from './chaos-proxy.js';
export { transportCompliance } from './compliance/compliance.js';
export type { AdapterUnderTest, MakeAdapter } from './compliance/rig.js';
export { mutated, seeded } from './fuzz.js';
export { ManualClock } from './manual-clock.js';
export { Probe, sendAll } from './probe.js';
export { RawPeer } from './raw-peer.js';
