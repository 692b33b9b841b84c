import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { cleanUp, freshHome, keyway, start } from './testing/bin.js';

afterEach(cleanUp);

const ready = /The fleet is ready after/;
const address = /keyway:\/\/[a-z2-7]{52}@127\.0\.0\.1:\d+/;

it('starts a fleet, says where it is and what to type next, and stops on Ctrl-C with 0', async () => {
  const home = freshHome();
  const up = start(['up', '--ports', 'free', '--home', home]);
  await up.says(/Ctrl-C stops the fleet/);
  expect(up.out).toMatch(ready);
  expect(up.out).toMatch(address);
  expect(up.out.match(/http:\/\/127\.0\.0\.1:\d+\/ready {2}http:\/\/127\.0\.0\.1:\d+\/metrics/g)).toHaveLength(3);
  expect(up.out).toContain(`npx --no keyway send --as adam --home ${home} @eve hello`);
  expect(await keyway(['up', '--home', home])).toMatchObject({ code: 7, err: expect.stringMatching(/state_locked 5012/) as string });
  up.interrupt();
  const { code, out, err } = await up.ended;
  expect(code).toBe(0);
  expect(err).toMatch(/router ended.*\n.*channel-broker ended.*\n.*auth ended.*\nStopped/);
  expect(existsSync(join(home, 'fleet', 'lock'))).toBe(false);

  const again = start(['up', '--json', '--home', home]);
  await again.says(/\n/);
  const said = JSON.parse(again.out) as { address: string; pids: Record<string, number> };
  expect(said).toMatchObject({ event: 'ready', address: address.exec(out)![0], manifest: { version: 1 } });
  process.kill(said.pids['router']!, 'SIGKILL');
  await again.says(/"event":"ready","service":"router"/);
  again.interrupt();
  expect(await again.ended).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(join(home, 'fleet', 'logs', 'router.log'), 'utf8')).toContain('"service":"router"');
});

it('names the port that is taken and what to do, with 7, and founds nothing', async () => {
  const busy = createServer().listen(0, '127.0.0.1');
  await once(busy, 'listening');
  const { port } = busy.address() as { port: number };
  const home = freshHome();
  const { code, err } = await keyway(['up', '--home', home, '--port-base', String(port)]);
  busy.close();
  expect(code).toBe(7);
  expect(err).toContain(
    `127.0.0.1:${port} is needed for the channel-broker (tcp). Stop the program that uses it, or choose other ports, once: npm start -- --ports free`,
  );
  expect(readdirSync(join(home, 'fleet'))).toEqual([]);
});
