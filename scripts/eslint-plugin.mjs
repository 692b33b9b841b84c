// Where an import may stand. One rule, one table: each special package has one home, and the sans-IO rooms import nothing that does I/O.
import { builtinModules } from 'node:module';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtinRules } from 'eslint/use-at-your-own-risk';

const root = fileURLToPath(new URL('..', import.meta.url));
const nestRooms = /^(libs\/(service-kit|nest)\/|examples\/src\/nest-backend\/|apps\/(auth|channel-broker|router)\/src\/(edge\/|main\.ts$))/;
const services = /^(libs\/service-kit|apps\/(auth|channel-broker|router))\//;

/** First match wins. `where` is tested against the path of the importing file from the root of the workspace. */
const homes = [
  { what: /^protobufjs(\/|$)/, where: /^libs\/wire\//, home: 'libs/wire' },
  { what: /^(node-rsa|bcrypt-pbkdf)$/, where: /^libs\/crypto\//, home: 'libs/crypto' },
  // bench measures Keyway against bare ZeroMQ
  { what: /^zeromq(\/|$)/, where: /^(libs\/(transport|service-kit)|bench)\//, home: 'libs/transport and libs/service-kit' },
  {
    what: /^amqplib(\/|$)/,
    where: /^(libs\/(transport|mailbox|service-kit)|bench)\//,
    home: 'libs/transport, libs/mailbox and libs/service-kit',
  },
  { what: /^kysely(\/|$)/, where: /^libs\/(registry|mailbox)\//, home: 'libs/registry and libs/mailbox' },
  // scenarios in tests/ damage rows on purpose
  {
    what: /^node:sqlite$/,
    where: /^(libs\/(registry|mailbox|sqlite-log)|tests)\//,
    home: 'libs/registry, libs/mailbox and libs/sqlite-log',
  },
  { what: /^pg(\/|$)/, where: /^libs\/registry\//, home: 'libs/registry' },
  { what: /^ts-mls(\/|$)/, where: /^libs\/conversation\//, home: 'libs/conversation' },
  {
    what: /^(@nestjs\/|nestjs-|rxjs$|rxjs\/|reflect-metadata$)/,
    where: nestRooms,
    home: "the services' src/edge/ and main.ts, libs/service-kit, libs/nest and its example",
  },
  { what: /^(pino|pino-http|prom-client)$/, where: services, home: 'the services and libs/service-kit' },
  { what: /^zod(\/|$)/, where: services, home: 'the services and libs/service-kit' },
  { what: /^commander$/, where: /^apps\/cli\//, home: 'apps/cli' },
  { what: /^(node:)?process$/, where: /^$/, home: 'nowhere: use the global, in main.ts' },
  {
    what: /^@keyway\/[^/]+\/testing$/,
    where: /(\.spec\.ts$|\/testing\/|^(tests|bench|examples)\/)/,
    home: 'specs, testing/ folders, tests, bench and examples',
  },
];
const sansIo = /^(libs\/(session|wire)\/src\/|apps\/[^/]+\/src\/core\/)/;
const testCode = /(\.spec\.ts$|\/testing\/)/;
const doesIo = /^@keyway\/(transport|mailbox|registry|service-kit|client|fleet)(\/|$)/; // their types are welcome
const builtins = new Set(builtinModules);

/** @returns the reason why `file` may not import `source`, or nothing. */
function refusal(file, source, typeOnly) {
  if (/^@keyway\/[^/]+\/(src|dist)(\/|$)/.test(source)) return `no deep imports: take it from '${source.split('/').slice(0, 2).join('/')}'`;
  if (/^(\.\.?\/)+(apps|libs|tests|bench|examples)\//.test(source)) return 'another project is imported by its package name, never by path';
  const home = homes.find(({ what }) => what.test(source));
  if (home && !home.where.test(file)) return `'${source}' belongs in ${home.home}`;
  if (!sansIo.test(file) || testCode.test(file)) return undefined;
  if (source.startsWith('node:') || builtins.has(source)) return `'${source}' in a sans-IO room: bytes and time come in as arguments`;
  if (doesIo.test(source) && !typeOnly) return `'${source}' does I/O: a sans-IO room may import its types only`;
  return undefined;
}

const homesRule = {
  meta: { type: 'problem', schema: [], messages: { refused: '{{reason}}' } },
  create(context) {
    const file = relative(root.replace(/[\\/]$/, ''), context.filename)
      .split(sep)
      .join('/');
    const check = (node, literal, typeOnly) => {
      if (typeof literal?.value !== 'string') return;
      const reason = refusal(file, literal.value, typeOnly);
      if (reason) context.report({ node, messageId: 'refused', data: { reason } });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, node.source, false),
      TSImportType: (node) => check(node, node.source, true),
      TSExternalModuleReference: (node) => check(node, node.expression, false),
      'CallExpression[callee.name="require"]': (node) => check(node, node.arguments[0], false),
    };
  },
};

export const keyway = {
  meta: { name: 'keyway' },
  // ESLint gives one severity per rule: the same rule under a second name warns earlier
  rules: { homes: homesRule, 'long-file': builtinRules.get('max-lines') },
};
