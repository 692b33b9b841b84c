import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, statfs, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from '@keyway/crypto';
import type { FileChunk } from '@keyway/wire';
import type { Client } from '../client.js';
import type { Message } from '../messages.js';
import { reasonOf, Scene, until } from '../testing/scene.js';
import { FileReceiver, type FileEvent } from './file-receiver.js';
import { numbered, safeName } from './safe-name.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyway-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

async function made(name: string, bytes: number): Promise<{ path: string; data: Buffer }> {
  const data = Buffer.from(randomBytes(bytes));
  const path = join(folder, name);
  await writeFile(path, data);
  return { path, data };
}

/** Feeds messages to a receiver until something is complete or has failed. */
async function receive(client: Client, receiver: FileReceiver, most = Infinity): Promise<FileEvent | undefined> {
  let count = 0;
  for await (const message of client.messages()) {
    const event = await receiver.accept(message);
    count += 1;
    if (event?.kind === 'complete' || event?.kind === 'failed') {
      message.done();
      return event;
    }
    if (count >= most) return event;
  }
  return undefined;
}

describe('a file', () => {
  it.each([0, 1, 61_440, 61_441, 1_000_000])('of %d bytes arrives whole under its name', async (bytes) => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const { path, data } = await made('report.pdf', bytes);
    const progress: number[] = [];
    const target = join(folder, 'in');
    const [sent, event] = await Promise.all([
      a.sendFile(b.id, path, { onProgress: (done, total) => progress.push(done / (total || 1)) }),
      receive(b, new FileReceiver(target)),
    ]);
    expect(sent).toEqual({ sha256: sha256(data).toString('hex'), bytes });
    expect(event).toMatchObject({ kind: 'complete', from: a.id, name: 'report.pdf', path: join(target, 'report.pdf'), ...sent });
    expect(await readFile(join(target, 'report.pdf'))).toEqual(data);
    expect(await readdir(join(target, '.keyway-parts'))).toEqual(['finished.json']);
    expect([progress.at(-1), progress.length]).toEqual([bytes ? 1 : 0, Math.max(1, Math.ceil(bytes / 61_440))]);
  });

  it('waits for room in a full mailbox, a few pieces at a time', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    scene.fleet.world.quota = 5;
    const { path, data } = await made('big', 4_000_000);
    const sending = a.sendFile(b.id, path);
    await until(() => a.stats().halted === 1);
    expect(a.stats().waitingOut).toBeLessThanOrEqual(32);
    const event = await receive(b, new FileReceiver(join(folder, 'in')));
    await sending;
    expect(event).toMatchObject({ kind: 'complete', sha256: sha256(data).toString('hex') });
  });

  it('goes on where it was when its receiver starts again, also with the last piece shown twice', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const { path, data } = await made('data.bin', 1_500_000);
    const sending = a.sendFile(b.id, path);
    const target = join(folder, 'in');
    let event: FileEvent | undefined;
    for (let round = 0; event?.kind !== 'complete'; round += 1) {
      const receiver = new FileReceiver(target);
      event = await receive(b, receiver, 3 + (round % 4)); // leaves the last one in hand
      await receiver.close();
      if (event?.kind !== 'complete') expect(await readdir(target)).toEqual(['.keyway-parts']);
    }
    expect([await readFile(join(target, 'data.bin')), (await sending).bytes]).toEqual([data, data.length]);
  });

  it('that is away, a folder, or becomes shorter is refused by name', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    await expect(a.sendFile(b.id, join(folder, 'none'))).rejects.toMatchObject({
      reason: 'file_unreadable',
      message: expect.stringMatching(/none \(ENOENT\)/),
    });
    expect(await reasonOf(a.sendFile(b.id, folder))).toBe('file_unreadable');
    const { path } = await made('shrinks', 5_000_000);
    scene.fleet.world.quota = 3;
    const sending = reasonOf(a.sendFile(b.id, path));
    await until(() => a.stats().halted === 1);
    await writeFile(path, 'short');
    scene.fleet.world.quota = Infinity;
    const receiver = new FileReceiver(join(folder, 'in'));
    const reading = receive(b, receiver);
    expect(await sending).toBe('file_unreadable');
    await b.close();
    expect(await reading).toBeUndefined();
    await receiver.close();
  });

  it('is given up when its signal is aborted', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const { path } = await made('big', 4_000_000);
    scene.fleet.world.quota = 3;
    const abort = new AbortController();
    const sending = reasonOf(a.sendFile(b.id, path, { signal: abort.signal }));
    await until(() => a.stats().halted === 1);
    abort.abort();
    expect(await sending).toBe('aborted');
    expect(a.stats().waitingOut).toBe(0);
    expect(await reasonOf(a.sendFile(b.id, path, { signal: abort.signal }))).toBe('aborted');
  });

  it('to nobody fails with the reason', async () => {
    await using scene = await Scene.start();
    const a = await scene.client();
    const { path } = await made('f', 500_000);
    expect(await reasonOf(a.sendFile('a'.repeat(52), path))).toBe('recipient_unknown');
  });
});

