// One configuration for every project. Tests run from the TypeScript sources: the `@keyway/source` condition
// leads each `@keyway/*` import to `src/`, so no build is needed (processes and workers that a test starts are the exception).
// `KEYWAY_TESTS=long` (set by the `test-long` target) selects `*.long.spec.ts` instead of all the others.
const long = process.env.KEYWAY_TESTS === 'long';

export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', '@keyway/source'] },
  testMatch: [long ? '<rootDir>/src/**/*.long.spec.ts' : '<rootDir>/src/**/!(*.long).spec.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  maxWorkers: '50%',
  passWithNoTests: true,
  ...(long ? { testTimeout: 600_000 } : {}),
};
