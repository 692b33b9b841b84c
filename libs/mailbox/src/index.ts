export type { Append, AppendOutcome, Drop, DropReason, MailboxStats, MailboxStore, RefusalReason, StoredRun, Waiting } from './mailbox.js';
export { openMemoryMailbox } from './memory/store.js';
export type { MailboxOptions, Quota } from './options.js';
export { openSqliteMailbox } from './sqlite/store.js';
export type { SqliteMailboxOptions } from './sqlite/store.js';
