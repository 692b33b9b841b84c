import { expiryRules } from './expiry.js';
import { storeForEachTest } from './place.js';
import type { MailboxPlace } from './place.js';
import { quotaRules } from './quota.js';
import { restartRules } from './restart.js';
import { testRun } from './runs.js';
import { streamRules } from './streams.js';

/** The rules of the port, run over one adapter; `durable` adds what must outlive the process. */
export function mailboxCompliance(name: string, place: () => Promise<MailboxPlace>, { durable }: { readonly durable: boolean }): void {
  describe(`${name} mailboxes`, () => {
    const open = storeForEachTest(place);
    describe('streams', () => streamRules(open));
    describe('quotas', () => quotaRules(open));
    describe('lifetimes', () => expiryRules(open));
    if (durable) describe('restarts', () => restartRules(open));

    it('rejects calls after close with `store_failed`, and closes as often as asked', async () => {
      const store = await open();
      await store.close();
      await store.close();
      await expect(store.append([testRun()])).rejects.toMatchObject({ reason: 'store_failed' });
      await expect(store.read(testRun().recipient, 0, 1)).rejects.toMatchObject({ reason: 'store_failed' });
      await expect(store.release([1])).rejects.toMatchObject({ reason: 'store_failed' });
      await expect(store.stats()).rejects.toMatchObject({ reason: 'store_failed' });
      await expect(store.waiting(testRun().recipient)).rejects.toMatchObject({ reason: 'store_failed' });
    });
  });
}
