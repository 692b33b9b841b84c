import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Schema } from './schema.js';

/** SQLite takes 32,766 parameters in a statement, PostgreSQL 65,535. */
const mostRows = 256;

type Build<O> = (db: Kysely<Schema>, size: number) => Compilable<O>;

/**
 * Queries of the hot path, compiled once for each number of rows: building one costs several times what running it does. So that there are
 * few of them, numbers are powers of two.
 */
export class Statements {
  readonly #compiled = new Map<string, CompiledQuery>();

  /** @param build - makes the query for so many rows; what values it puts in does not matter. @param parameters - in their order in the text. */
  async run<O>(db: Kysely<Schema>, name: string, size: number, build: Build<O>, parameters: readonly unknown[]): Promise<readonly O[]> {
    const key = `${name} ${size}`;
    let compiled = this.#compiled.get(key);
    if (!compiled) this.#compiled.set(key, (compiled = build(db, size).compile()));
    return (await db.executeQuery<O>({ ...(compiled as CompiledQuery<O>), parameters })).rows;
  }

  /** Rows whose key is one of these. */
  async find<O>(db: Kysely<Schema>, name: string, build: Build<O>, keys: readonly unknown[]): Promise<readonly O[]> {
    const found: O[] = [];
    for (let at = 0; at < keys.length; at += mostRows) {
      const some = keys.slice(at, at + mostRows);
      const size = 2 ** Math.ceil(Math.log2(some.length));
      while (some.length < size) some.push(some[0]); // asked for twice is found once
      found.push(...(await this.run(db, name, size, build, some)));
    }
    return found;
  }

  /** @param columns - of each row, in the order of the text. */
  async write(db: Kysely<Schema>, name: string, build: Build<unknown>, columns: readonly (readonly unknown[])[]): Promise<void> {
    for (let at = 0; at < columns.length;) {
      const size = Math.min(mostRows, 2 ** Math.floor(Math.log2(columns.length - at)));
      await this.run(db, name, size, build, columns.slice(at, (at += size)).flat());
    }
  }
}

/** As many of one value as a query needs placeholders. */
export const placeholders = <T>(size: number, value: T): T[] => Array.from({ length: size }, () => value);
