// Makes a clone ready: installs when the lockfile changed, builds when a source changed, otherwise ends in milliseconds.
// Runs on Node 20 and without any dependency, because it is what brings Node 24 and the dependencies.
// usage: node scripts/setup.mjs [--install-only]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const neededNode = 'v24.';
const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const installStamp = join(modules, '.keyway-install');
const buildStamp = join(modules, '.keyway-build');
const node = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
function fail(text) {
  console.error(`setup: ${text}`);
  process.exit(1);
}
function run(command, args, options) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
  if (error) fail(`${command} could not be started: ${error.message}`);
  return status === 0;
}

function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const wanted = `${lock} ${process.platform} ${process.arch}\n`;
  if (read(installStamp) === wanted && existsSync(node)) return;
  console.log('setup: installing dependencies (npm ci)');
  // npm replaces node_modules: it must not run on the Node that lies in there
  const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => !entry.startsWith(modules));
  const env = { ...process.env, PATH: path.join(delimiter), NODE_ENV: 'development' };
  if (!run('npm', ['ci', '--no-progress', '--loglevel=error', '--include=dev'], { env, shell: process.platform === 'win32' }))
    fail('npm ci failed');
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' });
  if (!stdout?.startsWith(neededNode)) {
    fail(
      `node_modules/.bin/node is ${stdout?.trim() || 'missing'}, not ${neededNode}x: were install scripts switched off? Try \`npm rebuild node\``,
    );
  }
  writeFileSync(installStamp, wanted);
}

function projectFolders() {
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return workspaces
    .flatMap((entry) =>
      entry.endsWith('/*') ? readdirSync(join(root, entry.slice(0, -2))).map((name) => join(entry.slice(0, -2), name)) : [entry],
    )
    .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')));
}

function compiledFiles(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name)); // Node 20 before 20.12 has only the old name
}

function sourceState(folders) {
  const files = ['tsconfig.json', 'tsconfig.base.json', 'package.json'].map((name) => join(root, name));
  for (const folder of folders) {
    files.push(join(root, folder, 'package.json'), join(root, folder, 'tsconfig.json'));
    if (existsSync(join(root, folder, 'src'))) files.push(...compiledFiles(join(folder, 'src')));
  }
  const hash = createHash('sha256').update(read(installStamp) ?? '');
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return `${hash.digest('hex')}\n`;
}

function build() {
  const folders = projectFolders();
  const state = sourceState(folders);
  const built = folders.every((folder) => existsSync(join(root, folder, 'dist', '.tsbuildinfo')));
  if (built && read(buildStamp) === state) return;
  console.log('setup: building (tsc -b)');
  rmSync(buildStamp, { force: true });
  if (!run(node, [join(modules, 'typescript/bin/tsc'), '-b'], { shell: process.platform === 'win32' })) fail('the build failed');
  writeFileSync(buildStamp, state);
}

if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node 20 or later is needed to begin, this is ${process.version}`);
install();
if (!process.argv.includes('--install-only')) build();
