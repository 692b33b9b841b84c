export { mailboxCompliance } from './compliance.js';
export type { MailboxPlace } from './place.js';
export { recipient as testRecipient, testRun } from './runs.js';
export type { RunSpec } from './runs.js';
