// Adds up what `.ci/run` did: Jest's JSON result of every project, and the exit status of each step.
// usage: node scripts/sum-results.mjs test=<status> lint=<status> …   Its last line is `N passed, N failed`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const parse = (path) => JSON.parse(readFileSync(path, 'utf8'));
let passed = 0;
let failed = 0;

function count(label, good, bad, note = '') {
  passed += good;
  failed += bad;
  console.log(`${bad > 0 ? '✗' : '✓'} ${label.padEnd(24)} ${String(good).padStart(5)} passed ${String(bad).padStart(4)} failed${note}`);
}

function countProject(name) {
  try {
    const result = parse(join(root, '.nx', 'results', `${name}.json`));
    const skipped = result.numPendingTests + result.numTodoTests;
    // a suite that could not even be loaded has no tests to fail: it counts as one
    const bad = result.numFailedTests + result.numRuntimeErrorTestSuites;
    count(name, result.numPassedTests, Math.max(bad, result.success ? 0 : 1), skipped > 0 ? `  (${skipped} skipped)` : '');
  } catch {
    count(name, 0, 1, '  (no result: it crashed or never ran)');
  }
}

const { workspaces } = parse(join(root, 'package.json'));
const folders = workspaces.flatMap((entry) =>
  entry.endsWith('/*') ? readdirSync(join(root, entry.slice(0, -2))).map((name) => join(entry.slice(0, -2), name)) : [entry],
);
for (const folder of folders.filter((one) => existsSync(join(root, one, 'package.json'))))
  countProject(parse(join(root, folder, 'package.json')).nx.name);

for (const step of process.argv.slice(2)) {
  const [name, status] = step.split('=');
  // the test step is its tests; it counts by itself only when it failed and none of them says so
  if (name === 'test') {
    if (status !== '0' && failed === 0) count(`npm ${name}`, 0, 1, `  (exit ${status})`);
  } else {
    count(name, status === '0' ? 1 : 0, status === '0' ? 0 : 1);
  }
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
