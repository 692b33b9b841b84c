import type { Client } from '@keyway/client';
import { errorTable, type ErrorReason } from '@keyway/wire';
import { clockText, durationText } from './amounts.js';
import { oneLine } from './printable.js';
import type { Terminal } from './terminal.js';

/** A mailbox that is full for less is no news; once it was told, only a long wait is. */
const haltMs = 500;
const longHaltMs = 10_000;

/** Tells how the connection fares, on standard error: what was lost, why it waits, that it is back. Each thing once. */
export function noteConnection(client: Client, terminal: Terminal, clear: () => void = () => undefined): void {
  let lostAt: number | undefined;
  const warned = new Set<ErrorReason>();
  let halt: NodeJS.Timeout | undefined;
  let told = false;
  let everTold = false;
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
    warned.clear();
    if (lostAt === undefined) return;
    terminal.data({ event: 'attached', endpoint, ms });
    note(`— attached again after ${durationText(performance.now() - lostAt)}`);
    lostAt = undefined;
  });
  client.on('warning', ({ reason, text }) => {
    if (warned.has(reason)) return;
    warned.add(reason);
    terminal.data({ event: 'warning', reason, text });
    note(`— ${oneLine(text)}`);
  });
  client.on('halted', ({ to, reason }) => {
    terminal.data({ event: 'halted', to, reason });
    halt ??= setTimeout(
      () => {
        told = true;
        everTold = true;
        note(`— ${errorTable[reason].text} (${reason}); waiting until there is room`);
      },
      everTold ? longHaltMs : haltMs,
    ).unref();
  });
  client.on('resumed', ({ to }) => {
    terminal.data({ event: 'resumed', to });
    clearTimeout(halt);
    halt = undefined;
    if (told) note('— there is room again; going on');
    told = false;
  });
  client.on('skipped', ({ from, firstSeq, count }) => {
    terminal.data({ event: 'skipped', from, firstSeq, count });
    note(`— ${count} ${count === 1 ? 'message' : 'messages'} of ${from} will not come: given up by the sender, or lapsed`);
  });
}
