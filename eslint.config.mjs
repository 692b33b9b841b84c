import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { keyway } from './scripts/eslint-plugin.mjs';

const everywhere = [
  { selector: 'TSEnumDeclaration', message: 'No TS enum: an `as const` object or array and a union.' },
  { selector: 'ExportAllDeclaration', message: 'No `export *`: list the names.' },
  { selector: 'ExportDefaultDeclaration', message: 'No default export: name it.' },
  { selector: 'Identifier[name="RSA_PKCS1_PADDING"]', message: 'PKCS#1 v1.5 padding is never used.' },
  { selector: 'Literal[value="RSA_PKCS1_PADDING"]', message: 'PKCS#1 v1.5 padding is never used.' },
];
const pure = 'A sans-IO room is synchronous and deterministic: bytes, time and randomness come in as arguments.';
const sansIo = [
  ':function[async=true]',
  'AwaitExpression',
  'ForOfStatement[await=true]',
  'NewExpression[callee.name="Promise"]',
  'MemberExpression[object.name="Promise"]',
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'MemberExpression[object.name="Date"][property.name="now"]',
  'MemberExpression[object.name="Math"][property.name="random"]',
].map((selector) => ({ selector, message: pure }));
const sansIoGlobals = [
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'clearTimeout', 'clearInterval', 'clearImmediate'],
  ...['process', 'performance', 'crypto', 'fetch', 'WebSocket', 'console', 'globalThis', 'global', 'require'],
].map((name) => ({ name, message: pure }));
const environment = {
  object: 'process',
  property: 'env',
  message: 'Only main.ts reads the environment: take what you need as an argument.',
};
const fileLength = (max) => ({ max, skipComments: true, skipBlankLines: true });

export default defineConfig(
  globalIgnores(['build', '**/dist/', '**/node_modules/', '.nx/', 'coverage/', 'libs/wire/src/generated/']),
  tseslint.configs.recommended,
  {
    plugins: { keyway },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'keyway/homes': 'error',
      'keyway/long-file': ['warn', fileLength(300)],
      'max-lines': ['error', fileLength(500)],
      'no-restricted-syntax': ['error', ...everywhere],
      'no-restricted-properties': ['error', environment],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    name: 'sans-IO rooms',
    files: ['libs/session/src/**', 'libs/wire/src/**', 'apps/*/src/core/**'],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...sansIo],
      'no-restricted-globals': ['error', ...sansIoGlobals],
    },
  },
  {
    name: 'where the environment is read and people are spoken to',
    files: ['**/src/main.ts', 'apps/cli/bin/*.js', 'scripts/**', 'tests/**', '*.preset.mjs'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    name: 'where standard output is the product',
    files: ['scripts/**', 'apps/cli/**', 'bench/**', 'examples/**'],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'configuration files',
    files: ['**/*.config.mjs', '*.preset.mjs'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere.filter(({ selector }) => selector !== 'ExportDefaultDeclaration')] },
  },
);
