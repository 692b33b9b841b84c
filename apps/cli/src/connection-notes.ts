import type { Client } from '@keyway/client';
import { errorTable, type ErrorReason } from '@keyway/wire';
import { clockText, durationText } from './amounts.js';
import { oneLine } from './printable.js';
import type { Terminal } from './terminal.js';

/** Tells how the connection fares, on standard error: what was lost, why it waits, that it is back. Each thing once. */
export function noteConnection(client: Client, terminal: Terminal, clear: () => void = () => undefined): void {
  let lostAt: number | undefined;
  const told = new Set<ErrorReason>();
  const note = (text: string): void => {
    clear();
    terminal.note(`[${clockText(new Date())}] ${text}`);
  };
  client.on('detached', ({ reason }) => {
    lostAt ??= performance.now();
    terminal.data({ event: 'detached', reason });
    note(`— the connection is gone: ${errorTable[reason].text}; trying again`);
  });
  client.on('attached', ({ endpoint, ms }) => {
    told.clear();
    if (lostAt === undefined) return;
    terminal.data({ event: 'attached', endpoint, ms });
    note(`— attached again after ${durationText(performance.now() - lostAt)}`);
    lostAt = undefined;
  });
  client.on('warning', ({ reason, text }) => {
    if (told.has(reason)) return;
    told.add(reason);
    terminal.data({ event: 'warning', reason, text });
    note(`— ${oneLine(text)}`);
  });
  client.on('halted', ({ to, reason }) => {
    terminal.data({ event: 'halted', to, reason });
    note(`— ${errorTable[reason].text} (${reason}); waiting until there is room`);
  });
  client.on('resumed', ({ to }) => {
    terminal.data({ event: 'resumed', to });
    note('— there is room again; going on');
  });
  client.on('skipped', ({ from, firstSeq, count }) => {
    terminal.data({ event: 'skipped', from, firstSeq, count });
    note(`— ${count} ${count === 1 ? 'message' : 'messages'} of ${from} will not come: given up by the sender, or lapsed`);
  });
}