describe('a hostile sender', () => {
  const transfer = new Uint8Array(16).fill(1);
  const from = 'a'.repeat(52);
  const piece = (chunk: Partial<FileChunk>, body: Uint8Array, redelivered = false): Message => {
    const whole = { transfer, index: 0, offset: 0, size: body.length, name: 'f', sha256: new Uint8Array(0), ...chunk };
    return { from, body, file: whole, redelivered } as unknown as Message;
  };
  const data = new Uint8Array(100).fill(7);
  const whole = (chunk: Partial<FileChunk> = {}): Message => piece({ sha256: sha256(data), ...chunk }, data);
  const half = (): Message => piece({ size: 200 }, data);
  const failed = (reason: string) => ({ kind: 'failed', from, reason });

  it.each([
    ['a wrong hash', [whole({ sha256: sha256(Uint8Array.of(1)) })], 'mismatch'],
    ['no hash', [whole({ sha256: new Uint8Array(0) })], 'mismatch'],
    ['a hash too early', [piece({ size: 200, sha256: sha256(data) }, data)], 'mismatch'],
    ['more than it said', [piece({ size: 50, sha256: sha256(data) }, data)], 'mismatch'],
    ['another size than before', [half(), piece({ index: 1, offset: 100, size: 201 }, data)], 'mismatch'],
    ['pieces of nothing', [half(), piece({ index: 1, offset: 100, size: 200 }, new Uint8Array(0))], 'mismatch'],
    ['a hole', [half(), piece({ index: 2, offset: 101, size: 200 }, data.subarray(1))], 'gap'],
    ['the same again and again', [half(), half()], 'mismatch'],
    ['the middle only', [piece({ index: 1, offset: 100, size: 200 }, data)], 'unknown'],
    ['a first piece that is none', [whole({ index: 1 })], 'unknown'],
    ['too large a file', [piece({ size: 2 ** 40 }, data)], 'too_large'],
    ['more than the disk holds', [piece({ size: 2 ** 52 }, data)], 'no_space'],
  ])('with %s is told apart: no file appears, nothing stays', async (_, messages, reason) => {
    const receiver = new FileReceiver(folder, reason === 'no_space' ? { maxFileBytes: Number.MAX_SAFE_INTEGER } : {});
    let last: FileEvent | undefined;
    for (const message of messages) last = await receiver.accept(message);
    expect(last).toMatchObject(failed(reason));
    expect(await receiver.accept(half())).toBeUndefined(); // told once
    expect([await readdir(folder), await readdir(join(folder, '.keyway-parts'))]).toEqual([['.keyway-parts'], []]);
    await receiver.close();
  });

  it('cannot choose where a file goes, nor replace one', async () => {
    const receiver = new FileReceiver(folder);
    await writeFile(join(folder, 'f'), 'mine');
    await symlink('/etc/passwd', join(folder, 'f (2)'));
    const names: string[] = [];
    for (const [i, name] of ['f', '../../f', '/etc/passwd', '.bashrc', '..', 'a\u202egnp.exe', 'CON.txt', '', 'x'.repeat(255)].entries()) {
      const event = await receiver.accept(whole({ name, transfer: new Uint8Array(16).fill(i) }));
      if (event?.kind === 'complete') names.push(event.path.slice(folder.length + 1));
    }
    expect(names).toEqual(['f (3)', 'f (4)', 'passwd', 'bashrc', 'file', 'agnp.exe', 'file-CON.txt', 'file (2)', 'x'.repeat(200)]);
    expect(await readFile(join(folder, 'f'), 'utf8')).toBe('mine');
  });

  it('may replace a file when the application says so', async () => {
    await writeFile(join(folder, 'f'), 'older');
    const receiver = new FileReceiver(folder, { overwrite: (name) => name === 'f' });
    expect(await receiver.accept(whole())).toMatchObject({ kind: 'complete', path: join(folder, 'f') });
    expect(await readFile(join(folder, 'f'))).toEqual(Buffer.from(data));
  });

  it('who begins without end gives way to his own newer transfers, and fills no more than his share', async () => {
    const receiver = new FileReceiver(folder, { maxPerSender: 3, maxTransfers: 4 });
    for (let i = 0; i < 10; i += 1) await receiver.accept(piece({ size: 200, transfer: new Uint8Array(16).fill(i) }, data));
    const parts = await readdir(join(folder, '.keyway-parts'));
    expect(parts.filter((name) => name.endsWith('.part'))).toHaveLength(3);
    expect(parts).toHaveLength(6);
    const others = ['b', 'c'].map((letter) => ({ ...half(), from: letter.repeat(52) }) as Message);
    expect(await receiver.accept(others[0]!)).toMatchObject({ kind: 'progress' });
    expect(await receiver.accept(others[1]!)).toMatchObject({ kind: 'failed', reason: 'too_many' });
    await receiver.close();
  });

  it('cannot use up what the disk keeps free, by several files that would each have fitted', async () => {
    const place = await mkdtemp(join((await readdir('/dev/shm').catch(() => undefined)) ? '/dev/shm' : tmpdir(), 'keyway-files-'));
    try {
      const { bavail, bsize } = await statfs(place);
      const mega = 1_048_576;
      const receiver = new FileReceiver(place, { keepFreeBytes: bavail * bsize - 12 * mega });
      const part = (i: number, index: number): Message =>
        piece({ transfer: transfer.map(() => i), index, offset: index * mega, size: 9 * mega }, new Uint8Array(mega));
      for (const i of [1, 2]) expect(await receiver.accept(part(i, 0))).toMatchObject({ kind: 'progress' });
      for (let index = 1; index < 8; index += 1) expect(await receiver.accept(part(1, index))).toMatchObject({ kind: 'progress' });
      let last: FileEvent | undefined;
      for (let index = 1; index < 8 && last?.kind !== 'failed'; index += 1) last = await receiver.accept(part(2, index));
      expect(last).toMatchObject(failed('no_space'));
      await receiver.close();
    } finally {
      await rm(place, { recursive: true });
    }
  });

  it('cannot go on with the transfer of another', async () => {
    const receiver = new FileReceiver(folder);
    await receiver.accept(half());
    const other = { ...piece({ index: 1, offset: 100, size: 200 }, data), from: 'b'.repeat(52) } as Message;
    expect(await receiver.accept(other)).toMatchObject({ kind: 'failed', reason: 'unknown' });
    const rest = piece({ index: 1, offset: 100, size: 200, sha256: sha256(Buffer.concat([data, data])) }, data);
    expect(await receiver.accept(rest)).toMatchObject({ kind: 'complete', bytes: 200 });
    await receiver.close();
  });
});

