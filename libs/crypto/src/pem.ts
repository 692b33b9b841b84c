import { KeyError } from './key-error.js';
import { wipe } from './wipe.js';

export interface PemBlock {
  /** `PRIVATE KEY`, `RSA PRIVATE KEY`, … */
  readonly label: string;
  /** The decoded contents; whoever asked for them wipes them. */
  readonly bytes: Uint8Array;
}

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END ([A-Z0-9 ]+)-----/g;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const LARGEST_BYTES = 64 * 1024; // an encrypted RSA-4096 key takes 3.5 KB

/**
 * The one block of a PEM text (RFC 7468); text around it is ignored, as in files that carry comments.
 * Throws KeyError: `key_damaged` with no block, more than one, or broken base64; `key_unsupported` for encryption
 * by RFC 1421 headers (one round of MD5).
 */
export function decodePem(pem: string | Uint8Array): PemBlock {
  if (pem.length > LARGEST_BYTES) throw new KeyError('key_damaged');
  const text = typeof pem === 'string' ? pem : Buffer.from(pem.buffer, pem.byteOffset, pem.length).toString('latin1');
  const blocks = [...text.matchAll(BLOCK)];
  const [, label, body, end] = blocks[0] ?? [];
  if (label === undefined || body === undefined || label !== end || blocks.length !== 1) {
    throw text.includes('Proc-Type:') ? new KeyError('key_unsupported', 'RFC 1421 encryption') : new KeyError('key_damaged');
  }
  const base64 = body.replace(/\s+/g, '');
  if (base64 === '' || !BASE64.test(base64)) throw new KeyError('key_damaged');
  return { label, bytes: Buffer.from(base64, 'base64') };
}

/** RFC 7468: 64 characters a line, a newline at the end. Wipes `bytes`. */
export function encodePem(label: string, bytes: Uint8Array): string {
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
  wipe(bytes);
  return `-----BEGIN ${label}-----\n${base64.replace(/.{1,64}/g, '$&\n')}-----END ${label}-----\n`;
}
