import type { WireError } from '@keyway/wire';
import type { ServiceName } from './service-name.js';

/** What happens to the services of a fleet. */
export type FleetEvent =
  | { readonly kind: 'started'; readonly service: ServiceName; readonly pid: number }
  | { readonly kind: 'ready'; readonly service: ServiceName; readonly afterMs: number }
  | { readonly kind: 'exited'; readonly service: ServiceName; readonly code: number | null; readonly signal: NodeJS.Signals | null }
  | { readonly kind: 'restarting'; readonly service: ServiceName; readonly inMs: number }
  /** Five runs in a row ended at once; it is tried again every five seconds. */
  | { readonly kind: 'failed'; readonly service: ServiceName; readonly error: WireError }
  /** A supervisor before us was killed and left this process: we wait for it to end. */
  | { readonly kind: 'waiting'; readonly service: ServiceName; readonly pid: number }
  /** The manifest got a new version; the services take it up by themselves. */
  | { readonly kind: 'renewed'; readonly version: number; readonly expiresMs: number }
  /** It could not be renewed, and is tried again every hour until it expires. */
  | { readonly kind: 'renewal_failed'; readonly error: WireError; readonly expiresMs: number };

export type FleetEventKind = FleetEvent['kind'];
export type FleetEventOf<K extends FleetEventKind> = Extract<FleetEvent, { readonly kind: K }>;
