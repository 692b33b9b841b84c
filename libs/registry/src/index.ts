export type { Admission, Admitted, AdmitOutcome, Enrolling } from './admission.js';
export type { Glance, Glimpse, Glimpses, PageOf, Registry, ServiceTerms, Terms } from './registry.js';
export { epochPurposes } from './rows.js';
export type {
  AuditHash,
  AuditNote,
  AuditRow,
  ChangesRow,
  ClientFilter,
  ClientRow,
  EpochPurpose,
  EpochRow,
  ListedClient,
  NameRow,
  PolicyRow,
  RevocationRow,
  ServiceRow,
  TokenRow,
} from './rows.js';
export type { Damage } from './sql/checks.js';
export { openSqliteRegistry } from './sqlite/open.js';
export type { SqliteRegistryOptions } from './sqlite/open.js';
export type { RegistryCounts, RegistryUnit } from './unit.js';
