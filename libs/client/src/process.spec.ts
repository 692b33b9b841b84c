import { spawn } from 'node:child_process';
import { inspect } from 'node:util';
import { child, hooks, inPlace } from './testing/crash.js';
import { Scene } from './testing/scene.js';

const runs = async (args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> => {
  const process_ = spawn(process.execPath, ['--import', hooks, child, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  process_.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  process_.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const code = await new Promise<number | null>((resolve) => process_.once('close', resolve));
  return { code, out, err };
};

it('a process whose client was closed ends by itself: no timer, no socket, no rejection is left', () =>
  inPlace(async ({ scene, key, folder }) => {
    expect(await runs(['once', scene.fleet.address, key, folder])).toEqual({ code: 0, out: 'attached\nto myself\n', err: '' });
  }));

it('a process whose client could not connect ends by itself as well, with the reason', () =>
  inPlace(async ({ scene, key, folder }) => {
    const { code, err } = await runs(['once', scene.fleet.address.replace('127.0.0.1', '127.0.0.2'), key, folder]);
    expect(code).toBe(1);
    expect(err).toContain('peer_unreachable');
  }));

it('a client shows nothing of itself but its id', async () => {
  await using scene = await Scene.start();
  const a = await scene.client();
  await a.send(a.id, 'secret words');
  const shown = inspect(a, { depth: 20, showHidden: true }) + JSON.stringify(a);
  expect(shown).toContain(a.id);
  expect(shown.length).toBeLessThan(300);
});
