import { asBuffer } from './as-buffer.js';
import type { JsonObject } from './jwk.js';
import { KeyError } from './key-error.js';
import { PrivateIdentity } from './private-identity.js';
import type { PublicIdentity } from './public-identity.js';
import { fromRsaPublicParts } from './rsa-public.js';
import { readPkcs1, rsaPartNames, rsaPartsOf, trimmed, writePkcs1, type RsaPartName, type RsaParts } from './rsa-parts.js';
import { wipe } from './wipe.js';

/** Raw numbers of an RSA key: unsigned, big-endian, zeros in front allowed. Whoever made them wipes them. */
export type RsaComponents = RsaParts;

/** Throws KeyError `key_damaged`, `weak_key` or `key_unsupported`. The numbers are not kept. */
export function fromComponents(components: RsaComponents): PrivateIdentity {
  for (const name of rsaPartNames) {
    if (!ArrayBuffer.isView(components[name]) || components[name].length === 0) throw new KeyError('key_damaged', `${name} is missing`);
  }
  const pkcs1 = writePkcs1(components);
  try {
    return PrivateIdentity.fromDer(pkcs1, 'pkcs1');
  } finally {
    wipe(pkcs1);
  }
}

/** @param pkcs1 - plain; not kept. @returns fresh bytes. */
export function toComponents(pkcs1: Uint8Array): RsaComponents {
  const views = readPkcs1(pkcs1);
  return rsaPartsOf((name) => Uint8Array.from(views[name]));
}

/** A JSON object of hexadecimal numbers, as `openssl rsa -text` prints them without its colons. */
export function readComponents(json: JsonObject): PrivateIdentity {
  const numbers = rsaPartsOf((name) => hexOf(json, name));
  try {
    return fromComponents(numbers);
  } finally {
    wipe(...Object.values(numbers));
  }
}

export const readPublicComponents = (json: JsonObject): PublicIdentity => fromRsaPublicParts({ n: hexOf(json, 'n'), e: hexOf(json, 'e') });

/** One line of JSON, secret: a string cannot be wiped. */
export const writeComponents = (components: RsaComponents): string =>
  `${JSON.stringify(Object.fromEntries(rsaPartNames.map((name) => [name, asBuffer(trimmed(components[name])).toString('hex')])))}\n`;

function hexOf(json: JsonObject, name: RsaPartName): Uint8Array {
  const text = Object.hasOwn(json, name) ? json[name] : undefined;
  if (text === undefined) throw new KeyError('key_damaged', `${name} is missing`);
  if (typeof text !== 'string' || !/^(?:0x)?[0-9a-f]+$/i.test(text)) throw new KeyError('key_damaged', `${name} is no hexadecimal text`);
  const digits = text.replace(/^0x/i, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
}
