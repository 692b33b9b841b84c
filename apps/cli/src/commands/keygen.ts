import { PrivateIdentity, type Secret } from '@keyway/crypto';
import { createPrivateFile } from '@keyway/fleet';
import { WireError } from '@keyway/wire';
import { Command, Option } from 'commander';
import { existsSync } from 'node:fs';
import type { Context } from '../context.js';
import { identityData, sayIdentity } from '../identity-report.js';
import { askNewPassphrase, readPassphraseFile } from '../passphrase.js';
import { identityFile, prepareProfile } from '../profile.js';
import type { Act } from '../program.js';

export const keyKinds = ['rsa-3072', 'rsa-2048', 'rsa-4096', 'ed25519'] as const;
export type KeyKind = (typeof keyKinds)[number];

interface KeygenOptions {
  readonly type: KeyKind;
  readonly passphrase?: boolean;
}

export const keygenCommand = (act: Act): Command =>
  new Command('keygen')
    .description('make an identity for this machine')
    .addOption(new Option('--type <kind>', 'the kind of key').choices(keyKinds).default('rsa-3072'))
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
    terminal.data({ profile, ...identityData(identity.public), file: path, encrypted: secret !== undefined });
    sayIdentity(terminal, identity.public);
    terminal.say(`identity     ${path} (${type}${secret ? ', encrypted' : ''})`);
  } finally {
    secret?.wipe();
  }
}

async function newPassphrase({ passphraseFile, terminal }: Context, ask: boolean): Promise<Secret | undefined> {
  if (passphraseFile !== undefined) return readPassphraseFile(passphraseFile);
  return ask ? askNewPassphrase(terminal) : undefined;
}

export const alreadyThere = (path: string): WireError =>
  new WireError('file_unreadable', `${path} exists and is never overwritten. Use another --as <profile>, or move the file away`);
