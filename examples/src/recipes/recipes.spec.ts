import { connect, PrivateIdentity } from '@keyway/client';
import { encodeId } from '@keyway/crypto';
import { startFleet, type Fleet } from '@keyway/fleet';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const exec = promisify(execFile);
const program = (name: string): string => fileURLToPath(new URL(`../../dist/recipes/${name}.js`, import.meta.url));
const run = (name: string, ...args: string[]): Promise<{ stdout: string }> =>
  exec(process.execPath, [program(name), fleet.address, ...args], { timeout: 100_000 });

let fleet: Fleet;
let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'keyway-recipes-'));
  fleet = await startFleet({ home, ports: 'free', env: {} });
}, 60_000);
afterAll(async () => {
  await fleet.stop();
  rmSync(home, { recursive: true, force: true });
});

it('devices: each of many devices reports once', async () => {
  expect((await run('devices', '60')).stdout).toBe('60 devices reported; the mean reading is 29.5\n');
}, 120_000);

it('batch job: ends with 0 once everything is stored, and the recipient finds it later', async () => {
  const recipient = await connect({ fleet: fleet.address, identity: PrivateIdentity.generate('ed25519') });
  expect((await run('batch-job', recipient.id, '500')).stdout).toBe('500 messages are stored\n');
  let lines = 0;
  for await (const message of recipient.messages()) {
    expect(JSON.parse(message.text())).toEqual({ line: (lines += 1) });
    message.done();
    if (lines === 500) break;
  }
  await recipient.close();
}, 120_000);

it('batch job: a recipient nobody knows is said by name, with exit status 1', async () => {
  const nobody = encodeId(PrivateIdentity.generate('ed25519').public.fingerprint);
  await expect(run('batch-job', nobody, '3')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^recipient_unknown/) as string,
  });
}, 120_000);

it('weeks offline: what came meanwhile is shown at the next start, once', async () => {
  const folder = join(home, 'traveller');
  const [, id] = /I am (\S+)/.exec((await run('weeks-offline', folder)).stdout)!;
  const friend = await connect({ fleet: fleet.address, identity: PrivateIdentity.generate('ed25519') });
  await friend.send(id!, 'the roof leaks');
  await friend.close();
  expect((await run('weeks-offline', folder)).stdout).toContain(`${friend.id}: the roof leaks`);
  expect((await run('weeks-offline', folder)).stdout).not.toContain('the roof leaks');
}, 120_000);

it('worker: answers by name, refuses by name, and finishes what it has before it ends', async () => {
  const worker = spawn(process.execPath, [program('worker'), fleet.address, 'serve', 'squares'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface(worker.stdout)[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('serving squares');
  expect((await run('worker', 'ask', 'squares', '12')).stdout).toMatch(/^144, says [a-z2-7]{8}\n$/);
  await expect(run('worker', 'ask', 'squares', 'a dozen')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^malformed: .*a dozen/) as string,
  });
  worker.kill('SIGTERM');
  await once(worker, 'exit');
  expect(worker.exitCode).toBe(0);
  await expect(run('worker', 'ask', 'squares', '12')).rejects.toMatchObject({ stderr: expect.stringMatching(/^no_worker/) as string });
  await expect(run('worker', 'ask', 'cubes', '12')).rejects.toMatchObject({ stderr: expect.stringMatching(/^no_such_service/) as string });
}, 120_000);

it.each([
  ['worker', 'serve'],
  ['batch-job', 'somebody', 'many'],
])('%s %s: what is missing or makes no sense is said in a line or two, with exit status 2', async (name, ...args) => {
  const stderr: unknown = expect.stringMatching(/^(usage: .*|many is no count)\n$/);
  await expect(run(name, ...args)).rejects.toMatchObject({ code: 2, stderr });
});
