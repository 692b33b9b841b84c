import { PrivateIdentity, Secret } from '@keyway/crypto';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cleanUp, freshHome, keyway } from './testing/bin.js';

afterAll(cleanUp);

const identityOf = (home: string, profile: string): string => join(home, 'clients', profile, 'identity.pem');
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

it('makes an RSA-3072 identity of mode 0600 in folders of mode 0700 and prints its client id', async () => {
  const home = freshHome();
  const { code, out } = await keyway(['keygen', '--as', 'adam', '--home', home]);
  const path = identityOf(home, 'adam');
  expect(code).toBe(0);
  expect(out).toMatch(/^client id +[a-z2-7]{52}\nfingerprint +SHA256:[A-Za-z0-9+\/]{43}\nidentity +.*rsa-3072/);
  expect(PrivateIdentity.fromPem(readFileSync(path)).public.kind).toBe('rsa-3072');
  expect([path, dirname(path), dirname(dirname(path)), home].map(modeOf)).toEqual(['600', '700', '700', '700']);
});

it('prints JSON and never overwrites', async () => {
  const home = freshHome();
  const args = ['keygen', '--json', '--type', 'ed25519', '--home', home];
  const first = await keyway(args);
  expect(JSON.parse(first.out)).toMatchObject({ profile: 'default', type: 'ed25519', encrypted: false, file: identityOf(home, 'default') });
  const before = readFileSync(identityOf(home, 'default'), 'hex');
  const second = await keyway(args);
  expect(second).toMatchObject({ code: 7, out: '' });
  expect(second.err).toContain('never overwritten');
  expect(readFileSync(identityOf(home, 'default'), 'hex')).toBe(before);
});

describe('with a passphrase file', () => {
  const passphrase = 'correct horse';
  const file = (home: string, text: string): string => {
    const path = `${home}.passphrase`;
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };

  it('encrypts the key; a wrong one and none at all are told apart', async () => {
    const home = freshHome();
    const path = file(home, `${passphrase}\nsecond line\n`);
    expect(await keyway(['keygen', '--type', 'ed25519', '--home', home, '--passphrase-file', path])).toMatchObject({ code: 0 });
    const pem = readFileSync(identityOf(home, 'default'));
    expect(PrivateIdentity.fromPem(pem, Secret.of(passphrase)).public.kind).toBe('ed25519');
    const fleet = ['--home', home, '--fleet', `keyway://${'a'.repeat(52)}@127.0.0.1:9`];
    expect(await keyway(['channel', ...fleet])).toMatchObject({
      code: 4,
      err: expect.stringContaining('passphrase_required 5007') as string,
    });
    writeFileSync(path, 'battery staple');
    const wrong = await keyway(['channel', ...fleet, '--passphrase-file', path]);
    expect(wrong).toMatchObject({ code: 4, err: expect.stringContaining('wrong_passphrase 5006') as string });
    expect(wrong.err).not.toContain('battery');
  });

  it('refuses a file that others can read, and an empty one', async () => {
    const home = freshHome();
    const path = file(home, passphrase);
    chmodSync(path, 0o644);
    const args = ['keygen', '--home', home, '--passphrase-file', path];
    expect(await keyway(args)).toMatchObject({ code: 4, err: expect.stringContaining(`chmod 600 ${path}`) as string });
    chmodSync(path, 0o600);
    writeFileSync(path, '\n');
    expect(await keyway(args)).toMatchObject({ code: 4, err: expect.stringContaining('passphrase_required') as string });
  });
});

describe('an identity that cannot be used', () => {
  const fleet = ['--fleet', `keyway://${'a'.repeat(52)}@127.0.0.1:9`];

  it('is named when it is missing, with the profiles that exist', async () => {
    const home = freshHome();
    await keyway(['keygen', '--type', 'ed25519', '--home', home, '--as', 'adam']);
    const { code, err } = await keyway(['channel', '--home', home, '--as', 'eve', ...fleet]);
    expect(code).toBe(4);
    expect(err).toContain('channel: there is no profile eve in ');
    expect(err).toContain('keyway keygen --as eve. Profiles here: adam. (key_missing 5003)');
  });

  it.each([
    ['key_exposed', (path: string) => chmodSync(path, 0o644)],
    ['key_damaged', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 60))],
  ])('is named when it is %s', async (reason, spoil) => {
    const home = freshHome();
    await keyway(['keygen', '--type', 'ed25519', '--home', home]);
    spoil(identityOf(home, 'default'));
    const { code, err } = await keyway(['channel', '--home', home, ...fleet]);
    expect(code).toBe(4);
    expect(err).toContain(reason);
    expect(err).toContain(identityOf(home, 'default'));
  });
});
