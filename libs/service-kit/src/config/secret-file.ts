import { Secret } from '@keyway/crypto';
import type { ErrorReason } from '@keyway/wire';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const MAX_BYTES = 65_536; // far above any key; keeps a wrong path from filling the memory

/** A variable named `<X>_FILE`: the path of a file that holds a secret. The parsed value is the secret, byte for byte. */
export const secretFile = () => z.string().transform((path, context) => read(path, context, (bytes) => Secret.of(bytes)));

/** The same for text: white space at the end (an editor's line feed) is not part of the secret. */
export const secretTextFile = () =>
  z.string().transform((path, context) => read(path, context, (bytes) => Secret.of(bytes.toString('utf8').trimEnd())));

function read(path: string, context: z.core.$RefinementCtx<string>, make: (bytes: Buffer) => Secret): Secret {
  const found = readSecretFile(path);
  if ('bytes' in found) {
    const secret = make(found.bytes);
    found.bytes.fill(0);
    return secret;
  }
  context.addIssue({ code: 'custom', message: found.text, params: { reason: found.reason } });
  return z.NEVER;
}

type Found = { readonly bytes: Buffer } | { readonly reason: ErrorReason; readonly text: string };

/** Opened first and judged by its descriptor: what is checked is what is read. Links are followed, as mounted secrets are links. */
function readSecretFile(path: string): Found {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    const { mode, size } = fstatSync(descriptor);
    const refused = judge(path, mode, size);
    return refused ?? { bytes: readFileSync(descriptor) };
  } catch (thrown) {
    const code = String((thrown as NodeJS.ErrnoException).code);
    const reason = code === 'ENOENT' ? 'key_missing' : 'file_unreadable';
    return { reason, text: code === 'ENOENT' ? `there is no file ${path}` : `${path} cannot be read (${code})` };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function judge(path: string, mode: number, size: number): Found | undefined {
  if ((mode & 0o170_000) !== 0o100_000) return { reason: 'file_unreadable', text: `${path} is not a file` };
  const others = mode & 0o077;
  if (others !== 0) {
    const shown = (mode & 0o777).toString(8).padStart(4, '0');
    return { reason: 'key_exposed', text: `others can read ${path} (mode ${shown}): chmod 600 it, and think about a new secret` };
  }
  if (size === 0) return { reason: 'key_damaged', text: `${path} is empty` };
  if (size > MAX_BYTES) return { reason: 'key_damaged', text: `${path} is too large for a secret` };
  return undefined;
}
