import { parseToken } from '@keyway/client';
import { PrivateIdentity } from '@keyway/crypto';
import { createPrivateFile } from '@keyway/fleet';
import { WireError } from '@keyway/wire';
import { Command, Option } from 'commander';
import { existsSync } from 'node:fs';
import type { Act } from '../act.js';
import { withClient } from '../client.js';
import type { Context } from '../context.js';
import { fleetAddressOf } from '../fleet-address.js';
import { readInput } from '../input.js';
import { timeout, type TimeoutOption } from '../options.js';
import { askNewPassphrase, askPassphrase, readPassphraseFile } from '../passphrase.js';
import { identityFile, prepareProfile } from '../profile.js';
import { keyKinds } from './keygen.js';

interface EnrollOptions extends TimeoutOption {
  readonly name?: string;
  readonly tokenFile?: string;
  readonly type: (typeof keyKinds)[number];
  readonly passphrase?: boolean;
}

export const enrollCommand = (act: Act): Command =>
  new Command('enroll')
    .description('join a fleet: make a key if there is none, show the token, take a name')
    .option('--name <name>', 'the name to be found by')
    .option(
      '--token-file <file>',
      'the token an operator gave, in a file only you can read; else standard input, or a question at a terminal',
    )
    .addOption(new Option('--type <kind>', 'the kind of key, when one is made').choices(keyKinds).default('rsa-3072'))
    .option('--passphrase', 'ask for a passphrase that protects the key, when one is made')
    .addOption(timeout('5s'))
    .action(act(enroll));

async function enroll(context: Context, options: EnrollOptions): Promise<void> {
  const { terminal, profile } = context;
  const fleet = await fleetAddressOf(context); // before anybody looks for a token
  const token = await readToken(context, options.tokenFile);
  if (token !== undefined) parseToken(token).secret.fill(0); // what is none is found out before a key is made
  const made = await makeKey(context, options);
  const { timeout: timeoutMs } = options;
  await withClient({ ...context, fleet }, { timeoutMs, token, identity: made }, async (client) => {
    if (options.name !== undefined) await client.claimName(options.name);
    const { name, rights } = await client.status();
    terminal.data({ profile, id: client.id, name, rights, fleet, keyMade: made !== undefined });
    if (made) terminal.say(`key          ${identityFile(context.home, profile)} (${made.public.kind}, new)`);
    terminal.say(`client id    ${terminal.paint('bold', client.id)}`);
    terminal.say(`name         ${name ?? 'none; --name <name> takes one'}`);
    terminal.say(`may          ${rights.join(', ')}`);
  });
}

/** A token never stands in the arguments: those can be seen by every user of the machine. Empty: none, as an open fleet needs none. */
async function readToken(context: Context, file: string | undefined): Promise<string | undefined> {
  const { terminal } = context;
  if (file !== undefined) return text(readPassphraseFile(file));
  if (terminal.interactive) return text(await askPassphrase(terminal, 'Token (none: just Enter): '));
  const [word] = Buffer.from(await readInput(context))
    .toString('latin1')
    .trim()
    .split(/\s/, 1);
  return word || undefined;
}

function text(secret: ReturnType<typeof readPassphraseFile>): string | undefined {
  const shown = secret.use((bytes) => Buffer.from(bytes).toString('latin1').trim());
  secret.wipe();
  return shown || undefined;
}

/** @returns the key when one had to be made. */
async function makeKey(context: Context, { type, passphrase }: EnrollOptions): Promise<PrivateIdentity | undefined> {
  const { home, profile, passphraseFile, terminal } = context;
  const path = identityFile(home, profile);
  if (existsSync(path)) return undefined;
  prepareProfile(home, profile);
  const secret =
    passphraseFile !== undefined ? readPassphraseFile(passphraseFile) : passphrase ? await askNewPassphrase(terminal) : undefined;
  try {
    const identity = await PrivateIdentity.generateAsync(type);
    if (!createPrivateFile(path, identity.toPem(secret))) throw new WireError('file_unreadable', `${path} was made meanwhile`);
    return identity;
  } finally {
    secret?.wipe();
  }
}
