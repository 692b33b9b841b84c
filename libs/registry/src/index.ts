export { epochPurposes } from './registry.js';
export type { Admission, AdmitOutcome, ClientRow, EpochPurpose, EpochRow, Registry } from './registry.js';
export { openSqliteRegistry } from './sqlite/open.js';
export type { SqliteRegistryOptions } from './sqlite/open.js';
