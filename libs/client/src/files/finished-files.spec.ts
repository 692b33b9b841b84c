import { createHash } from 'node:crypto';
import { link, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileChunk } from '@keyway/wire';
import type { Message } from '../messages.js';
import { FileReceiver, type FileEvent, type FileReceiverOptions } from './file-receiver.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyway-finished-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const from = 'a'.repeat(52);
const bytes = Buffer.from('0123456789');
const sha256 = createHash('sha256').update(bytes).digest();
const transferOf = (n: number): Uint8Array => Buffer.alloc(16, n.toString(16).padStart(32, '0'), 'hex');

/** One of the two pieces of `report.pdf`. */
function piece(index: 0 | 1, { transfer = transferOf(1), redelivered = false, ...chunk }: Partial<FileChunk & Message> = {}): Message {
  const last = index === 1;
  const file = { transfer, index, offset: last ? 5 : 0, size: 10, name: 'report.pdf', sha256: last ? sha256 : new Uint8Array(0), ...chunk };
  return { from, body: last ? bytes.subarray(5) : bytes.subarray(0, 5), file, redelivered } as unknown as Message;
}
/** A process of its own, which ends after the messages. */
async function run(messages: readonly Message[], options?: FileReceiverOptions): Promise<FileEvent | undefined> {
  const receiver = new FileReceiver(folder, options);
  let last: FileEvent | undefined;
  for (const message of messages) last = await receiver.accept(message);
  await receiver.close();
  return last;
}
const again = { redelivered: true };
const saved = async (): Promise<string[]> => (await readdir(folder)).filter((name) => !name.startsWith('.'));
const parts = (name = ''): string => join(folder, '.keyway-parts', name);

it('a file that was saved is told of again when its last piece comes again to the next process', async () => {
  const first = await run([piece(0), piece(1)]);
  expect(first).toMatchObject({ kind: 'complete', path: join(folder, 'report.pdf'), bytes: 10, sha256: sha256.toString('hex') });
  expect(await run([piece(1, again)])).toEqual(first);
  expect(await run([piece(1, again)])).toEqual(first);
  expect(await saved()).toEqual(['report.pdf']);
});

it('so is one of a single piece, which is not saved twice', async () => {
  const only = (redelivered: boolean): Message => ({ ...piece(0, { sha256, redelivered }), body: bytes }) as Message;
  const first = await run([only(false)]);
  expect(first).toMatchObject({ kind: 'complete' });
  expect(await run([only(true)])).toEqual(first);
  expect(await saved()).toEqual(['report.pdf']);
});

it.each([
  ['not shown before', piece(1)],
  ['of another sender', { ...piece(1, again), from: `${'a'.repeat(51)}b` } as Message],
  ['of another transfer', piece(1, { ...again, transfer: transferOf(2) })],
  ['of another size', piece(1, { ...again, size: 11 })],
  ['with another hash', piece(1, { ...again, sha256: Buffer.alloc(32) })],
  ['that is not the last', piece(1, { ...again, offset: 4 })],
])('but not for a piece %s', async (_, message) => {
  await run([piece(0), piece(1)]);
  expect(await run([message])).toMatchObject({ kind: 'failed', reason: 'unknown' });
});

it('killed between giving the name and letting go of the pieces, it goes on to the same path', async () => {
  await run([piece(0)]);
  const head = await readFile(parts((await readdir(parts())).find((name) => name.endsWith('.json'))!));
  const part = (await readdir(parts())).find((name) => name.endsWith('.part'))!;
  const first = await run([piece(1, again)]);
  for (const isNoted of [true, false]) {
    await link(join(folder, 'report.pdf'), parts(part));
    await writeFile(parts(`${part}.json`), head);
    if (!isNoted) await rm(parts('finished.json'));
    expect(await run([piece(1, again)])).toEqual(first);
    expect([await saved(), await readFile(join(folder, 'report.pdf'))]).toEqual([['report.pdf'], bytes]);
    expect(await readdir(parts())).toEqual(['finished.json']);
  }
});

it('killed before it replaced a file, it replaces it', async () => {
  const options = { overwrite: () => true };
  const first = await run([piece(0), piece(1)], options);
  const record = await readFile(parts('finished.json'));
  await rename(join(folder, 'report.pdf'), join(folder, 'kept'));
  await run([piece(0)], options);
  await writeFile(parts('finished.json'), record);
  await writeFile(join(folder, 'report.pdf'), 'older');
  expect(await run([piece(1, again)], options)).toEqual(first);
  expect(await readFile(join(folder, 'report.pdf'))).toEqual(bytes);
});

it('the newest few are known, in one small file for our eyes only', async () => {
  const receiver = new FileReceiver(folder);
  for (let n = 0; n < 200; n += 1) {
    const transfer = transferOf(n);
    for (const index of [0, 1] as const) await receiver.accept(piece(index, { transfer, name: `${n}-${'x'.repeat(150)}` }));
  }
  const { size, mode } = await stat(parts('finished.json'));
  expect([size < 40_000, mode & 0o777, await readdir(parts())]).toEqual([true, 0o600, ['finished.json']]);
  expect(await run([piece(1, { ...again, transfer: transferOf(199) })])).toMatchObject({ kind: 'complete' });
  expect(await run([piece(1, { ...again, transfer: transferOf(0) })])).toMatchObject({ kind: 'failed', reason: 'unknown' });
});

it.each(['', '{', '[{}]', '[null]', '{"length":1}'])('a record that reads %j is begun anew', async (text) => {
  await run([piece(0), piece(1)]);
  await writeFile(parts('finished.json'), text);
  expect(await run([piece(1, again)])).toMatchObject({ kind: 'failed', reason: 'unknown' });
  const transfer = transferOf(2);
  const next = await run([piece(0, { transfer }), piece(1, { transfer })]);
  expect(await run([piece(1, { ...again, transfer })])).toEqual(next);
});
