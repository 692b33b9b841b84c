import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeId, PrivateIdentity } from '@keyway/crypto';
import { FileStore } from '../store/file.js';
import { Scene, take, texts, until } from './scene.js';

export const hooks = fileURLToPath(new URL('./from-source.mjs', import.meta.url));
export const child = fileURLToPath(new URL('./child.ts', import.meta.url));

/** Runs the child until it has said so many lines, kills it with SIGKILL, and returns its whole lines. */
async function killedAfter(lines: number, args: readonly string[]): Promise<readonly string[]> {
  const running = spawn(process.execPath, ['--import', hooks, child, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
    if (told.split('\n').length > lines) running.kill('SIGKILL');
  });
  await new Promise((resolve) => running.once('close', resolve));
  expect(running.signalCode).toBe('SIGKILL');
  return told.slice(0, told.lastIndexOf('\n')).split('\n').slice(1);
}

export interface Place {
  readonly scene: Scene;
  readonly identity: PrivateIdentity;
  readonly key: string;
  readonly folder: string;
}

export async function inPlace(run: (place: Place) => Promise<void>, lifeMs = 25_000): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'keyway-crash-'));
  const identity = PrivateIdentity.generate('ed25519');
  const key = join(root, 'key.pem');
  await writeFile(key, identity.toPem(), { mode: 0o600 });
  try {
    await using scene = await Scene.start({ lifeMs });
    await run({ scene, identity, key, folder: join(root, 'state') });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** kill -9 of a client in the middle of its work loses nothing, and shows nothing twice but what was in hand. */
export function survivesKills(rounds: number): void {
  const limitMs = 20_000 + 5_000 * rounds;

  it(
    `a receiver killed ${rounds} times sees every message, in order; again only the one it had in hand, flagged`,
    () =>
      inPlace(async ({ scene, identity, key, folder }) => {
        const id = encodeId(identity.public.fingerprint);
        const a = await scene.client();
        await (await scene.client({ identity })).close(); // enrolled: messages may wait for it
        const total = 2_000 * rounds;
        await Promise.all(Array.from({ length: total }, (_, i) => a.send(id, `${i}`)));
        let seen = -1;
        for (let round = 0; round < rounds; round += 1) {
          const lines = await killedAfter(100 + 300 * (round % 6), ['receive', scene.fleet.address, key, folder]);
          for (const line of lines) {
            const [how, text] = line.split(' ') as [string, string];
            if (how === 'again') expect([seen, seen + 1]).toContain(Number(text));
            else expect(Number(text)).toBe(seen + 1);
            seen = Number(text);
          }
        }
        const last = await scene.client({ identity, store: new FileStore(folder) });
        const rest = await take(last, total - seen - 1);
        const fresh = texts(rest.filter((message) => !message.redelivered || Number(message.text()) > seen)).map(Number);
        expect(rest.filter((message) => message.redelivered).length).toBeLessThanOrEqual(1);
        expect(fresh[0]).toBe(seen + 1);
        expect(fresh.every((number, i) => i === 0 || number === fresh[i - 1]! + 1)).toBe(true);
      }, limitMs),
    limitMs,
  );

  it(
    `a sender killed ${rounds} times loses nothing that was accepted, and doubles nothing`,
    () =>
      inPlace(async ({ scene, identity, key, folder }) => {
        const b = await scene.client();
        const got: string[] = [];
        const ids = new Set<string>();
        const reading = (async () => {
          for await (const message of b.messages()) {
            got.push(message.text());
            ids.add(message.id);
          }
        })();
        const accepted: string[] = [];
        for (let round = 0; round < rounds; round += 1) {
          const lines = await killedAfter(200 + 500 * (round % 6), ['send', scene.fleet.address, key, folder, b.id, `${round}`]);
          accepted.push(...lines.map((line) => line.slice('accepted '.length)));
        }
        const last = await scene.client({ identity, store: new FileStore(folder) });
        await until(() => last.stats().waitingOut === 0);
        await last.send(b.id, 'end');
        await until(() => got.at(-1) === 'end');
        await b.close();
        await reading;
        expect(new Set(got).size).toBe(got.length);
        expect(ids.size).toBe(got.length);
        const arrived = new Set(got);
        expect(accepted.filter((text) => !arrived.has(text))).toEqual([]);
      }, limitMs),
    limitMs,
  );
}
