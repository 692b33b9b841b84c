import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mailboxCompliance } from '../testing/index.js';
import { openSqliteMailbox } from './store.js';

mailboxCompliance(
  'SQLite',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'keyway-mailbox-'));
    return {
      open: (options) => openSqliteMailbox({ ...options, path: join(folder, 'mailboxes.db') }),
      remove: () => rm(folder, { recursive: true }),
    };
  },
  { durable: true },
);
