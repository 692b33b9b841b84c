import type { Client } from '@keyway/client';
import { encodeId, PrivateIdentity } from '@keyway/crypto';
import { createPrivateFile, type Fleet } from '@keyway/fleet';
import { join } from 'node:path';
import { bytesText, durationText } from '../amounts.js';
import { nextEvent, withClient } from '../client.js';
import type { Context } from '../context.js';
import { inTime } from '../deadline.js';
import { identityFile, prepareProfile } from '../profile.js';
import { ProgressBar } from '../progress.js';
import { sha256OfFile, writeRandomFile } from './random-file.js';
import { summaryOf, type Summary } from './summary.js';
import { Transfer } from './transfer.js';

const LONGEST_MS = 90_000;

type Say = (text: string) => void;

/** Plays the whole scene. @returns whether every promise was kept. */
export async function play(context: Context, fleet: Fleet, size: number): Promise<boolean> {
  const { terminal, signal } = context;
  const bar = new ProgressBar(terminal.live, 'demo.bin');
  const say: Say = (text) => {
    bar.clear();
    terminal.data({ event: 'step', text });
    terminal.say(`${terminal.paint('green', '●')} ${text}`);
  };
  say(`auth, channel-broker and router are ready after ${durationText(fleet.startupMs)}: ${fleet.address}`);
  const summary = await inTime(LONGEST_MS, signal, (limited) => scene({ ...context, signal: limited }, fleet, size, bar, say)).finally(() =>
    bar.clear(),
  );
  tell(context, summary);
  return summary.kept;
}

async function scene(context: Context, fleet: Fleet, size: number, bar: ProgressBar, say: Say): Promise<Summary> {
  const [adam, eve] = [
    { ...context, profile: 'adam' },
    { ...context, profile: 'eve' },
  ];
  await makeIdentity(adam, 'rsa-3072', say);
  const to = await makeIdentity(eve, 'ed25519', say);
  await withClient(eve, {}, (client) => showChannel(client, 'eve', say));
  const path = join(context.home, 'demo.bin');
  const sha256 = await writeRandomFile(path, size);
  say(`demo.bin: ${bytesText(size)} of random bytes, SHA-256 ${sha256.slice(0, 16)}…`);
  return withClient(adam, {}, async (client) => {
    await showChannel(client, 'adam', say);
    say('adam sends demo.bin to eve, who is away');
    const transfer = new Transfer({ context, fleet, client, to, path, size, bar, say, signal: context.signal });
    const saved = await transfer.run();
    say(`eve has the file after ${durationText(saved.ms)}`);
    const sha256Received = await sha256OfFile(saved.path);
    const { posted, accepted } = client.stats();
    return summaryOf({ size, ms: saved.ms, sha256Sent: sha256, sha256Received, posted, accepted }, transfer);
  });
}

async function makeIdentity({ home, profile }: Context, kind: 'rsa-3072' | 'ed25519', say: Say): Promise<string> {
  const identity = await PrivateIdentity.generateAsync(kind);
  prepareProfile(home, profile);
  createPrivateFile(identityFile(home, profile), identity.toPem());
  const id = encodeId(identity.public.fingerprint);
  say(`${profile.padEnd(4)} has an ${kind === 'rsa-3072' ? 'RSA-3072' : 'Ed25519'} key: ${id}`);
  return id;
}

async function showChannel(client: Client, name: string, say: Say): Promise<void> {
  const [{ id }, { ms }] = await Promise.all([nextEvent(client, 'channel'), nextEvent(client, 'attached')]);
  say(`${name.padEnd(4)} has channel ${id.slice(0, 12)}… after ${ms} ms`);
}

function tell({ terminal }: Context, summary: Summary): void {
  terminal.data({ event: 'summary', kept: summary.kept, ...summary.figures });
  terminal.say();
  for (const { what, found, good } of summary.rows) {
    const shown = good === undefined ? found : terminal.paint(good ? 'green' : 'red', `${found} ${good ? '✓' : '✗'}`);
    terminal.say(`  ${what.padEnd(34)}${shown}`);
  }
  terminal.say();
  terminal.say(summary.kept ? 'Nothing was lost and nothing was shown twice.' : terminal.paint('red', 'A promise was broken: see above.'));
}
