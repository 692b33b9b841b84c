// Run by eio.spec.ts in a process of its own, whose files may for moments not grow: says on stdout, line by line, what became of each try.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { readFiles, writeFiles } from '@keyway/sqlite-log/testing';
import { recipient, testRun } from './runs.js';
import { openEngine } from '../sqlite/open.js';
import type { Engine } from '../sqlite/engine.js';

const [path, tries] = process.argv.slice(2);

function open(file: string): { readonly engine: Engine; readonly lost: number } {
  const quota = { bytes: 1e9, messages: 1e9 };
  const found = openEngine({ path: file, quota, longestLifetimeMs: 1, keepFreeBytes: 0, maxFileBytes: undefined });
  if (found.kind === 'failed') throw new Error(found.failure.detail);
  return { engine: found.engine, lost: found.drops.length };
}

/** The write that would make a file longer than this fails. */
function limitFiles(bytes: number | 'unlimited'): void {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:unlimited`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`no limit could be set: ${stderr}`);
}

const numbersIn = (engine: Engine): number[] => engine.read(recipient(1), 0, 1e9, 1).map(({ firstSeq }) => firstSeq);

const { engine } = open(path!);
const append = (first: number) => engine.write([testRun({ first, bodySize: 30_000 })], [], 1)[0];
append(1);
for (let n = 0; n < Number(tries); n += 1) {
  const next = n + 2;
  limitFiles(statSync(`${path}-wal`).size + Math.floor(n / 3) * 4_120 + (n % 3) * 1_500); // most of them in the middle of a page
  const refused = append(next);
  limitFiles('unlimited');
  const waiting = numbersIn(engine);
  writeFiles(`${path}-killed`, readFiles(path!));
  const { engine: killed, lost } = open(`${path}-killed`);
  process.stdout.write(`${JSON.stringify({ refused, waiting, afterKill: numbersIn(killed), lost, then: append(next)?.kind })}\n`);
  killed.close();
}
engine.close();
