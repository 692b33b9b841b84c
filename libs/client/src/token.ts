import { decodeBase32, encodeBase32, wipe } from '@keyway/crypto';
import type { EnrolmentToken } from '@keyway/session';
import { WireError } from '@keyway/wire';

const head = 'kwt1_';
const idBytes = 16;
const secretBytes = 32;

/**
 * `kwt1_` and base32 of id ‖ secret: 82 characters. Whoever reads it may use it: hand it on in private. Throws RangeError on wrong sizes.
 */
export function formatToken({ id, secret }: EnrolmentToken): string {
  if (id.length !== idBytes || secret.length !== secretBytes) throw new RangeError('a token has an id of 16 bytes and a secret of 32');
  const bytes = new Uint8Array(idBytes + secretBytes);
  bytes.set(id);
  bytes.set(secret, idBytes);
  const text = head + encodeBase32(bytes);
  wipe(bytes);
  return text;
}

/** Reads a token, whose secret the caller wipes; white space around it left out. Throws `config_invalid`, without a word of the token itself. */
export function parseToken(text: string): EnrolmentToken {
  const trimmed = text.trim();
  const bytes = trimmed.startsWith(head) ? decodeBase32(trimmed.slice(head.length)) : undefined;
  if (bytes?.length !== idBytes + secretBytes) {
    throw new WireError(
      'config_invalid',
      `an enrolment token begins with ${head} and has 82 characters; this one has ${trimmed.length} or was mistyped`,
    );
  }
  const token = { id: bytes.slice(0, idBytes), secret: bytes.slice(idBytes) };
  wipe(bytes);
  return token;
}
