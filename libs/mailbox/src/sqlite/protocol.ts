import type { Failure } from '@keyway/sqlite-log';
import type { Drop, MailboxStats, Waiting } from '../mailbox.js';
import type { Quota } from '../options.js';
import type { Events } from './engine.js';

/** What the worker is started with. */
export interface WorkerOptions {
  readonly path: string;
  readonly quota: Quota;
  readonly longestLifetimeMs: number;
  readonly keepFreeBytes: number | undefined;
  readonly maxFileBytes: number | undefined;
}

/** To the worker. Every ask gets one tell with the same `call`, in order. */
export type Ask = { readonly call: number; readonly now: number } & (
  | { readonly kind: 'write'; readonly runs: ArrayBuffer; readonly released: Float64Array }
  | { readonly kind: 'read'; readonly recipient: Uint8Array; readonly afterId: number; readonly maxBytes: number }
  | { readonly kind: 'stats' }
  | { readonly kind: 'waiting'; readonly recipient: Uint8Array }
  | { readonly kind: 'sweep' }
  | { readonly kind: 'close' }
);

/** From the worker. Events follow the tell of the ask that caused them. */
export type Tell =
  | { readonly kind: 'opened'; readonly drops: readonly Drop[] }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'events'; readonly events: Events }
  | { readonly kind: 'answer'; readonly call: number; readonly answer: Answer };

export type Answer =
  | { readonly kind: 'written'; readonly outcomes: Float64Array }
  | { readonly kind: 'runs'; readonly runs: ArrayBuffer }
  | { readonly kind: 'stats'; readonly stats: MailboxStats }
  | { readonly kind: 'waiting'; readonly waiting: Waiting }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly failure: Failure };
