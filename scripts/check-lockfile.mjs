// An incomplete lockfile is written without a word and fails only at the next `npm ci`, on another machine. So look at it here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name) => readFileSync(join(root, name), 'utf8');

/** Lowest version that may be locked, and why. Applies wherever the package occurs. */
const floors = {
  amqplib: ['2.3.0', 'GHSA-37f9-7m79-6866'],
};

const { packages, lockfileVersion } = JSON.parse(read('package-lock.json'));
const faults = [];
const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const below = (version, floor) => {
  const [a, b] = [version, floor].map((text) => text.split('-')[0].split('.').map(Number));
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && a[at] < b[at];
};

if (lockfileVersion !== 3) faults.push(`lockfileVersion is ${lockfileVersion}, not 3`);
const names = new Set(
  Object.keys(packages)
    .filter((path) => path.includes('node_modules/'))
    .map(nameOf),
);
for (const [path, entry] of Object.entries(packages)) {
  for (const optional of Object.keys(entry.optionalDependencies ?? {})) {
    if (!names.has(optional)) faults.push(`${path || 'the root'} lists ${optional} as optional, the lockfile lacks it`);
  }
  if (/^(https?|git|ssh)/.test(entry.resolved ?? '')) faults.push(`${path} names where it was downloaded from`);
  if (!path.includes('node_modules/') || entry.link) continue;
  if (!entry.integrity && !entry.inBundle) faults.push(`${path} has no integrity hash`);
  const [floor, reason] = floors[nameOf(path)] ?? [];
  if (floor && below(entry.version, floor)) faults.push(`${path} is ${entry.version}, at least ${floor} is needed (${reason})`);
}
if (/^\s*(@[^:]+:)?registry\s*=|_auth|\/\//m.test(read('.npmrc'))) faults.push('.npmrc names a registry or credentials');

for (const fault of faults) console.error(`lockfile: ${fault}`);
if (faults.length > 0) process.exitCode = 1;
else console.log(`lockfile: ${names.size} packages, complete`);
