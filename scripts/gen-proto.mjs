// Writes libs/wire/src/generated/ from proto/. With --check it writes nothing and fails when the committed files differ.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = 'proto/keyway/v1';
const target = 'libs/wire/src/generated';
const outputs = ['keyway.js', 'keyway.d.ts'];
const flags = ['-t', 'static-module', '-w', 'esm', '--dts', '--no-delimited', '--no-convert', '--no-typeurl', '--no-service'];

const folder = join(root, sources);
const protos = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.proto')) : [];
if (protos.length === 0) {
  console.log(`gen: no .proto file in ${sources}, nothing to generate`);
  process.exit(0);
}

const fresh = mkdtempSync(join(tmpdir(), 'keyway-gen-'));
try {
  const inputs = protos.sort().map((file) => `${sources}/${file}`);
  const pbjs = join(root, 'node_modules/protobufjs-cli/bin/pbjs');
  execFileSync(process.execPath, [pbjs, ...flags, '-p', 'proto', '-o', join(fresh, outputs[0]), ...inputs], {
    cwd: root,
    stdio: 'inherit',
  });
  if (process.argv.includes('--check')) {
    const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
    const stale = outputs.filter((file) => read(join(fresh, file)) !== read(join(root, target, file)));
    const foreign = existsSync(join(root, target)) ? readdirSync(join(root, target)).filter((file) => !outputs.includes(file)) : [];
    for (const file of stale) console.error(`gen: ${target}/${file} is not what proto/ gives; run \`npm run gen\``);
    for (const file of foreign) console.error(`gen: ${target}/${file} is not a generated file`);
    if (stale.length + foreign.length > 0) process.exitCode = 1;
    else console.log(`gen: ${target} is up to date`);
  } else {
    mkdirSync(join(root, target), { recursive: true });
    for (const file of outputs) copyFileSync(join(fresh, file), join(root, target, file));
    console.log(`gen: wrote ${outputs.map((file) => `${target}/${file}`).join(', ')}`);
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
