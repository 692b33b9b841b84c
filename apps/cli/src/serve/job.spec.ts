import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runJob, type Job, type JobEnd } from './job.js';

const folder = mkdtempSync(join(tmpdir(), 'keyway-job-'));
afterAll(() => rmSync(folder, { recursive: true }));

const never = new AbortController().signal;
const run = (command: string, args: string[] = [], more: Partial<Job> = {}): Promise<JobEnd> =>
  runJob({
    ...{ command, args, env: { PATH: '/usr/bin:/bin' }, input: new Uint8Array(0), maxOutput: 262_144, mostMs: 20_000 },
    ...{ signal: never, urgent: never, ...more },
  });
const sh = (script: string, more?: Partial<Job>): Promise<JobEnd> => run('/bin/sh', ['-c', script], more);
const text = (end: JobEnd): string => (end.kind === 'answered' ? Buffer.from(end.output).toString() : `failed: ${end.why}`);
const pidIn = (path: string): number => Number(readFileSync(path, 'utf8'));
async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
      if (/^\d+ \(.*\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))) return; // waits to be collected
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

it('hands the body over byte for byte, 256 KiB of it, and gets what is printed byte for byte', async () => {
  const input = randomBytes(262_144);
  const end = await run('/bin/cat', [], { input });
  expect(end.kind === 'answered' && Buffer.compare(end.output, input)).toBe(0);
});

it('knows no shell: what a body or a word says is bytes', async () => {
  const evil = `$(touch ${folder}/a); \`touch ${folder}/b\` && touch ${folder}/c | "x' \n\u0000\u001b[2J`;
  expect(text(await run('/bin/cat', [], { input: Buffer.from(evil) }))).toBe(evil);
  expect(text(await run('/bin/echo', [`$(touch ${folder}/d)`, ';', 'touch', `${folder}/e`]))).toBe(
    `$(touch ${folder}/d) ; touch ${folder}/e\n`,
  );
  expect(['a', 'b', 'c', 'd', 'e'].filter((name) => existsSync(join(folder, name)))).toEqual([]);
});

it('does not mind a command that never reads its input', async () => {
  expect(text(await sh('exec <&-; echo done', { input: randomBytes(262_144) }))).toBe('done\n');
});

it('fails with the last line of what it complained of, and without what a terminal would obey', async () => {
  expect(text(await sh('echo first >&2; printf "last \\033[2J\\n" >&2; echo half an answer; exit 3'))).toBe(
    'failed: it ended with 3: last \ufffd[2J',
  );
  expect(text(await sh('kill -9 $$'))).toBe('failed: it was ended by SIGKILL');
  expect(text(await run('/nonexistent/command'))).toBe('failed: it cannot be started: ENOENT');
  expect(text(await run('/bin/cat', [], { env: { BAD: 'a\0b' } }))).toBe('failed: it cannot be started: ERR_INVALID_ARG_VALUE');
});

it('gives exactly as much output as it may, and kills what prints more with all it started', async () => {
  expect(text(await sh('head -c 1000 /dev/zero', { maxOutput: 1000 }))).toBe('\0'.repeat(1000));
  const pid = join(folder, 'flood.pid');
  expect(text(await sh(`sleep 600 & echo $! > ${pid}; yes`, { maxOutput: 1000 }))).toBe('failed: it printed more than 1000 bytes');
  await gone(pidIn(pid));
});

it('ends what takes too long with its whole group, also what does not heed SIGTERM', async () => {
  const pid = join(folder, 'deaf.pid');
  const script = `trap '' TERM; (trap '' TERM; sleep 600 & wait; sleep 600) & echo $! > ${pid}; while :; do sleep 600; done`;
  expect(text(await sh(script, { mostMs: 300 }))).toBe('failed: it took more than 300 ms');
  await gone(pidIn(pid));
});

it('leaves nothing running behind an answer', async () => {
  const pid = join(folder, 'left.pid');
  expect(text(await sh(`sleep 600 & echo $! > ${pid}; echo answer`))).toBe('answer\n');
  await gone(pidIn(pid));
});

it.each(['signal', 'urgent'] as const)('ends when %s is aborted, before it starts or while it runs', async (name) => {
  const ending = new AbortController();
  const slow = sh('echo started; sleep 600', { [name]: ending.signal });
  ending.abort();
  expect((await slow).kind).toBe('failed');
  expect((await sh('sleep 600', { [name]: ending.signal })).kind).toBe('failed');
});
