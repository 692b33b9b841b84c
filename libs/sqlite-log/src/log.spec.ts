import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openMended } from './mending.js';
import { readFiles, writeFiles } from './testing/files.js';
import type { Files } from './testing/files.js';
import { readWitness, Witness } from './witness.js';

const folder = mkdtempSync(join(tmpdir(), 'keyway-sqlite-log-'));
const path = join(folder, 'some.db');
afterAll(() => rmSync(folder, { recursive: true }));

const connect = (): DatabaseSync => {
  const db = new DatabaseSync(path);
  db.exec('pragma locking_mode = exclusive; pragma journal_mode = wal; begin immediate; commit');
  return db;
};

/** As a process that was killed leaves it: everything is in the log. */
function killed(): Files {
  const db = connect();
  db.exec('create table note (id integer primary key, text text)');
  const witness = new Witness(db, path);
  const add = db.prepare("insert into note (text) values ('something to remember')");
  for (let count = 1; count <= 20; count += 1) {
    add.run();
    witness.note(count);
  }
  const files = readFiles(path);
  db.close();
  witness.close(20);
  return files;
}

it('a wrong bit in any frame of a log is put right: without the witness all that lies behind it would be gone', () => {
  const sound = killed();
  const notes = (useWitness: boolean): number => {
    const db = openMended(path, useWitness ? readWitness(path) : undefined, connect);
    const [{ count }] = db.prepare('select count(*) as count from note').all() as [{ count: number }];
    db.close();
    return count;
  };
  for (let at = 32 + 3 * 4_120 + 2_000; at < sound.log.length; at += 3 * 4_120) {
    const log = Buffer.from(sound.log);
    log[at]! ^= 4;
    writeFiles(path, { ...sound, log });
    expect(notes(true)).toBe(20);
    writeFiles(path, { ...sound, log });
    expect(notes(false)).toBeLessThan(20);
  }
});
