// Proves that the lint step can fail: plants forbidden lines in a throw-away copy of the workspace and expects each one to be found.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const copied = [
  'apps',
  'libs',
  'tests',
  'bench',
  'examples',
  'scripts',
  'package.json',
  'nx.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'eslint.config.mjs',
  '.gitignore',
];

/** Each is one file of its own; `rule` is the ESLint rule that must name it. */
const planted = [
  { file: 'libs/session/src/planted-zeromq.ts', code: "import 'zeromq';", rule: 'keyway/homes' },
  { file: 'libs/session/src/planted-builtin.ts', code: "import 'node:net';", rule: 'keyway/homes' },
  { file: 'libs/session/src/planted-deep.ts', code: "import '@keyway/wire/src/index.js';", rule: 'keyway/homes' },
  { file: 'libs/session/src/planted-testing.ts', code: "import '@keyway/transport/testing';", rule: 'keyway/homes' },
  { file: 'libs/session/src/planted-clock.ts', code: 'export const now = Date.now();', rule: 'no-restricted-syntax' },
  { file: 'libs/session/src/planted-async.ts', code: 'export const later = async () => undefined;', rule: 'no-restricted-syntax' },
  { file: 'libs/session/src/planted-timer.ts', code: 'setTimeout(() => undefined, 1);', rule: 'no-restricted-globals' },
  { file: 'libs/wire/src/planted-random.ts', code: 'export const id = Math.random();', rule: 'no-restricted-syntax' },
  { file: 'apps/router/src/core/planted-nest.ts', code: "import '@nestjs/common';", rule: 'keyway/homes' },
  { file: 'apps/router/src/core/planted-io.ts', code: "import { open } from '@keyway/mailbox';\nopen();", rule: 'keyway/homes' },
  { file: 'apps/router/src/planted-sql.ts', code: "import 'kysely';", rule: 'keyway/homes' },
  { file: 'libs/client/src/planted-protobuf.ts', code: "export { Reader } from 'protobufjs/minimal.js';", rule: 'keyway/homes' },
  { file: 'libs/client/src/planted-rsa.ts', code: "export const rsa = import('node-rsa');", rule: 'keyway/homes' },
  { file: 'libs/client/src/planted-env.ts', code: 'export const home = process.env;', rule: 'no-restricted-properties' },
  { file: 'libs/client/src/planted-star.ts', code: "export * from './index.js';", rule: 'no-restricted-syntax' },
  { file: 'libs/client/src/planted-default.ts', code: 'export default 1;', rule: 'no-restricted-syntax' },
  { file: 'libs/client/src/planted-enum.ts', code: 'export enum Colour { Red }', rule: 'no-restricted-syntax' },
  {
    file: 'libs/crypto/src/planted-padding.ts',
    code: 'export const { RSA_PKCS1_PADDING: padding } = { RSA_PKCS1_PADDING: 1 };',
    rule: 'no-restricted-syntax',
  },
  { file: 'libs/crypto/src/planted-length.ts', code: 'void 0;\n'.repeat(501), rule: 'max-lines' },
];
/** Arrows for the boundary check, with what it must say. */
const arrows = [
  { file: 'libs/session/src/planted-arrow.ts', code: "import '@keyway/transport';", says: 'session may not import transport' },
  { file: 'libs/wire/src/planted-arrow.ts', code: "import '@keyway/session';", says: 'wire may not import session' },
  { file: 'libs/fleet/src/planted-arrow.ts', code: "import '@keyway/router';", says: 'fleet may not import router' },
  { file: 'apps/auth/src/planted-arrow.ts', code: "import '@keyway/client';", says: 'auth may not import client' },
  { says: 'circle: ' },
];

const copy = realpathSync(mkdtempSync(join(tmpdir(), 'keyway-planted-')));
const missed = [];

/** Installed packages lead to the real ones, `@keyway/*` to the copy: else Nx would look for them outside of its workspace. */
function linkModules() {
  const [from, to] = [join(root, 'node_modules'), join(copy, 'node_modules')];
  mkdirSync(join(to, '@keyway'), { recursive: true });
  for (const entry of readdirSync(from)) if (entry !== '@keyway') symlinkSync(join(from, entry), join(to, entry));
  for (const entry of readdirSync(join(from, '@keyway'))) {
    const project = relative(realpathSync(root), realpathSync(join(from, '@keyway', entry)));
    symlinkSync(join(copy, project), join(to, '@keyway', entry));
  }
}

try {
  const wanted = (source) => !['node_modules', 'dist', '.nx'].includes(basename(source));
  for (const name of copied) cpSync(join(root, name), join(copy, name), { recursive: true, filter: wanted });
  linkModules();
  for (const { file, code } of [...planted, ...arrows]) {
    if (!file) continue;
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), `${code}\n`);
  }
  const run = (script, ...args) =>
    spawnSync(process.execPath, [join(copy, script), ...args], { cwd: copy, encoding: 'utf8', maxBuffer: 2 ** 26 });

  const lint = run('node_modules/eslint/bin/eslint.js', '--format', 'json', ...planted.map(({ file }) => file));
  if (lint.status !== 1) missed.push(`eslint ended with ${lint.status} instead of 1\n${lint.stderr}`);
  const reports = new Map((lint.status === 1 ? JSON.parse(lint.stdout) : []).map((report) => [report.filePath, report.messages]));
  for (const { file, rule } of planted) {
    const found = (reports.get(join(copy, file)) ?? []).some(({ ruleId, severity }) => ruleId === rule && severity === 2);
    if (!found) missed.push(`${rule} did not see ${file}`);
  }

  const boundaries = run('scripts/check-boundaries.mjs');
  if (boundaries.status !== 1) missed.push(`the boundary check ended with ${boundaries.status} instead of 1`);
  for (const { says } of arrows)
    if (!boundaries.stderr.includes(says)) missed.push(`the boundary check did not say "${says}"\n${boundaries.stderr}`);
} finally {
  rmSync(copy, { recursive: true, force: true });
}

for (const text of missed) console.error(`planted: ${text}`);
if (missed.length > 0) process.exitCode = 1;
else console.log(`planted: all ${planted.length + arrows.length} violations were found`);
