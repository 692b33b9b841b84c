// Makes build/keyway-client-<version>.tgz: the SDK as one package that installs alone. One bundle for `import`, one for `require`,
// one file of types; what other packages give stays a dependency. Builds on dist/, so run it by `npm run sdk`.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'build', 'sdk');
const rooms = ['client', 'session', 'transport', 'wire', 'crypto'];
/** Needs a native library: only who uses zmq:// endpoints installs it. */
const optional = 'zeromq';

const manifestOf = (room) => JSON.parse(readFileSync(join(root, 'libs', room, 'package.json'), 'utf8'));
const manifests = rooms.map(manifestOf);
const ours = manifests.map(({ name }) => name);
const foreign = Object.fromEntries(
  manifests
    .flatMap(({ dependencies }) => Object.entries(dependencies ?? {}))
    .filter(([name]) => !ours.includes(name))
    .sort(([a], [b]) => a.localeCompare(b)),
);
const { [optional]: optionalVersion, ...dependencies } = foreign;

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

const entry = join(root, 'libs/client/dist/index.js');
const external = Object.keys(foreign).flatMap((name) => [name, `${name}/*`]);
const bundle = {
  entryPoints: [entry],
  bundle: true,
  platform: 'node',
  target: 'node22',
  external,
  logLevel: 'warning',
  legalComments: 'none',
};
await build({ ...bundle, format: 'esm', outfile: join(target, 'index.js') });
await build({ ...bundle, format: 'cjs', outfile: join(target, 'index.cjs') });

const config = join(target, 'tsconfig.json');
const compilerOptions = {
  target: 'ES2024',
  lib: ['ES2024'],
  module: 'nodenext',
  moduleResolution: 'nodenext',
  types: ['node'],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};
const types = join(root, 'libs/client/dist/index.d.ts');
writeFileSync(config, JSON.stringify({ compilerOptions, files: [types] }));
const generator = join(
  dirname(createRequire(import.meta.url).resolve('dts-bundle-generator/package.json')),
  'dist/bin/dts-bundle-generator.js',
);
const generate = ['--project', config, '--no-banner', '--no-check', '--silent', '-o', join(target, 'index.d.ts')];
execFileSync(process.execPath, [generator, ...generate, '--external-inlines', ...ours, '--', types], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});
rmSync(config);
copyFileSync(join(target, 'index.d.ts'), join(target, 'index.d.cts'));

const { name, version, description, license } = manifests[0];
writeFileSync(
  join(target, 'package.json'),
  `${JSON.stringify(
    {
      name,
      version,
      description,
      license,
      type: 'module',
      main: './index.cjs',
      types: './index.d.ts',
      exports: {
        '.': {
          import: { types: './index.d.ts', default: './index.js' },
          require: { types: './index.d.cts', default: './index.cjs' },
        },
        './package.json': './package.json',
      },
      files: ['index.js', 'index.cjs', 'index.d.ts', 'index.d.cts'],
      sideEffects: false,
      engines: { node: '>=22.12' },
      dependencies,
      peerDependencies: { [optional]: optionalVersion },
      peerDependenciesMeta: { [optional]: { optional: true } },
    },
    undefined,
    2,
  )}\n`,
);
copyFileSync(join(root, 'libs/client/README.md'), join(target, 'README.md'));
copyFileSync(join(root, 'LICENSE'), join(target, 'LICENSE'));

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const packed = execFileSync(npm, ['pack', '--json', '--silent', '--pack-destination', join(root, 'build')], {
  cwd: target,
  encoding: 'utf8',
});
const [{ filename, size, unpackedSize }] = JSON.parse(packed);
console.log(`sdk: build/${filename}, ${Math.round(size / 1024)} KiB packed, ${Math.round(unpackedSize / 1024)} KiB unpacked`);
