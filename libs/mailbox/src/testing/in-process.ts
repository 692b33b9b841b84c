import { WireError } from '@keyway/wire';
import type { Drop, MailboxStore } from '../mailbox.js';
import { openEngine } from '../sqlite/open.js';

/** The SQLite store without its thread: for specs that open it many times. Throws what the thread would reject with. */
export function openInProcess(path: string): MailboxStore & { readonly drops: Drop[] } {
  const quota = { bytes: 1e9, messages: 1e9 };
  const opened = openEngine({ path, quota, longestLifetimeMs: 1, keepFreeBytes: 0, maxFileBytes: undefined });
  if (opened.kind === 'failed') throw new WireError(opened.failure.reason, opened.failure.detail);
  const { engine } = opened;
  const drops: Drop[] = [...opened.drops];
  const heard = <T>(answer: T): T => {
    drops.push(...(engine.events()?.drops ?? []));
    return answer;
  };
  let open = true;
  return {
    drops,
    append: async (batch) => heard(engine.write(batch, [], 1)),
    read: async (recipient, afterId, maxBytes) => heard(engine.read(recipient, afterId, maxBytes, 1)),
    release: async (ids) => void heard(engine.write([], ids, 1)),
    stats: async () => engine.stats(),
    waiting: async (recipient) => engine.waiting(recipient),
    onRoom: () => undefined,
    onDrop: () => undefined,
    close: async () => {
      if (open) engine.close();
      open = false;
    },
  };
}
