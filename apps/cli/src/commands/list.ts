import type { Client, Member, PresenceEvent } from '@keyway/client';
import { Command } from 'commander';
import type { Act } from '../act.js';
import { clockText } from '../amounts.js';
import { withClient } from '../client.js';
import { noteConnection } from '../connection-notes.js';
import type { Context } from '../context.js';
import { Names } from '../names.js';
import { timeout } from '../options.js';
import { oneLine } from '../printable.js';
import { roster, rosterLine } from '../roster.js';
import type { Terminal } from '../terminal.js';
import { closedBy, heard } from '../until.js';

interface ListOptions {
  readonly online?: boolean;
  readonly watch?: boolean;
  readonly timeout: number;
}

/** Sorted and shown at once; larger fleets come in several parts. */
const partMembers = 4_096;

export const listCommand = (act: Act): Command =>
  new Command('list')
    .description('show who is in the fleet, as far as one may see')
    .option('--online', 'only who is attached')
    .option('--watch', 'go on and show who comes and goes, until Ctrl-C')
    .addOption(timeout('5s'))
    .action(act(list));

async function list(context: Context, options: ListOptions): Promise<void> {
  const { terminal } = context;
  await withClient(context, { timeoutMs: options.timeout }, async (client) => {
    noteConnection(client, terminal);
    const known = await showAll(client, terminal, options);
    if (options.watch) await watch(context, client, known);
  });
}

/** @returns who is there, by id, as it was shown; for `--watch` only: a fleet may be large. */
async function showAll(client: Client, terminal: Terminal, { online, watch: kept }: ListOptions): Promise<Map<string, Member>> {
  const shown = new Map<string, Member>();
  let part: Member[] = [];
  const flush = (): void => {
    const now = new Date();
    for (const row of roster(part)) {
      terminal.data(row.member);
      terminal.say(rosterLine(row, now, (here) => (here ? terminal.paint('green', '●') : '○')));
    }
    part = [];
  };
  for await (const member of client.list({ online })) {
    if (kept) shown.set(member.id, member);
    if (part.push(member) === partMembers) flush();
  }
  flush();
  return shown;
}

/** Changes from what was listed; what happened between list and watch is one of them. */
async function watch({ terminal, signal }: Context, client: Client, known: ReadonlyMap<string, Member>): Promise<void> {
  const names = new Names(client);
  const closed = closedBy(client);
  let shown = Promise.resolve();
  const change = (event: PresenceEvent): void =>
    void (shown = shown.then(() => show(terminal, known.get(event.id)?.name ?? names.of(event.id), event)));
  const seen = new Set<string>();
  let begun = false;
  await client.watch('all', (event) => {
    seen.add(event.id);
    if (begun || !known.get(event.id)?.online) change(event);
  });
  begun = true;
  for (const { id, online } of known.values()) if (online && !seen.has(id)) change({ id, online: false, at: new Date() });
  terminal.data({ event: 'watching' });
  terminal.note('watching; Ctrl-C ends');
  await Promise.race([heard(signal), closed]);
  await shown;
}

async function show(
  terminal: Terminal,
  naming: string | undefined | Promise<string | undefined>,
  { id, online, at }: PresenceEvent,
): Promise<void> {
  const name = await naming;
  terminal.data({ event: online ? 'came' : 'went', id, name, at });
  const mark = online ? terminal.paint('green', '● came') : '○ went';
  terminal.say(`[${clockText(at)}] ${mark} ${oneLine(name ?? '(no name)').padEnd(18)} ${id}`);
}
