import type { DatabaseSync } from 'node:sqlite';
import { damaged } from '@keyway/sqlite-log';
import { errorOf } from './failure.js';

export interface CounterValues {
  readonly serial: number;
  readonly feed: number;
}

export interface FoundCounters extends CounterValues {
  /** How many had one copy that was wrong. */
  readonly damaged: number;
}

/** Both copies of each. Of two that differ the larger one is taken: counters only go forward. Throws `state_damaged` without one. */
export function readCounters(db: DatabaseSync, path: string): FoundCounters {
  const statement = db.prepare('select name, value, mirror from counter not indexed');
  statement.setReadBigInts(true);
  const rows = new Map(statement.all().map((row) => [row['name'], [row['value'], row['mirror']].map(Number) as [number, number]]));
  let wrong = 0;
  const valueOf = (name: string): number => {
    const [value, mirror] = rows.get(name) ?? [Number.NaN, Number.NaN];
    if (value + mirror !== -1) wrong += 1;
    const copies = [value, -1 - mirror].filter((copy) => copy >= 0 && copy < 2 ** 52);
    if (copies.length === 0) throw errorOf(damaged(path, `has lost its counter (${name})`));
    return Math.max(...copies);
  };
  return { serial: valueOf('serial'), feed: valueOf('feed'), damaged: wrong };
}

export function writeCounters(db: DatabaseSync, { serial, feed }: CounterValues): void {
  const put = db.prepare('update counter set value = ?, mirror = ? where name = ?');
  put.run(serial, -1 - serial, 'serial');
  put.run(feed, -1 - feed, 'feed');
}
