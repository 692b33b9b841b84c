import type { SessionSettings } from '@keyway/wire';
import { limits } from '@keyway/wire';

/**
 * Settings a session can live with: whoever sends heartbeats outlives the timeout, and every window lets something through.
 * Zeros, which is what an absent field reads as, would end or stall a session without a word.
 */
export const areSound = (s: SessionSettings): boolean =>
  s.heartbeatMs > 0 &&
  s.timeoutMs > s.heartbeatMs &&
  s.maxBodyBytes > 0 &&
  s.maxBodyBytes <= limits.bodyBytes &&
  s.windowMessages > 0 &&
  s.windowBytes > 0 &&
  s.maxStreams > 0;
