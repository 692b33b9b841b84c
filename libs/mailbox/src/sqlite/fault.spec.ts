import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testRun } from '../testing/runs.js';
import { Thread } from './thread.js';

it('rejects every pending and later call with `store_failed` when the thread dies, and tells once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-mailbox-fault-'));
  const quota = { bytes: 1_000, messages: 1_000 };
  const { thread } = await Thread.start({
    ...{ path: join(folder, 'mailboxes.db'), quota, longestLifetimeMs: 1 },
    ...{ keepFreeBytes: undefined, maxFileBytes: undefined },
  });
  const faults: string[] = [];
  thread.onFault = ({ reason }) => faults.push(reason);
  const read = () => thread.ask({ kind: 'read', recipient: testRun().recipient, afterId: 0, maxBytes: 1, now: 1 });
  const broken = thread.ask({ kind: 'write', runs: undefined as never, released: undefined as never, now: 1 });
  await expect(broken).rejects.toMatchObject({ reason: 'store_failed' }); // one call that fails is no fault
  expect(await read()).toMatchObject({ kind: 'runs' });

  thread.kill();
  const pending = read();
  await expect(pending).rejects.toMatchObject({ reason: 'store_failed' });
  await expect(read()).rejects.toMatchObject({ reason: 'store_failed' });
  expect(faults).toEqual(['store_failed']);
  rmSync(folder, { recursive: true });
});
