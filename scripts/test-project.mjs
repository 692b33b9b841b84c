// Runs the specs of one project and leaves Jest's JSON result in .nx/results/<project>.json for `.ci/run`.
// usage: node scripts/test-project.mjs <project folder> [--long] [jest options]
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [folder, ...options] = process.argv.slice(2);
const long = options[0] === '--long';
if (long) options.shift();

const { name } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).nx;
const results = join(root, '.nx', long ? 'results-long' : 'results');
const result = join(results, `${name}.json`);
mkdirSync(results, { recursive: true });
rmSync(result, { force: true }); // a crash must leave no result rather than an old one

const jest = [join(root, 'node_modules/jest/bin/jest.js'), '-c', join(root, folder, 'jest.config.mjs'), '--json', `--outputFile=${result}`];
const { status } = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', ...jest, ...options],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...(long ? { KEYWAY_TESTS: 'long' } : {}) },
  },
);
process.exitCode = status ?? 1;
