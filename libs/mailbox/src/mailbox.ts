/**
 * One run of consecutive messages of one durable stream to one recipient; body i has the number `firstSeq + i`.
 * The caller keeps ownership of the bytes and leaves them unchanged until `append` has settled.
 */
export interface Append {
  readonly recipient: Uint8Array; // 32
  readonly sender: Uint8Array; // 32
  readonly stream: Uint8Array; // 16
  /** 1 <= firstSeq, firstSeq + count <= 2^53. */
  readonly firstSeq: number;
  readonly count: number;
  /** The sender gave these numbers up: no bodies. */
  readonly skipped: boolean;
  readonly createdMs: number;
  readonly expiresMs: number;
  /** As on the wire: count × (0x7a, varint length, bytes); empty when skipped. The store never looks inside but to slice. */
  readonly bodies: Uint8Array;
}

export type AppendOutcome =
  /** Durable. `fromSeq` > `firstSeq` when a first part was there already; `upTo` is the last number of the run. */
  | { readonly kind: 'stored'; readonly id: number; readonly upTo: number; readonly fromSeq: number }
  /** All of it was stored before, or released since: tell the sender `accepted` again. */
  | { readonly kind: 'duplicate'; readonly upTo: number }
  /** Nothing of it is stored from `fromSeq` on. */
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly fromSeq: number };

export type RefusalReason = 'mailbox_full' | 'stream_gap' | 'store_full' | 'store_failed';

/** A waiting run. An expired or damaged one comes as a skip: `skipped` true and no bodies. */
export interface StoredRun {
  readonly id: number;
  readonly sender: Uint8Array;
  readonly stream: Uint8Array;
  readonly firstSeq: number;
  readonly count: number;
  readonly skipped: boolean;
  readonly createdMs: number;
  readonly storedMs: number;
  readonly expiresMs: number;
  readonly bodies: Uint8Array;
}

export type DropReason = 'expired' | 'damaged';

/** Messages that will never be delivered, named once. All numbers are 0 and the ids empty where damage left nothing readable. */
export interface Drop {
  readonly reason: DropReason;
  readonly recipient: Uint8Array;
  readonly stream: Uint8Array;
  readonly firstSeq: number;
  readonly count: number;
}

/** At every moment `totals.stored` = `messages` + `totals.released` + `dropped.expired` + `dropped.damaged`, also across restarts. */
export interface MailboxStats {
  readonly rows: number;
  /** Waiting messages that still have a body; skips are rows but no messages. */
  readonly messages: number;
  /** What the waiting bodies take, as on the wire. */
  readonly bytes: number;
  /** Mailboxes that are not empty. */
  readonly recipients: number;
  readonly dropped: { readonly expired: number; readonly damaged: number };
  readonly totals: { readonly stored: number; readonly released: number };
}

/** What waits in one mailbox. */
export interface Waiting {
  /** With a body: skips do not count. */
  readonly messages: number;
  /** Of those bodies, as on the wire. */
  readonly bytes: number;
}

/**
 * The durable queues of one router. Every adapter passes `mailboxCompliance()`.
 *
 * Streams: per (recipient, sender, stream) exactly the next number is stored. Lower ones are `duplicate`, a higher one is
 * `stream_gap`; only a stream never seen before may start anywhere. Behind a refused run nothing of the same stream is stored
 * until the sender starts again at the refused number. Marks of streams idle for longer than the longest lifetime + 1 day go.
 *
 * Calls after `close`, and all calls once the store has died, reject with `store_failed`.
 */
export interface MailboxStore {
  /** Outcomes in the order of the batch. Resolves once what is `stored` is synced; full or failing disks are outcomes, not rejections. */
  append(batch: readonly Append[]): Promise<readonly AppendOutcome[]>;
  /** Runs with an id above `afterId`, in id order, at least one if there is any, then as many as fit into `maxBytes` of bodies. */
  read(recipient: Uint8Array, afterId: number, maxBytes: number): Promise<readonly StoredRun[]>;
  /** Forgets runs; unknown ids are fine. While the disk is full this holds in memory only: after a crash they are delivered again. */
  release(ids: readonly number[]): Promise<void>;
  stats(): Promise<MailboxStats>;
  /** What waits in the mailbox of this recipient; costs the same however full it is. */
  waiting(recipient: Uint8Array): Promise<Waiting>;
  /** A mailbox that refused `mailbox_full` fell below half its quota, or writes that failed `store_full` work again. */
  onRoom(listener: (recipient: Uint8Array) => void): void;
  onDrop(listener: (drop: Drop) => void): void;
  /** Waits for what was begun. Idempotent. */
  close(): Promise<void>;
}
