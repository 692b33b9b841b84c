#!/usr/bin/env node
// Starts the command on Node 24. An older Node hands over to the one installed beside this project.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const needed = 24;
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const fail = (text) => {
  process.stderr.write(`keyway: ${text}\n`);
  process.exit(1);
};

if (Number(process.versions.node.split('.')[0]) < needed) {
  const bundled = path('../../../node_modules/.bin/node');
  if (process.env.KEYWAY_REEXEC || !existsSync(bundled))
    fail(`needs Node ${needed}, this is ${process.version}; run \`node scripts/setup.mjs\` in the project first`);
  const child = spawn(bundled, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, KEYWAY_REEXEC: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // a terminal sends Ctrl-C to both processes: passing it on would make it two
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === 'SIGINT' ? 2 : signal === 'SIGHUP' ? 1 : 15);
  });
} else {
  const main = path('../dist/main.js');
  if (!existsSync(main)) fail('not built yet; run `node scripts/setup.mjs` in the project first');
  await import(main);
}
