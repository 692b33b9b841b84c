import { importPrivateKey, PrivateIdentity, Secret, sshFingerprint } from '@keyway/crypto';
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanUp, freshHome, keyway, type Outcome } from './testing/bin.js';

afterAll(cleanUp);

const PASSPHRASE = 'correct horse';
const made = (name: string): string => new URL(`../../../libs/crypto/src/testing/keys/${name}`, import.meta.url).pathname;
const identityOf = (home: string, profile: string): string => join(home, 'clients', profile, 'identity.pem');

/** A key of the real ssh-keygen or openssl, with mode 0600 in a folder of its own. */
function keyOf(home: string, name: string, text = readFileSync(made(name), 'latin1')): string {
  const path = `${home}.${name}`;
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}

const passphraseFile = (home: string): string => keyOf(home, 'passphrase', `${PASSPHRASE}\n`);
const fingerprint = readFileSync(made('id_ed25519.fingerprint'), 'latin1').trim();
const json = ({ out }: Outcome): Record<string, unknown> => JSON.parse(out) as Record<string, unknown>;

describe('key show', () => {
  it('tells what a file is, with the fingerprint of ssh-keygen, and needs no passphrase for the public half', async () => {
    const path = keyOf(freshHome(), 'id_ed25519_encrypted');
    const { code, out } = await keyway(['key', 'show', path]);
    expect(code).toBe(0);
    expect(out).toMatch(/^client id +[a-z2-7]{52}\n/);
    expect(out).toContain(`\nfingerprint  ${fingerprint}\n`);
    expect(out).toContain('\nkey          ed25519, private half, openssh, encrypted\n');
    expect(json(await keyway(['key', 'show', path, '--json']))).toMatchObject({
      type: 'ed25519',
      ssh: fingerprint,
      file: path,
      half: 'private',
      format: 'openssh',
      encrypted: true,
    });
  });

  it('prints the public key in a format', async () => {
    const { code, out } = await keyway(['key', 'show', keyOf(freshHome(), 'id_ed25519_encrypted'), '--format', 'ssh']);
    expect(code).toBe(0);
    expect(out).toBe(readFileSync(made('id_ed25519.pub'), 'latin1').replace(' test only', ''));
  });

  it('reads a public key that everybody may read, but no such private one', async () => {
    const home = freshHome();
    const open = keyOf(home, 'id_ed25519.pub');
    const exposed = keyOf(home, 'id_ed25519');
    for (const path of [open, exposed]) chmodSync(path, 0o644);
    expect(await keyway(['key', 'show', open])).toMatchObject({ code: 0 });
    const { code, out, err } = await keyway(['key', 'show', exposed]);
    expect({ code, out }).toEqual({ code: 4, out: '' });
    expect(err).toContain(`chmod 600 ${exposed}. (key_exposed 5002)`);
  });

  it.each([
    ['id_ecdsa', 'key_unsupported', 'ecdsa-sha2-nistp256'],
    ['id_rsa_1024', 'weak_key', 'rsa-1024'],
    ['rsa.rfc1421.pem', 'key_unsupported', '`ssh-keygen -p -f <file>`'],
    ['README.md', 'key_damaged', 'no key in a known form'],
  ])('refuses %s by name', async (name, reason, what) => {
    const path = keyOf(freshHome(), name);
    const { code, err } = await keyway(['key', 'show', path]);
    expect(code).toBe(4);
    expect(err).toMatch(`${path}: `);
    expect(err).toContain(what);
    expect(err).toContain(`(${reason} `);
  });

  it('names the profiles there are when one is missing, and a file that is not there', async () => {
    const home = freshHome();
    await keyway(['keygen', '--type', 'ed25519', '--home', home, '--as', 'adam']);
    const missing = await keyway(['key', 'show', '@eve', '--home', home]);
    expect(missing).toMatchObject({ code: 4, err: expect.stringContaining('Profiles here: adam') as string });
    expect(await keyway(['key', 'show', '/nowhere'])).toMatchObject({
      code: 7,
      err: expect.stringContaining('/nowhere (ENOENT)') as string,
    });
  });
});

