import { counting } from './keys.js';
import { testSettings } from './fleet.js';
import { Session, type RekeyLimits } from '../session.js';
import { deriveTraffic, type Traffic } from '../traffic.js';

/** The traffic keys both ends have after an attach; another `seed`, another attach. */
export const trafficOf = (seed = 1, suite = 1): Traffic =>
  deriveTraffic(suite, counting(seed), counting(seed + 1), counting(seed + 2), counting(seed + 3), counting(seed + 4))!.traffic;

export interface Ends {
  readonly client: Session;
  readonly router: Session;
}

/** Two ends of one session, attached at `now`. */
export function sessions(now = 0, rekey?: RekeyLimits, settings = testSettings, validUntilMs = Infinity, seed = 1, suite = 1): Ends {
  return {
    client: new Session('client', trafficOf(seed, suite), settings, now, Infinity, rekey),
    router: new Session('router', trafficOf(seed, suite), settings, now, validUntilMs, rekey),
  };
}
