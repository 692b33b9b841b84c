import { encodeId, PrivateIdentity, type Secret } from '@keyway/crypto';
import { createPrivateFile } from '@keyway/fleet';
import { WireError } from '@keyway/wire';
import { Command, Option } from 'commander';
import { existsSync } from 'node:fs';
import type { Context } from '../context.js';
import { askNewPassphrase, readPassphraseFile } from '../passphrase.js';
import { identityFile, prepareProfile } from '../profile.js';
import type { Act } from '../program.js';

const kinds = ['rsa-3072', 'rsa-2048', 'rsa-4096', 'ed25519'] as const;

interface KeygenOptions {
  readonly type: (typeof kinds)[number];
  readonly passphrase?: boolean;
}

export const keygenCommand = (act: Act): Command =>
  new Command('keygen')
    .description('make an identity for this machine')
    .addOption(new Option('--type <kind>', 'the kind of key').choices(kinds).default('rsa-3072'))
    .option('--passphrase', 'ask for a passphrase that protects the key')
    .action(act(keygen));

async function keygen(context: Context, { type, passphrase }: KeygenOptions): Promise<void> {
  const { home, profile, terminal } = context;
  const path = identityFile(home, profile);
  prepareProfile(home, profile);
  if (existsSync(path)) throw alreadyThere(path); // before anybody waits or types
  const secret = await newPassphrase(context, passphrase === true);
  try {
    const identity = await PrivateIdentity.generateAsync(type);
    if (!createPrivateFile(path, identity.toPem(secret))) throw alreadyThere(path);
    const { fingerprint } = identity.public;
    const id = encodeId(fingerprint);
    const sha256 = Buffer.from(fingerprint).toString('hex');
    terminal.data({ profile, id, type, sha256, file: path, encrypted: secret !== undefined });
    terminal.say(`client id    ${terminal.paint('bold', id)}`);
    terminal.say(`fingerprint  SHA-256 ${(sha256.match(/.{4}/g) ?? []).join(' ')}`);
    terminal.say(`identity     ${path} (${type}${secret ? ', encrypted' : ''})`);
  } finally {
    secret?.wipe();
  }
}

async function newPassphrase({ passphraseFile, terminal }: Context, ask: boolean): Promise<Secret | undefined> {
  if (passphraseFile !== undefined) return readPassphraseFile(passphraseFile);
  return ask ? askNewPassphrase(terminal) : undefined;
}

const alreadyThere = (path: string): WireError =>
  new WireError('file_unreadable', `${path} exists and is never overwritten. Use another --as <profile>, or move the file away`);
