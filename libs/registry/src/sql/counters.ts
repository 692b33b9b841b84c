import type { Kysely } from 'kysely';
import type { Checks } from './checks.js';
import type { Schema } from './schema.js';
import { placeholders, type Statements } from './statements.js';

/**
 * The two counters. Their rows' locks put all that changes the registry in one order; each change takes a serial, so that the serial tells
 * how many there were, and each number of the feed takes one as well.
 */
export class Counters {
  /** @param reached - hears inside each transaction which serial it took last. */
  constructor(
    private readonly checks: Checks,
    private readonly statements: Statements,
    private readonly reached: (serial: number) => void,
  ) {}

  /** Takes so many. @returns the last of them. */
  async serials(trx: Kysely<Schema>, count: number): Promise<number> {
    const [serial] = await this.statements.run(trx, 'counters', 1, counted, [count, count, 'serial']);
    const value = this.checks.counted(serial);
    this.reached(value);
    return value;
  }

  /** The next number of the feed. */
  async nextOfFeed(trx: Kysely<Schema>): Promise<number> {
    const rows = await this.statements.run(trx, 'counters', 2, counted, [1, 1, 'serial', 'feed']);
    const value = (of: string): number => this.checks.counted(rows.find(({ name }) => name === of));
    this.reached(value('serial'));
    return value('feed');
  }

  async feedSerial(db: Kysely<Schema>): Promise<number> {
    return this.checks.counted(await db.selectFrom('counter').selectAll().where('name', '=', 'feed').executeTakeFirst());
  }
}

const counted = (db: Kysely<Schema>, size: number) =>
  db
    .updateTable('counter')
    .set((row) => ({ value: row('value', '+', 0), mirror: row('mirror', '-', 0) }))
    .where('name', 'in', placeholders(size, ''))
    .returning(['name', 'value', 'mirror']);
