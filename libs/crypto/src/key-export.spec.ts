import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import NodeRSA from 'node-rsa';
import { exportComponents, exportPrivateKey, exportPublicKey, privateFormats, publicFormats } from './key-export.js';
import { importPrivateKey, importPublicKey } from './key-import.js';
import { newCipher } from './openssh-cipher.js';
import { openOpenSsh, readOpenSsh, writeOpenSsh } from './openssh-private.js';
import { encodePem } from './pem.js';
import { ed25519Seed, readPkcs8 } from './pkcs8.js';
import { PrivateIdentity } from './private-identity.js';
import type { RsaComponents } from './rsa-components.js';
import { readPkcs1 } from './rsa-parts.js';
import { Secret } from './secret.js';
import { fingerprintText, sshFingerprint } from './ssh-public.js';
import { utf8 } from './testing/hex.js';
import { derOf, keyText, passphrase } from './testing/key-files.js';
import { namedRefusal } from './testing/reason.js';

const rsa = PrivateIdentity.generate('rsa-2048');
const ed = PrivateIdentity.generate('ed25519');
const message = utf8('the transcript');
const onlyRsa = (format: string): boolean => format === 'pkcs1' || format === 'components';
const cases = [rsa, ed].flatMap((identity) =>
  privateFormats
    .filter((format) => identity === rsa || !onlyRsa(format))
    .map((format) => [identity.public.kind, format, identity] as const),
);

it.each(cases)('%s as %s: comes back as the same key, which signs', async (_kind, format, identity) => {
  const back = await importPrivateKey(await exportPrivateKey(identity, format));
  expect(back.public.spki).toEqual(identity.public.spki);
  expect(identity.public.verify(message, back.sign(message))).toBe(true);
  expect(back.toPkcs8()).toEqual(identity.toPkcs8());
});

it.each(cases)('%s as %s: is encrypted, or refused where the format cannot', async (_kind, format, identity) => {
  if (format !== 'pkcs8' && format !== 'openssh') {
    expect(await namedRefusal(() => exportPrivateKey(identity, format, { passphrase }))).toContain(`${format} knows no passphrase`);
    return;
  }
  const file = await exportPrivateKey(identity, format, { passphrase });
  expect(await namedRefusal(() => importPrivateKey(file))).toContain('passphrase_required');
  expect(await namedRefusal(() => importPrivateKey(file, { passphrase: Secret.of('Correct horse') }))).toContain('wrong_passphrase');
  expect((await importPrivateKey(file, { passphrase })).public.spki).toEqual(identity.public.spki);
});

it.each([rsa, ed].flatMap((identity) => publicFormats.map((format) => [identity.public.kind, format, identity.public] as const)))(
  'public %s as %s: comes back as the same key, or is refused where the format cannot',
  async (kind, format, identity) => {
    if (kind === 'ed25519' && format === 'pkcs1') {
      expect(await namedRefusal(() => exportPublicKey(identity, format))).toContain('pkcs1 is a format of RSA keys only');
    } else expect(importPublicKey(exportPublicKey(identity, format)).spki).toEqual(identity.spki);
  },
);

it('refuses Ed25519 in formats of RSA', async () => {
  for (const format of ['pkcs1', 'components'] as const) {
    expect(await namedRefusal(() => exportPrivateKey(ed, format))).toContain(`${format} is a format of RSA keys only`);
  }
  expect(await namedRefusal(() => exportComponents(ed))).toContain('key_unsupported');
});

