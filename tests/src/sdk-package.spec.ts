import { startFleet, type Fleet } from '@keyway/fleet';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
/** The oldest line of Node that the package says it runs on. */
const oldestNode = '22.23.3';

let fleet: Fleet;
let folder: string;
let node22: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keyway-sdk-'));
  fleet = await startFleet({ home: join(folder, 'home'), ports: 'free', env: {} });
  await run(process.execPath, [join(root, 'scripts/pack-sdk.mjs')], { cwd: root });
  const version = (JSON.parse(readFileSync(join(root, 'libs/client/package.json'), 'utf8')) as { version: string }).version;
  const runtime = `node-${process.platform}-${process.arch}`;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'app', version: '1.0.0', private: true }));
  const packages = [join(root, `build/keyway-client-${version}.tgz`), `${runtime}@${oldestNode}`];
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--omit=optional', '--ignore-scripts', '--engine-strict=false'];
  await run('npm', ['install', ...flags, ...packages], { cwd: folder });
  node22 = join(folder, 'node_modules', runtime, 'bin', 'node');
}, 180_000);
afterAll(async () => {
  await fleet.stop();
  rmSync(folder, { recursive: true, force: true });
});

const conversation = `
  const adam = await connect({ fleet: process.argv[2], identity: PrivateIdentity.generate('ed25519') });
  const eve = await connect({ fleet: process.argv[2], identity: PrivateIdentity.generate('ed25519') });
  await adam.send(eve.id, 'from ' + process.version);
  for await (const message of eve.messages()) { console.log(message.text()); message.done(); break; }
  await Promise.all([adam.close(), eve.close()]);`;
const programs = {
  'app.mjs': `import { connect, PrivateIdentity } from '@keyway/client';${conversation}`,
  'app.cjs': `const { connect, PrivateIdentity } = require('@keyway/client'); (async () => {${conversation}})();`,
};
const talk = async (node: string, program: keyof typeof programs): Promise<string> => {
  writeFileSync(join(folder, program), programs[program]);
  return (await run(node, [join(folder, program), fleet.address], { timeout: 60_000 })).stdout;
};

it.each(['app.mjs', 'app.cjs'] as const)(
  'an empty project that installs the package alone talks through a fleet: %s, on this Node',
  async (program) => {
    expect(await talk(process.execPath, program)).toBe(`from ${process.version}\n`);
  },
  90_000,
);

it.each(['app.mjs', 'app.cjs'] as const)(
  'and on the oldest Node the package names: %s',
  async (program) => {
    expect(await talk(node22, program)).toBe(`from v${oldestNode}\n`);
  },
  90_000,
);

it('it brings no Nest, no Nx, no native build and nothing of the workspace along', () => {
  const names = readdirSync(join(folder, 'node_modules'));
  expect(names.filter((name) => /^(@nestjs|nx|@nx|zeromq|rxjs)$/.test(name))).toEqual([]);
  expect(readdirSync(join(folder, 'node_modules/@keyway'))).toEqual(['client']);
});

it('zmq:// endpoints without the optional zeromq are refused with what to do', async () => {
  writeFileSync(
    join(folder, 'zmq.mjs'),
    `import { connect, PrivateIdentity } from '@keyway/client';
     await connect({ fleet: process.argv[2], identity: PrivateIdentity.generate('ed25519'), edge: 'zmq' }).catch((error) => console.log(error.reason, error.message));`,
  );
  const { stdout } = await run(process.execPath, [join(folder, 'zmq.mjs'), fleet.address], { timeout: 60_000 });
  expect(stdout).toMatch(/npm install zeromq/);
}, 90_000);

it('its types are complete: a strict TypeScript project compiles against them, as ESM and as CommonJS', async () => {
  const program = `import { connect, PrivateIdentity, WireError, type Client, type Message } from '@keyway/client';
    export async function main(fleet: string): Promise<void> {
      const client: Client = await connect({ fleet, identity: PrivateIdentity.generate('ed25519') });
      const sent: { readonly seq: number } = await client.send(client.id, 'hello', { class: 'live' });
      for await (const message of client.messages()) { const one: Message = message; console.log(one.from, sent.seq); }
      const error: WireError = new WireError('aborted'); throw error;
    }`;
  const files = ['typed.mts', 'typed.cts'].map((file) => join(folder, file));
  for (const file of files) writeFileSync(file, program);
  const flags = ['--noEmit', '--strict', '--target', 'es2024', '--module', 'nodenext', '--types', 'node'];
  const types = ['--typeRoots', join(root, 'node_modules/@types')];
  await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...flags, ...types, ...files], { cwd: folder });
}, 90_000);
