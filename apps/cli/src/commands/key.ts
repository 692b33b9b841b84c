import { exportPublicKey, privateFormats, publicFormats, type PublicFormat, type Secret } from '@keyway/crypto';
import { createPrivateFile } from '@keyway/fleet';
import { Command, Option } from 'commander';
import { existsSync } from 'node:fs';
import type { Act } from '../act.js';
import type { Context } from '../context.js';
import { identityData, sayIdentity } from '../identity-report.js';
import { named, openKeySource, publicHalf, unlock } from '../key-source.js';
import { askNewPassphrase, readPassphraseFile } from '../passphrase.js';
import { identityFile, prepareProfile } from '../profile.js';
import { exportKey } from './key-export.js';
import { alreadyThere } from './keygen.js';

export const keyCommand = (act: Act): Command =>
  new Command('key')
    .description('look at, import and export keys')
    .addCommand(
      new Command('show')
        .description('show what a key file is, or its public key in a format')
        .argument('<file|@profile>', 'a key file, private or public, or an identity of this machine')
        .addOption(new Option('--format <format>', 'print the public key as this').choices(publicFormats))
        .action(act(show)),
    )
    .addCommand(
      new Command('import')
        .description('make a private key the identity of a profile (--as)')
        .argument('<file>', 'OpenSSH, PKCS#8, PKCS#1, JWK or raw numbers')
        .option('--passphrase', 'ask for a new passphrase that protects the identity')
        .action(act(importKey)),
    )
    .addCommand(
      new Command('export')
        .description('write a key in another format')
        .argument('<file|@profile>', 'an identity of this machine, or a key file')
        .addOption(
          new Option('--format <format>', `private: ${privateFormats.join(', ')}; public: ${publicFormats.join(', ')}`)
            .choices([...new Set([...privateFormats, ...publicFormats])])
            .makeOptionMandatory(),
        )
        .option('--public', 'the public half only')
        .option('--out <file>', 'write to this file, which must not exist; a private key gets mode 0600')
        .option('--passphrase', 'ask for a new passphrase that protects the file')
        .option('--plain', 'write the private key of an encrypted file unencrypted')
        .action(act(exportKey)),
    );

async function show(context: Context, { format }: { readonly format?: PublicFormat }, from: string): Promise<void> {
  const { terminal } = context;
  const source = await openKeySource(context, from);
  try {
    const identity = await publicHalf(context, source);
    if (format) {
      const text = await named(source.name, () => exportPublicKey(identity, format));
      terminal.data({ ...identityData(identity), format, key: text });
      return terminal.say(text.trimEnd());
    }
    const { half, format: found, encrypted } = source.summary;
    terminal.data({ ...identityData(identity), file: source.name, half, format: found, encrypted });
    sayIdentity(terminal, identity);
    terminal.say(`key          ${identity.kind}, ${half} half, ${found}${encrypted ? ', encrypted' : ''}`);
  } finally {
    source.close();
  }
}

async function importKey(context: Context, options: { readonly passphrase?: boolean }, from: string): Promise<void> {
  const { home, profile, terminal, passphraseFile } = context;
  const path = identityFile(home, profile);
  if (existsSync(path)) throw alreadyThere(path); // before anybody types
  const source = await openKeySource(context, from);
  let protection: Secret | undefined;
  try {
    const { identity, passphrase } = await unlock(context, source);
    protection = passphrase;
    if (options.passphrase) {
      passphrase?.wipe();
      protection = await askNewPassphrase(terminal);
    } else if (!passphrase && passphraseFile !== undefined) protection = readPassphraseFile(passphraseFile);
    prepareProfile(home, profile);
    if (!createPrivateFile(path, identity.toPem(protection))) throw alreadyThere(path);
    const encrypted = protection !== undefined;
    terminal.data({ profile, ...identityData(identity.public), file: path, encrypted });
    sayIdentity(terminal, identity.public);
    terminal.say(`identity     ${path} (${identity.public.kind}${encrypted ? ', encrypted' : ''})`);
    if (!encrypted) terminal.note('It is not encrypted, nor is the file it came from. --passphrase asks for a passphrase.');
  } finally {
    protection?.wipe();
    source.close();
  }
}
