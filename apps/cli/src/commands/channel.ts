import { Command } from 'commander';
import { durationText } from '../amounts.js';
import { nextEvent, withClient } from '../client.js';
import type { Context } from '../context.js';
import { timeout, type TimeoutOption } from '../options.js';
import type { Act } from '../program.js';

export const channelCommand = (act: Act): Command =>
  new Command('channel')
    .description('ask the fleet for a channel and show it; nothing in it is secret')
    .addOption(timeout('5s'))
    .action(act(channel));

async function channel(context: Context, { timeout: timeoutMs }: TimeoutOption): Promise<void> {
  const { terminal } = context;
  await withClient(context, { timeoutMs }, async (client) => {
    const [issued, attached] = await Promise.all([nextEvent(client, 'channel'), nextEvent(client, 'attached')]);
    const { id, suite, routers, validUntil } = issued;
    terminal.data({ client: client.id, channel: id, suite, routers, validUntil, ...attached });
    terminal.say(`channel      ${terminal.paint('bold', id)}`);
    terminal.say(`client       ${client.id}`);
    terminal.say(`lease        until ${validUntil.toISOString()} (${durationText(validUntil.getTime() - Date.now())})`);
    terminal.say(`suite        ${suite}`);
    terminal.say(`routers      ${routers.join(' ')}`);
    terminal.say(`attached     ${attached.router} at ${attached.endpoint}`);
    terminal.say(`issued and attached in ${attached.ms} ms`);
  });
}
