import type { AuditHash } from '../rows.js';
import type { Checks } from './checks.js';
import type { Counters } from './counters.js';
import type { Statements } from './statements.js';

/** What the queries of one registry share. */
export interface Tools {
  readonly checks: Checks;
  readonly counters: Counters;
  readonly statements: Statements;
  readonly hashOf: AuditHash;
}