describe('byte for byte what ssh-keygen and openssl write', () => {
  const secretsOf = (identity: PrivateIdentity): Parameters<typeof writeOpenSsh>[1] => {
    const { algorithm, key } = readPkcs8(identity.toPkcs8());
    return algorithm === 'rsa' ? { kind: 'rsa', parts: readPkcs1(key) } : { kind: 'ed25519', seed: ed25519Seed(key) };
  };

  it.each(['id_rsa', 'id_ed25519'])('%s, with its check number and comment', async (name) => {
    const identity = await importPrivateKey(keyText(name));
    const check = Buffer.from(readOpenSsh(derOf(name)).sealed).readUInt32BE();
    const bytes = await writeOpenSsh(identity.public, secretsOf(identity), { check, comment: 'test only' });
    expect(encodePem('OPENSSH PRIVATE KEY', bytes, 70)).toBe(keyText(name));
  });

  it.each(['id_rsa', 'id_ed25519'])('%s, encrypted with its salt and rounds', async (name) => {
    const file = readOpenSsh(derOf(`${name}_encrypted`));
    const identity = await openOpenSsh(file, passphrase);
    // ssh-keygen draws a new check number when it encrypts: ours cannot be told, so the two files differ there and are the same elsewhere
    const bytes = await writeOpenSsh(
      identity.public,
      secretsOf(identity),
      { check: 0, comment: 'test only' },
      { cipher: file.cipher!, passphrase },
    );
    const theirs = derOf(`${name}_encrypted`);
    const differing = [...bytes.keys()].filter((at) => bytes[at] !== theirs[at]);
    const sealedAt = theirs.length - file.sealed.length;
    expect(bytes.length).toBe(theirs.length);
    expect(differing.every((at) => at >= sealedAt && at < sealedAt + 8)).toBe(true); // CTR mode: changed plain bytes stay where they are
  });

  it('the public forms', () => {
    const identity = importPublicKey(keyText('id_rsa.pub'));
    expect(exportPublicKey(identity, 'ssh')).toBe(keyText('id_rsa.pub').replace(' test only', ''));
    expect(exportPublicKey(identity, 'spki')).toBe(keyText('rsa.spki.pem'));
    expect(exportPublicKey(identity, 'pkcs1')).toBe(keyText('rsa.pkcs1-public.pem'));
  });

  it('the private forms of openssl', async () => {
    const identity = await importPrivateKey(keyText('id_rsa'));
    expect(await exportPrivateKey(identity, 'pkcs1')).toBe(keyText('rsa.pkcs1.pem'));
    expect((await exportPrivateKey(identity, 'pkcs8')).split(/(?=-----BEGIN PUBLIC)/)[0]).toBe(keyText('rsa.pkcs8.pem'));
  });

  it.each(['id_rsa', 'id_ed25519'])('the fingerprint of %s', (name) => {
    expect(sshFingerprint(importPublicKey(keyText(`${name}.pub`)))).toBe(keyText(`${name}.fingerprint`).trim());
  });

  it('new files take the cipher and the rounds of ssh-keygen', async () => {
    const file = await exportPrivateKey(ed, 'openssh', { passphrase });
    const { cipher } = readOpenSsh(Buffer.from(file.replace(/-----[^-]+-----|\s/g, ''), 'base64'));
    expect(cipher).toMatchObject({ name: 'aes256-ctr', rounds: 24 });
    expect(cipher!.salt.length).toBe(16);
    expect(newCipher(new Uint8Array(16)).keyBytes).toBe(32);
  });
});

it('shows any SHA-256 in the form of OpenSSH', () => {
  const digest = createHash('sha256').update(ed.public.spki).digest();
  expect(fingerprintText(digest)).toBe(`SHA256:${digest.toString('base64').slice(0, 43)}`);
  expect(fingerprintText(ed.public.fingerprint)).toBe(fingerprintText(digest));
});

it('JWK is what node:crypto writes and reads', async () => {
  for (const identity of [rsa, ed]) {
    const key = createPrivateKey({ key: Buffer.from(identity.toPkcs8()), format: 'der', type: 'pkcs8' });
    expect(JSON.parse(await exportPrivateKey(identity, 'jwk'))).toEqual(key.export({ format: 'jwk' }));
    expect(JSON.parse(exportPublicKey(identity.public, 'jwk'))).toEqual(createPublicKey(key).export({ format: 'jwk' }));
  }
});

describe('node-rsa, which reads and writes these formats by itself, agrees', () => {
  it.each([
    ['pkcs1', 'pkcs1-private-pem'],
    ['openssh', 'openssh-private'],
  ] as const)('on %s: reads ours, and we read its own', async (format, name) => {
    const key = new NodeRSA(await exportPrivateKey(rsa, format), name);
    expect(key.exportKey('pkcs8-public-der')).toEqual(Buffer.from(rsa.public.spki));
    for (const file of [key.exportKey(name), key.exportKey('pkcs8-private-pem')]) {
      expect((await importPrivateKey(file)).public.spki).toEqual(rsa.public.spki);
    }
  });

  it('on raw numbers, both ways', async () => {
    const { n, e: _e, d, p, q, dp: dmp1, dq: dmq1, qi: coeff } = exportComponents(rsa);
    const key = new NodeRSA();
    key.importKey({ n, e: 65537, d, p, q, dmp1, dmq1, coeff }, 'components');
    const theirs = key.exportKey('components');
    const e = Uint8Array.of(1, 0, 1);
    const back = await importPrivateKey({ ...theirs, e, dp: theirs.dmp1, dq: theirs.dmq1, qi: theirs.coeff });
    expect(back.toPkcs8()).toEqual(rsa.toPkcs8());
  });

  it('on the ssh-rsa line, both ways', () => {
    const key = new NodeRSA(exportPublicKey(rsa.public, 'ssh'), 'openssh-public');
    expect(importPublicKey(key.exportKey('openssh-public')).spki).toEqual(rsa.public.spki);
  });

  it('on which numbers are wrong', () => {
    const sound = exportComponents(rsa);
    for (const name of ['d', 'p', 'q', 'dp', 'dq', 'qi'] as const) {
      const wrong = sound[name].map((octet, i) => (i === 9 ? octet ^ 1 : octet));
      const { n, d, p, q, dp: dmp1, dq: dmq1, qi: coeff }: RsaComponents = { ...sound, [name]: wrong };
      expect(() => new NodeRSA().importKey({ n, e: 65537, d, p, q, dmp1, dmq1, coeff }, 'components')).toThrow();
    }
  });
});
