import { DerReader, isOneSequence, Tag } from './der.js';
import type { JsonObject } from './jwk.js';
import { isPrivateJwk } from './jwk.js';
import { KeyError } from './key-error.js';
import { decodePem, LARGEST_BYTES } from './pem.js';
import { looksLikeSshLine } from './ssh-public.js';
import { wipe } from './wipe.js';

/** A key file of which only the form is known. */
export type KeyFile =
  | {
      readonly form: 'pem';
      readonly half: 'private';
      readonly format: 'pkcs8' | 'pkcs1';
      readonly encrypted: boolean;
      readonly text: string;
    }
  | { readonly form: 'pem'; readonly half: 'public'; readonly format: 'spki' | 'pkcs1'; readonly bytes: Uint8Array }
  | {
      readonly form: 'der';
      readonly half: 'private';
      readonly format: 'pkcs8' | 'pkcs1';
      readonly encrypted: boolean;
      readonly bytes: Uint8Array;
    }
  | { readonly form: 'der'; readonly half: 'public'; readonly format: 'spki' | 'pkcs1'; readonly bytes: Uint8Array }
  | { readonly form: 'openssh'; readonly half: 'private'; readonly format: 'openssh'; readonly bytes: Uint8Array }
  | { readonly form: 'line'; readonly half: 'public'; readonly format: 'ssh'; readonly text: string }
  | { readonly form: 'json'; readonly half: 'private' | 'public'; readonly format: 'jwk' | 'components'; readonly json: JsonObject };

/**
 * Tells the form of a key file by its contents, never by its name; nothing is believed yet.
 * Throws KeyError `key_damaged` for what has no known form, `key_unsupported` for forms that are known and not read, with what to do.
 * @returns views, or texts, of `file`.
 */
export function recognise(file: string | Uint8Array): KeyFile {
  if (file.length > LARGEST_BYTES) throw new KeyError('key_damaged', 'too long for a key file');
  if (typeof file !== 'string' && isOneSequence(file)) return recogniseDer(file);
  const text = typeof file === 'string' ? file : new TextDecoder().decode(file);
  if (text.includes('-----BEGIN ')) return recognisePem(text);
  if (/^\s*\{/.test(text)) return recogniseJson(text);
  if (text.includes('PuTTY-User-Key-File')) {
    throw new KeyError('key_unsupported', 'a PuTTY file: `puttygen <file> -O private-openssh -o <new file>` rewrites it');
  }
  if (text.includes('---- BEGIN SSH2 PUBLIC KEY ----')) {
    throw new KeyError('key_unsupported', 'RFC 4716: `ssh-keygen -i -f <file>` rewrites it');
  }
  if (looksLikeSshLine(text)) return { form: 'line', half: 'public', format: 'ssh', text };
  throw new KeyError('key_damaged', 'no key in a known form');
}

function recognisePem(text: string): KeyFile {
  const blocks = decodePem(text);
  const [block = blocks[0]!, ...more] = blocks.filter(({ label }) => label !== 'PUBLIC KEY');
  switch (block.label) {
    case 'PRIVATE KEY':
    case 'ENCRYPTED PRIVATE KEY':
    case 'RSA PRIVATE KEY': {
      wipe(...blocks.map(({ bytes }) => bytes));
      const format = block.label === 'RSA PRIVATE KEY' ? 'pkcs1' : 'pkcs8';
      return { form: 'pem', half: 'private', format, encrypted: block.label === 'ENCRYPTED PRIVATE KEY', text };
    }
    case 'OPENSSH PRIVATE KEY':
      if (blocks.length > 1) throw new KeyError('key_damaged', 'more than one key in the file');
      return { form: 'openssh', half: 'private', format: 'openssh', bytes: block.bytes };
    case 'PUBLIC KEY':
    case 'RSA PUBLIC KEY':
      if (blocks.length > 1 || more.length > 0) throw new KeyError('key_damaged', 'more than one key in the file');
      return { form: 'pem', half: 'public', format: block.label === 'PUBLIC KEY' ? 'spki' : 'pkcs1', bytes: block.bytes };
    default:
      throw new KeyError('key_unsupported', block.label.slice(0, 40));
  }
}

/** The first two elements tell the five forms apart. */
function recogniseDer(bytes: Uint8Array): KeyFile {
  const reader = new DerReader(bytes).within(Tag.sequence);
  const first = reader.tag;
  if (first !== Tag.integer && first !== Tag.sequence) throw new KeyError('key_damaged', 'no key in a known form');
  const lead = reader.next(first);
  const tags = [first, reader.tag];
  const is = (...expected: readonly number[]): boolean => expected.every((tag, i) => tags[i] === tag);
  if (is(Tag.sequence, Tag.bits)) return { form: 'der', half: 'public', format: 'spki', bytes };
  if (is(Tag.sequence, Tag.octets)) return { form: 'der', half: 'private', format: 'pkcs8', encrypted: true, bytes };
  if (is(Tag.integer, Tag.sequence)) return { form: 'der', half: 'private', format: 'pkcs8', encrypted: false, bytes };
  if (!is(Tag.integer, Tag.integer)) throw new KeyError('key_damaged', 'no key in a known form');
  if (lead.length > 1) return { form: 'der', half: 'public', format: 'pkcs1', bytes }; // a modulus, where a version has one byte
  return { form: 'der', half: 'private', format: 'pkcs1', encrypted: false, bytes };
}

function recogniseJson(text: string): KeyFile {
  let json: JsonObject;
  try {
    json = JSON.parse(text) as JsonObject; // an object: the text begins with a brace
  } catch {
    throw new KeyError('key_damaged', 'broken JSON'); // the parser's own message quotes the text
  }
  if (Object.hasOwn(json, 'keys')) throw new KeyError('key_unsupported', 'a set of keys: give one of them');
  const half = isPrivateJwk(json) ? 'private' : 'public';
  return { form: 'json', half, format: Object.hasOwn(json, 'kty') ? 'jwk' : 'components', json };
}
