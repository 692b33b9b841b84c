import { asBuffer } from './as-buffer.js';
import { sha256 } from './hash.js';
import { KeyError } from './key-error.js';
import { ed25519Spki, spkiKey } from './pkcs8.js';
import { PublicIdentity } from './public-identity.js';
import { readPkcs1Public } from './rsa-parts.js';
import { fromRsaPublicParts } from './rsa-public.js';
import { sshMpint, SshReader, sshString } from './ssh-wire.js';

export const RSA = 'ssh-rsa';
const ED25519 = 'ssh-ed25519';
const KEY_TYPE = /^(?:ssh|ecdsa|sk|webauthn-sk)-[a-z0-9@.-]+$/;
const LINE = /(?:^|\s)(?:ssh|ecdsa|sk|webauthn-sk)-[a-z0-9@.-]+[ \t]+AAAA/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export const sshType = ({ kind }: PublicIdentity): string => (kind === 'ed25519' ? ED25519 : RSA);

/** The public key as SSH sends it (RFC 4253 §6.6, RFC 8709 §4). */
export function sshBlob(identity: PublicIdentity): Uint8Array {
  const key = spkiKey(identity.spki);
  if (identity.kind === 'ed25519') return Buffer.concat([sshString(ED25519), sshString(key)]);
  const { n, e } = readPkcs1Public(key);
  return Buffer.concat([sshString(RSA), sshMpint(e), sshMpint(n)]);
}

/** The inverse of `sshBlob`. Throws KeyError as `PublicIdentity.fromSpki` does; other types are refused by name. */
export function fromSshBlob(blob: Uint8Array): PublicIdentity {
  const reader = new SshReader(blob);
  const type = reader.name();
  if (type === ED25519) {
    const point = reader.string();
    reader.end();
    if (point.length !== 32) throw new KeyError('key_damaged', `an Ed25519 key of ${point.length} bytes`);
    return PublicIdentity.fromSpki(ed25519Spki(point));
  }
  if (type !== RSA) throw new KeyError('key_unsupported', KEY_TYPE.test(type) ? type : 'an unknown type of SSH key');
  const e = reader.unsigned();
  const n = reader.unsigned();
  reader.end();
  return fromRsaPublicParts({ n, e });
}

/** One line as in `id_ed25519.pub`, with a line feed. */
export const writeSshLine = (identity: PublicIdentity): string =>
  `${sshType(identity)} ${asBuffer(sshBlob(identity)).toString('base64')}\n`;

/** Whether a text may be meant for `readSshLine`: a type of key, and the base64 that all of them begin with. */
export const looksLikeSshLine = (text: string): boolean => LINE.test(text);

/** Reads `<type> <base64> [comment]`: one key, among blank lines and lines of comment. Throws KeyError as `fromSshBlob` does. */
export function readSshLine(text: string): PublicIdentity {
  const [line = '', ...more] = linesOf(text);
  if (more.length > 0) throw new KeyError('key_damaged', 'more than one key in the file');
  const [type = '', base64 = ''] = line.split(/[ \t]+/);
  if (!KEY_TYPE.test(type)) {
    throw new KeyError('key_unsupported', 'options of authorized_keys in front of the key: give the line from the type of the key on');
  }
  if (!BASE64.test(base64)) throw new KeyError('key_damaged', 'broken base64');
  const blob = Buffer.from(base64, 'base64');
  if (new SshReader(blob).name() !== type) throw new KeyError('key_damaged', `a line of ${type} with another key`);
  return fromSshBlob(blob);
}

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/** What `ssh-keygen -l` shows: SHA-256 of the key as SSH sends it. It is not the client id, which is that of the SPKI. */
export const sshFingerprint = (identity: PublicIdentity): string => fingerprintText(sha256(sshBlob(identity)));

/** A SHA-256 in the form of OpenSSH: `SHA256:` and 43 characters of base64. @param digest - 32 bytes. */
export const fingerprintText = (digest: Uint8Array): string => `SHA256:${asBuffer(digest).toString('base64').replace('=', '')}`;
