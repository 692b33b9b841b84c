import type { Drop, MailboxStore } from '../mailbox.js';
import type { MailboxOptions } from '../options.js';

/** Where a store of one adapter lives during one test. */
export interface MailboxPlace {
  /** Opens the store; again after `close`, with what was there when the adapter is durable. */
  open(options: MailboxOptions): Promise<MailboxStore>;
  remove(): Promise<void>;
}

/** Gives each test a store of its own and takes everything away afterwards. */
export function storeForEachTest(place: () => Promise<MailboxPlace>): (options?: MailboxOptions) => Promise<MailboxStore> {
  let at: MailboxPlace | undefined;
  const opened: MailboxStore[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    await at?.remove();
    at = undefined;
  });
  return async (options = {}) => {
    at ??= await place();
    const store = await at.open(options);
    opened.push(store);
    return store;
  };
}

/** Resolves with the first `count` drops. */
export const drops = (store: MailboxStore, count: number): Promise<readonly Drop[]> =>
  new Promise((resolve) => {
    const seen: Drop[] = [];
    store.onDrop((drop) => {
      seen.push(drop);
      if (seen.length === count) resolve(seen);
    });
  });

/** Resolves when a mailbox has room again. */
export const room = (store: MailboxStore): Promise<Uint8Array> => new Promise((resolve) => store.onRoom(resolve));
