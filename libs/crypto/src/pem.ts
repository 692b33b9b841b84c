import { asBuffer } from './as-buffer.js';
import { KeyError } from './key-error.js';

export interface PemBlock {
  /** `PRIVATE KEY`, `RSA PRIVATE KEY`, `PUBLIC KEY`, … */
  readonly label: string;
  /** The decoded contents; whoever asked for them wipes them. */
  readonly bytes: Uint8Array;
}

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END ([A-Z0-9 ]+)-----/g;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
export const LARGEST_BYTES = 64 * 1024; // an encrypted RSA-4096 key takes 5 KB

/**
 * The blocks of a PEM text (RFC 7468), at least one; text around them is ignored, as in files that carry comments.
 * Throws KeyError: `key_damaged` with no block or broken base64; `key_unsupported` for encryption by RFC 1421 headers
 * (one round of MD5).
 */
export function decodePem(pem: string | Uint8Array): readonly PemBlock[] {
  if (pem.length > LARGEST_BYTES) throw new KeyError('key_damaged', 'too long for a key file');
  const text = typeof pem === 'string' ? pem : asBuffer(pem).toString('latin1');
  if (text.includes('Proc-Type:')) {
    throw new KeyError(
      'key_unsupported',
      'RFC 1421 encryption (one round of MD5). `ssh-keygen -p -f <file>` or `openssl pkcs8 -topk8` rewrites it',
    );
  }
  const blocks = [...text.matchAll(BLOCK)].map(([, label = '', body = '', end]) => {
    const base64 = body.replace(/\s+/g, '');
    if (label !== end || base64 === '' || !BASE64.test(base64)) throw new KeyError('key_damaged');
    return { label, bytes: Buffer.from(base64, 'base64') };
  });
  if (blocks.length === 0) throw new KeyError('key_damaged', 'not PEM');
  return blocks;
}

/** RFC 7468: 64 characters a line, a newline at the end. @param width - OpenSSH takes 70. */
export function encodePem(label: string, bytes: Uint8Array, width: 64 | 70 = 64): string {
  const base64 = asBuffer(bytes).toString('base64');
  const lines = base64.replace(width === 64 ? /.{1,64}/g : /.{1,70}/g, '$&\n');
  return `-----BEGIN ${label}-----\n${lines}-----END ${label}-----\n`;
}