it.each([
  ['is a link', async (parts: string) => symlink(await mkdtemp(join(folder, 'elsewhere-')), parts)],
  ['others can write into', async (parts: string) => mkdir(parts).then(() => chmod(parts, 0o777))],
])('nothing is collected in a folder that %s: whoever made it could swap what was checked', async (_, make) => {
  await make(join(folder, '.keyway-parts'));
  const chunk = { transfer: new Uint8Array(16), index: 0, offset: 0, size: 200, name: 'f', sha256: new Uint8Array(0) };
  const message = { from: 'a'.repeat(52), body: new Uint8Array(100), file: chunk, redelivered: false } as unknown as Message;
  expect(await reasonOf(new FileReceiver(folder).accept(message))).toBe('file_unreadable');
});

it('what is left of a state that was damaged is begun anew or refused, never trusted', async () => {
  await mkdir(join(folder, '.keyway-parts'));
  const key = `${'a'.repeat(16)}-${'01'.repeat(16)}.part`;
  await writeFile(join(folder, '.keyway-parts', key), 'x'.repeat(100));
  await writeFile(join(folder, '.keyway-parts', `${key}.json`), '{"from":1}');
  const receiver = new FileReceiver(folder);
  const chunk = { transfer: new Uint8Array(16).fill(1), index: 1, offset: 100, size: 200, name: '', sha256: new Uint8Array(0) };
  const message = { from: 'a'.repeat(52), body: new Uint8Array(100), file: chunk, redelivered: false } as unknown as Message;
  expect(await receiver.accept(message)).toMatchObject({ kind: 'failed', reason: 'unknown' });
});

it('messages that are no pieces are left alone', async () => {
  expect(await new FileReceiver(folder).accept({ from: 'a', file: undefined } as unknown as Message)).toBeUndefined();
});

it.each([
  ['report.pdf', 'report.pdf'],
  ['a/b\\c', 'c'],
  ['...', 'file'],
  ['-rf', 'rf'],
  ['~root', 'root'],
  ['a\0b\nc', 'abc'],
  ['nul', 'file-nul'],
  ['tail. . ', 'tail'],
  [`${'ä'.repeat(200)}.tar`, `${'ä'.repeat(98)}.tar`],
])('the name %j becomes %j', (name, safe) => {
  expect(safeName(name)).toBe(safe);
  expect(safeName(safe)).toBe(safe);
});

it('a number goes before the suffix', () => {
  expect([numbered('a.b.c', 2), numbered('a', 3)]).toEqual(['a.b (2).c', 'a (3)']);
});
