// Which project may know which. Compares three things: this table, what Nx finds in the sources and package.json files,
// and the references in each tsconfig.json. Fails on an arrow the table lacks, an undeclared import and a circle.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** By tag; a `lib:` row stands before the `type:` row of the same project. */
const mayImport = {
  'type:wire': [],
  'type:crypto': [],
  'lib:session': ['type:wire', 'type:crypto'],
  'lib:conversation': ['lib:session', 'type:wire', 'type:crypto'],
  'lib:transport': ['type:wire'],
  'lib:sqlite-log': [],
  'lib:mailbox': ['lib:sqlite-log', 'type:wire', 'type:crypto'],
  'lib:registry': ['lib:sqlite-log', 'type:wire', 'type:crypto'],
  'type:sdk': ['type:core', 'lib:transport', 'type:wire', 'type:crypto'],
  'type:nest': ['type:sdk', 'type:wire'],
  'type:edge': ['lib:transport', 'type:wire', 'type:crypto'],
  'type:fleet': ['lib:session', 'type:wire', 'type:crypto'],
  'type:app': ['type:edge', 'type:io', 'type:core', 'type:wire', 'type:crypto'],
  'type:cli': ['type:sdk', 'type:fleet', 'type:wire', 'type:crypto'],
  'type:check': ['type:sdk', 'type:nest', 'type:fleet', 'type:core', 'type:io', 'type:wire', 'type:crypto'],
};
/** Started as processes, never imported: Nx knows these as implicit dependencies. */
const mayStart = { 'type:fleet': ['type:app'], 'type:check': ['type:cli'] };

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const faults = [];

function readGraph() {
  const manifest = createRequire(import.meta.url).resolve('nx/package.json');
  const bin = JSON.parse(readFileSync(manifest, 'utf8')).bin.nx;
  const file = join(root, '.nx', 'graph.json');
  mkdirSync(dirname(file), { recursive: true });
  const env = { ...process.env, NX_TUI: 'false', NX_DAEMON: 'false' };
  execFileSync(process.execPath, [join(dirname(manifest), bin), 'graph', `--file=${file}`], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return JSON.parse(readFileSync(file, 'utf8')).graph;
}

function row(table, tags) {
  const key = tags.find((tag) => tag.startsWith('lib:') && tag in table) ?? tags.find((tag) => tag in table);
  return key === undefined ? undefined : table[key];
}

function findCircle(arrows) {
  const done = new Set();
  const walk = (name, path) => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const next of arrows.get(name) ?? []) {
      const circle = walk(next, [...path, name]);
      if (circle) return circle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of arrows.keys()) {
    const circle = walk(name, []);
    if (circle) return circle;
  }
  return undefined;
}

const { nodes, dependencies } = readGraph();
const projectOf = new Map();
const manifests = new Map();
for (const [name, node] of Object.entries(nodes)) {
  const manifest = JSON.parse(readFileSync(join(root, node.data.root, 'package.json'), 'utf8'));
  manifests.set(name, manifest);
  projectOf.set(manifest.name, name);
}

const arrows = new Map();
for (const [name, node] of Object.entries(nodes)) {
  const allowed = row(mayImport, node.data.tags);
  if (!allowed || !node.data.tags.includes(`lib:${name}`)) {
    faults.push(`${name}: tags [${node.data.tags}] lack lib:${name} or a type: that scripts/check-boundaries.mjs knows`);
    continue;
  }
  const startable = row(mayStart, node.data.tags) ?? [];
  const manifest = manifests.get(name);
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    .map((dependency) => projectOf.get(dependency))
    .filter((project) => project !== undefined);
  const edges = (dependencies[name] ?? []).filter(({ target }) => target in nodes && target !== name);
  arrows.set(name, new Set(edges.map(({ target }) => target)));

  for (const { target, type } of edges) {
    const tags = nodes[target].data.tags;
    const implicit = type === 'implicit';
    if (!(implicit ? startable : allowed).some((tag) => tags.includes(tag))) {
      faults.push(`${name} may not ${implicit ? 'start' : 'import'} ${target} (${tags.join(', ')})`);
    } else if (!implicit && !declared.includes(target)) {
      faults.push(`${name} imports ${target} but ${node.data.root}/package.json does not declare it`);
    }
  }

  const tsconfig = JSON.parse(readFileSync(join(root, node.data.root, 'tsconfig.json'), 'utf8'));
  const referenced = (tsconfig.references ?? []).map(({ path }) => basename(path));
  for (const target of declared.filter((one) => !referenced.includes(one)))
    faults.push(`${node.data.root}/tsconfig.json lacks a reference to ${target}`);
  for (const target of referenced.filter((one) => !declared.includes(one))) {
    faults.push(`${node.data.root}/tsconfig.json references ${target}, package.json does not declare it`);
  }
}

const circle = findCircle(arrows);
if (circle) faults.push(`circle: ${circle.join(' → ')}`);

for (const fault of faults) console.error(`boundaries: ${fault}`);
if (faults.length > 0) process.exitCode = 1;
else console.log(`boundaries: ${Object.keys(nodes).length} projects keep to their arrows`);
