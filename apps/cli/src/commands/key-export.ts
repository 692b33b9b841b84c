import {
  exportPrivateKey,
  exportPublicKey,
  privateFormats,
  publicFormats,
  type PrivateFormat,
  type PublicFormat,
  type PublicIdentity,
} from '@keyway/crypto';
import { createPrivateFile } from '@keyway/fleet';
import { WireError } from '@keyway/wire';
import { existsSync, writeFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import type { Context } from '../context.js';
import { identityData } from '../identity-report.js';
import { named, openKeySource, publicHalf, unlock, type KeySource } from '../key-source.js';
import { usageError } from '../options.js';
import { askNewPassphrase } from '../passphrase.js';

const STANDARD_OUTPUT = 1;

interface ExportOptions {
  readonly format: PrivateFormat | PublicFormat;
  readonly public?: boolean;
  readonly out?: string;
  readonly passphrase?: boolean;
  readonly plain?: boolean;
}

export async function exportKey(context: Context, options: ExportOptions, from: string): Promise<void> {
  const { out } = options;
  check(options);
  if (out !== undefined && existsSync(out)) throw taken(out);
  const source = await openKeySource(context, from);
  try {
    const { text, identity } = await (options.public ? publicText(context, source, options) : privateText(context, source, options));
    const about = {
      ...identityData(identity),
      format: options.format,
      half: options.public ? 'public' : 'private',
    };
    if (out === undefined) {
      context.terminal.data({ ...about, key: text });
      context.terminal.say(text.trimEnd());
    } else {
      write(out, text, options.public === true);
      context.terminal.data({ ...about, file: out });
      context.terminal.note(`${out} has the ${about.half} key as ${options.format}.`);
    }
  } finally {
    source.close();
  }
}

/** Words that do not go together, before anybody types a passphrase. */
function check({ format, out, passphrase, plain, ...options }: ExportOptions): void {
  if (options.public) {
    if (!isOneOf(publicFormats, format))
      throw usageError(`${format} is a format of private keys; --public knows ${publicFormats.join(', ')}`);
    if (passphrase || plain) throw usageError('a public key is not encrypted: leave --passphrase and --plain away');
    return;
  }
  if (!isOneOf(privateFormats, format)) throw usageError(`${format} is a format of public keys: add --public`);
  if (passphrase && plain) throw usageError('--passphrase or --plain, not both');
  if (out === undefined && isatty(STANDARD_OUTPUT)) {
    throw usageError('a private key is not shown on a terminal: add --out <file>, or pipe it');
  }
}

interface Written {
  readonly text: string;
  readonly identity: PublicIdentity;
}

async function publicText(context: Context, source: KeySource, { format }: ExportOptions): Promise<Written> {
  const identity = await publicHalf(context, source);
  return { text: await named(source.name, () => exportPublicKey(identity, format as PublicFormat)), identity };
}

/** What was encrypted stays so, with the same passphrase, unless somebody says otherwise. */
async function privateText(context: Context, source: KeySource, { format, ...options }: ExportOptions): Promise<Written> {
  const { identity, passphrase } = await unlock(context, source);
  let protection = options.plain ? undefined : passphrase;
  try {
    if (options.passphrase) protection = await askNewPassphrase(context.terminal);
    if (protection && format !== 'pkcs8' && format !== 'openssh') {
      throw usageError(`${format} knows no encryption: --plain writes it unencrypted, --format openssh or pkcs8 keep the passphrase`);
    }
    const text = await named(source.name, () => exportPrivateKey(identity, format as PrivateFormat, { passphrase: protection }));
    return { text, identity: identity.public };
  } finally {
    passphrase?.wipe();
    protection?.wipe();
  }
}

function write(path: string, text: string, isPublic: boolean): void {
  if (!isPublic) {
    if (!createPrivateFile(path, text)) throw taken(path);
    return;
  }
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw code === 'EEXIST' ? taken(path) : new WireError('file_unreadable', `${path} (${code})`, { cause });
  }
}

const taken = (path: string): WireError =>
  new WireError('file_unreadable', `${path} exists and is never overwritten. Use another --out <file>, or move the file away`);

const isOneOf = (formats: readonly string[], format: string): boolean => formats.includes(format);
