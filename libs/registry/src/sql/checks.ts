import { WireError } from '@keyway/wire';
import { crcOf } from './checksum.js';
import type { CheckedTable } from './checksum.js';

/** Something that was stored is not there as it was written. All the rest is used as before, and nothing was deleted. */
export type Damage =
  /** Rows whose checksum does not fit: what they say is not believed. */
  | { readonly kind: 'rows'; readonly table: string; readonly rows: number }
  /** An index did not agree with sound rows and was made anew: nothing is lost. */
  | { readonly kind: 'index'; readonly detail: string }
  /** The newest changes are missing, at most so many. */
  | { readonly kind: 'lost'; readonly changes: number };

type Row = Readonly<Record<string, unknown>>;

/** Damaged rows that are told apart; more of them are reported as often as they are met. */
const remembered = 10_000;

/** Looks at every row that is read, and reports each damaged one once. */
export class Checks {
  readonly #known = new Set<string>();

  /** @param where - the file, for errors. */
  constructor(
    private readonly where: string,
    private readonly report: (damage: Damage) => void,
  ) {}

  /** @returns whether the row is as it was written; reports one that is not. */
  isSound(table: CheckedTable, row: object): boolean {
    const crc = crcOf(table, row as Row);
    if (crc === Number((row as Row)['crc'])) return true;
    if (this.#isNew(`${table} ${crc}`)) this.report({ kind: 'rows', table, rows: 1 });
    return false;
  }

  sound<R extends object>(table: CheckedTable, rows: readonly R[]): R[] {
    return rows.filter((row) => this.isSound(table, row));
  }

  /** For rows without which nothing may be decided. Throws `state_damaged`. */
  need<R extends object>(table: CheckedTable, row: R): R {
    if (!this.isSound(table, row)) throw this.damaged(table);
    return row;
  }

  /** All that is said at once of rows that were found together. */
  found(table: CheckedTable, rows: readonly object[]): void {
    const fresh = rows.filter((row) => this.#isNew(`${table} ${crcOf(table, row as Row)}`));
    if (fresh.length > 0) this.report({ kind: 'rows', table, rows: fresh.length });
  }

  /** Throws `state_damaged` for a counter that is not what was written. */
  counted(counter: { readonly value: number; readonly mirror: number } | undefined): number {
    if (!counter || !fits(counter)) throw this.damaged('counter');
    return Number(counter.value);
  }

  damaged(table: string): WireError {
    return new WireError('state_damaged', `a row of ${table} in ${this.where} is damaged: restore the file from a copy; the rest is used`);
  }

  #isNew(key: string): boolean {
    if (this.#known.has(key)) return false;
    if (this.#known.size < remembered) this.#known.add(key);
    return true;
  }
}

const fits = ({ value, mirror }: { readonly value: number; readonly mirror: number }): boolean => Number(value) + Number(mirror) === -1;
