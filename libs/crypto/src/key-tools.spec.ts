import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportPrivateKey, exportPublicKey } from './key-export.js';
import { importPrivateKey, importPublicKey, inspectKey } from './key-import.js';
import { PrivateIdentity } from './private-identity.js';
import { sshFingerprint } from './ssh-public.js';
import { PASSPHRASE, passphrase } from './testing/key-files.js';

/** The tools themselves: as root they are fetched, else their absence is a failure. */
function needs(tool: string, debianPackage: string): void {
  const isHere = (): boolean => spawnSync(tool, ['-V']).error === undefined;
  if (isHere()) return;
  if (process.getuid?.() === 0) spawnSync('sh', ['-c', `apt-get update && apt-get install -y --no-install-recommends ${debianPackage}`]);
  if (!isHere()) throw new Error(`${tool} is not installed, and our keys are compared with its own: apt-get install ${debianPackage}`);
}
beforeAll(() => {
  needs('ssh-keygen', 'openssh-client');
  needs('openssl', 'openssl');
}, 120_000);

const folder = mkdtempSync(join(tmpdir(), 'keyway-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const put = (text: string): string => {
  const path = join(folder, `key-${(files += 1)}`);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
};
const run = (tool: string, ...args: readonly string[]): string =>
  execFileSync(tool, args, { encoding: 'latin1', stdio: ['ignore', 'pipe', 'pipe'] });
const identities = [PrivateIdentity.generate('rsa-2048'), PrivateIdentity.generate('ed25519')].map(
  (identity) => [identity.public.kind, identity] as const,
);

describe('ssh-keygen', () => {
  it.each(identities)('reads our %s in every private format it knows, and writes the same public line', async (kind, identity) => {
    const line = exportPublicKey(identity.public, 'ssh').trim();
    for (const format of kind === 'ed25519' ? (['openssh'] as const) : (['openssh', 'pkcs1', 'pkcs8'] as const)) {
      expect(run('ssh-keygen', '-y', '-P', '', '-f', put(await exportPrivateKey(identity, format))).trim()).toBe(line);
    }
    const encrypted = put(await exportPrivateKey(identity, 'openssh', { passphrase }));
    expect(run('ssh-keygen', '-y', '-P', PASSPHRASE, '-f', encrypted).trim()).toBe(line);
  });

  it.each(identities)('shows the fingerprint of our %s as we do', async (_kind, identity) => {
    const path = put(exportPublicKey(identity.public, 'ssh'));
    expect(run('ssh-keygen', '-l', '-f', path).split(' ')[1]).toBe(sshFingerprint(identity.public));
  });

  it.each([
    ['rsa-2048', ['-t', 'rsa', '-b', '2048'], ''],
    ['rsa-3072', ['-t', 'rsa', '-b', '3072'], PASSPHRASE],
    ['rsa-2048', ['-t', 'rsa', '-b', '2048', '-m', 'PEM'], ''],
    ['rsa-2048', ['-t', 'rsa', '-b', '2048', '-m', 'PKCS8'], PASSPHRASE],
    ['ed25519', ['-t', 'ed25519'], ''],
    ['ed25519', ['-t', 'ed25519', '-a', '3'], PASSPHRASE],
    ['ed25519', ['-t', 'ed25519', '-Z', 'aes128-ctr', '-a', '1'], PASSPHRASE],
    ['ed25519', ['-t', 'ed25519', '-Z', 'aes256-cbc', '-a', '1'], PASSPHRASE],
  ] as const)('makes %s with %j: we read both halves of it', async (kind, options, word) => {
    const path = join(folder, `made-${(files += 1)}`);
    run('ssh-keygen', '-q', ...options, '-C', 'adam @ home', '-N', word, '-f', path);
    const identity = await importPrivateKey(readFileSync(path), { passphrase });
    expect(identity.public.kind).toBe(kind);
    const line = readFileSync(`${path}.pub`, 'utf8');
    expect(importPublicKey(line).spki).toEqual(identity.public.spki);
    expect(`${exportPublicKey(identity.public, 'ssh').trim()} adam @ home\n`).toBe(line);
    expect((await inspectKey(readFileSync(path))).encrypted).toBe(word !== '');
  });
});

describe('openssl', () => {
  it.each(identities)('reads our %s in every PEM format, and finds the numbers sound', async (kind, identity) => {
    const spki = exportPublicKey(identity.public, 'spki');
    const files = [put(await exportPrivateKey(identity, 'pkcs8'))];
    if (kind !== 'ed25519') files.push(put(await exportPrivateKey(identity, 'pkcs1')));
    for (const path of files) {
      expect(run('openssl', 'pkey', '-in', path, '-pubout')).toBe(spki);
      expect(run('openssl', 'pkey', '-in', path, '-check', '-noout')).toContain('Key is valid');
    }
    const word = put(PASSPHRASE);
    const encrypted = put(await exportPrivateKey(identity, 'pkcs8', { passphrase }));
    expect(run('openssl', 'pkey', '-in', encrypted, '-passin', `file:${word}`, '-pubout')).toBe(spki);
    if (kind !== 'ed25519') {
      const pkcs1 = put(exportPublicKey(identity.public, 'pkcs1'));
      expect(run('openssl', 'rsa', '-RSAPublicKey_in', '-in', pkcs1, '-pubout')).toBe(spki);
    }
  });

  it.each([
    ['rsa-2048', ['genpkey', '-algorithm', 'rsa', '-pkeyopt', 'rsa_keygen_bits:2048']],
    ['rsa-3072', ['genpkey', '-algorithm', 'rsa', '-pkeyopt', 'rsa_keygen_bits:3072', '-outform', 'DER']],
    ['rsa-2048', ['genrsa', '-traditional', '2048']],
    ['ed25519', ['genpkey', '-algorithm', 'ed25519']],
    ['ed25519', ['genpkey', '-algorithm', 'ed25519', '-outform', 'DER']],
    ['ed25519', ['genpkey', '-algorithm', 'ed25519', '-aes-256-cbc', '-pass', `pass:${PASSPHRASE}`]],
  ] as const)('makes %s with %j: we read it', async (kind, options) => {
    const path = join(folder, `made-${(files += 1)}`);
    const [command, ...rest] = options;
    run('openssl', command, '-out', path, ...rest);
    const identity = await importPrivateKey(readFileSync(path), { passphrase });
    expect(identity.public.kind).toBe(kind);
    const form = options.includes('DER' as never) ? 'DER' : 'PEM';
    const spki = run('openssl', 'pkey', '-inform', form, '-in', path, '-passin', `pass:${PASSPHRASE}`, '-pubout');
    expect(exportPublicKey(identity.public, 'spki')).toBe(spki);
  });
});
