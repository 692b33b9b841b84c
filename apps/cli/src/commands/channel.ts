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
    terminal.data({ client: client.id, channel: issued.id, validUntil: issued.validUntil, ...attached });
    terminal.say(`channel      ${terminal.paint('bold', issued.id)}`);
    terminal.say(`client       ${client.id}`);
    terminal.say(`lease        until ${issued.validUntil.toISOString()} (${durationText(issued.validUntil.getTime() - Date.now())})`);
    terminal.say(`router       ${attached.router} at ${attached.endpoint}`);
    terminal.say(`issued and attached in ${attached.ms} ms`);
  });
}
