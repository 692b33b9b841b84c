import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isConfigError, type ConfigError } from '../config/config-error.js';
import { preparePrivateFolder } from './endpoint.js';

const folder = mkdtempSync(join(tmpdir(), 'keyway-endpoint-'));
afterAll(() => rmSync(folder, { recursive: true }));

const faultOf = (endpoint: string): ConfigError => {
  try {
    preparePrivateFolder(endpoint);
  } catch (thrown) {
    if (isConfigError(thrown)) return thrown;
    throw thrown;
  }
  throw new Error('no fault');
};

it('makes the folder of an ipc endpoint and its parents, for us alone', () => {
  preparePrivateFolder(`ipc://${folder}/a/b/auth`);
  preparePrivateFolder(`ipc://${folder}/a/b/auth`);
  expect(['a', 'a/b'].map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o700, 0o700]);
});

it.each(['/proc/nope', '/proc/nope/deeper'])('says at once that %s cannot be made', (path) => {
  expect(faultOf(`ipc://${path}/auth`)).toMatchObject({
    reason: 'config_invalid',
    message: expect.stringContaining(`${path} cannot be made (ENOENT)`) as string,
  });
});

it('says so of a folder below a file', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(faultOf(`ipc://${folder}/file/auth`).message).toContain(`${folder}/file cannot be made (EEXIST)`);
});

it('refuses a folder that others can enter', () => {
  expect(faultOf('ipc:///tmp/auth').message).toContain('others can enter /tmp');
});