describe('key import', () => {
  it.each(['id_rsa', 'id_ed25519', 'rsa.pkcs1.pem', 'ed25519.pkcs8.pem'])('makes %s the identity of a profile, mode 0600', async (name) => {
    const home = freshHome();
    const path = keyOf(home, name);
    const { code, out } = await keyway(['key', 'import', path, '--as', 'adam', '--home', home, '--json']);
    expect(code).toBe(0);
    const key = await importPrivateKey(readFileSync(path));
    const file = identityOf(home, 'adam');
    expect(JSON.parse(out)).toMatchObject({ profile: 'adam', ssh: sshFingerprint(key.public), file, encrypted: false });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(PrivateIdentity.fromPem(readFileSync(file)).public.spki).toEqual(key.public.spki);
  });

  it('keeps the passphrase of an encrypted file, which it needs', async () => {
    const home = freshHome();
    const args = ['key', 'import', keyOf(home, 'id_rsa_encrypted'), '--home', home];
    expect(await keyway(args)).toMatchObject({ code: 4, err: expect.stringContaining('passphrase_required 5007') as string });
    expect(existsSync(identityOf(home, 'default'))).toBe(false);
    const wrong = keyOf(home, 'wrong', 'battery staple');
    const refused = await keyway([...args, '--passphrase-file', wrong]);
    expect(refused).toMatchObject({ code: 4, err: expect.stringContaining('wrong_passphrase 5006') as string });
    expect(refused.err).not.toContain('battery');
    expect(await keyway([...args, '--passphrase-file', passphraseFile(home)])).toMatchObject({ code: 0 });
    const pem = readFileSync(identityOf(home, 'default'), 'latin1');
    expect(pem).toContain('BEGIN ENCRYPTED PRIVATE KEY');
    expect(PrivateIdentity.fromPem(pem, Secret.of(PASSPHRASE)).public.kind).toBe('rsa-2048');
  });

  it('never overwrites an identity', async () => {
    const home = freshHome();
    await keyway(['keygen', '--type', 'ed25519', '--home', home]);
    const before = readFileSync(identityOf(home, 'default'), 'hex');
    const { code, err } = await keyway(['key', 'import', keyOf(home, 'id_rsa'), '--home', home]);
    expect(code).toBe(7);
    expect(err).toContain('never overwritten');
    expect(readFileSync(identityOf(home, 'default'), 'hex')).toBe(before);
  });

  it('refuses a public key, and a private one that others can read', async () => {
    const home = freshHome();
    const exposed = keyOf(home, 'id_rsa');
    chmodSync(exposed, 0o640);
    const open = await keyway(['key', 'import', exposed, '--home', home]);
    expect(open).toMatchObject({ code: 4, err: expect.stringContaining('key_exposed') as string });
    const half = await keyway(['key', 'import', keyOf(home, 'id_rsa.pub'), '--home', home]);
    expect(half).toMatchObject({ code: 4, err: expect.stringContaining('a public key where a private one is needed') as string });
    expect(existsSync(home)).toBe(false);
  });
});

describe('key export', () => {
  it('writes a private key into a pipe or a new file of mode 0600, and never over another', async () => {
    const home = freshHome();
    await keyway(['keygen', '--type', 'ed25519', '--home', home]);
    const own = PrivateIdentity.fromPem(readFileSync(identityOf(home, 'default')));
    for (const format of ['openssh', 'pkcs8', 'jwk']) {
      const { code, out } = await keyway(['key', 'export', '@default', '--format', format, '--home', home]);
      expect(code).toBe(0);
      expect((await importPrivateKey(out)).public.spki).toEqual(own.public.spki);
    }
    const file = `${home}.exported`;
    const args = ['key', 'export', '@default', '--format', 'openssh', '--out', file, '--home', home];
    expect(await keyway(args)).toMatchObject({ code: 0, out: '' });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(file, 'latin1');
    expect((await importPrivateKey(before)).public.spki).toEqual(own.public.spki);
    expect(await keyway(args)).toMatchObject({ code: 7, err: expect.stringContaining('never overwritten') as string });
    expect(readFileSync(file, 'latin1')).toBe(before);
  });

  it('writes the public half without a passphrase', async () => {
    const home = freshHome();
    const word = passphraseFile(home);
    await keyway(['keygen', '--type', 'ed25519', '--home', home, '--passphrase-file', word]);
    const shown = json(await keyway(['key', 'show', '@default', '--home', home, '--json']));
    const { out } = await keyway(['key', 'export', '@default', '--public', '--format', 'ssh', '--home', home]);
    expect(json(await keyway(['key', 'show', keyOf(home, 'out.pub', out), '--json']))).toMatchObject({ id: shown['id'], format: 'ssh' });
  });

  it('keeps a passphrase unless --plain says otherwise', async () => {
    const home = freshHome();
    const word = passphraseFile(home);
    await keyway(['keygen', '--type', 'ed25519', '--home', home, '--passphrase-file', word]);
    const args = ['key', 'export', '@default', '--home', home, '--passphrase-file', word, '--format'];
    const kept = await keyway([...args, 'openssh']);
    expect((await importPrivateKey(kept.out, { passphrase: Secret.of(PASSPHRASE) })).public.kind).toBe('ed25519');
    expect(json(await keyway(['key', 'show', keyOf(home, 'kept', kept.out), '--json']))).toMatchObject({ encrypted: true });
    const jwk = await keyway([...args, 'jwk']);
    expect(jwk).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--plain') as string });
    expect((await importPrivateKey((await keyway([...args, 'jwk', '--plain'])).out)).public.kind).toBe('ed25519');
  });

  it.each([
    [['--format', 'ssh'], 'ssh is a format of public keys: add --public'],
    [['--format', 'openssh', '--public'], 'openssh is a format of private keys'],
    [['--format', 'jwk', '--passphrase', '--plain'], '--passphrase or --plain, not both'],
    [[], "required option '--format <format>' not specified"],
    [['--format', 'pgp'], 'Allowed choices are'],
  ])('says what does not go together in %j', async (options, expected) => {
    const { code, out, err } = await keyway(['key', 'export', '@default', '--home', freshHome(), ...options]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(expected);
    expect(err).toContain('keyway: key export: ');
  });

  it('refuses RSA formats for an Ed25519 key', async () => {
    const { code, err } = await keyway(['key', 'export', keyOf(freshHome(), 'id_ed25519'), '--format', 'pkcs1']);
    expect(code).toBe(4);
    expect(err).toContain('pkcs1 is a format of RSA keys only. (key_unsupported 5004)');
  });
});
