import type { Client, ClientStats } from '@keyway/client';
import { clockText } from '../amounts.js';
import type { Terminal } from '../terminal.js';

const lookMs = 250;

/** What happened between two looks at the counters; undefined: nothing. Sizes and numbers only. */
export function statsLine(before: ClientStats, after: ClientStats): string | undefined {
  const more = (of: (stats: ClientStats) => number): number => of(after) - of(before);
  const [out, into] = [more((s) => s.recordsOut), more((s) => s.recordsIn)];
  const parts = [
    out + into > 0 && `records ${out} out (${more((s) => s.bytesOut)} B), ${into} in (${more((s) => s.bytesIn)} B)`,
    ...counted.map(([what, of]) => more(of) > 0 && `${what} ${more(of)}`),
    after.waitingOut !== before.waitingOut && `waiting ${after.waitingOut}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? undefined : parts.join('; ');
}

const counted: readonly (readonly [what: string, of: (stats: ClientStats) => number])[] = [
  ['posted', (s) => s.posted],
  ['accepted by the fleet', (s) => s.accepted],
  ['refused', (s) => s.refused],
  ['received', (s) => s.received],
  ['acknowledged', (s) => s.acknowledged],
  ['requests', (s) => s.requests.asked],
  ['answers', (s) => s.requests.answered + s.requests.failed],
  ['requests sent again', (s) => s.requests.repeated],
  ['records dropped', (s) => s.dropped],
  ['malformed', (s) => s.malformed],
  ['attempts to attach', (s) => s.attempts],
];

/** Shows the work of the protocol: no key, no secret, no text of anybody. @returns how to stop. */
export function showProtocol(client: Client, terminal: Terminal): () => void {
  const tell = (what: string, fields: object): void => {
    terminal.data({ event: 'debug', what, ...fields });
    terminal.note(terminal.paint('dim', `[${clockText(new Date())}] debug: ${what} ${textOf(fields)}`));
  };
  client.on('channel', ({ id, validUntil, suite, routers }) => tell('channel', { id, suite, validUntil, routers: routers.length }));
  client.on('attached', ({ router, endpoint, ms }) => tell('attached', { router, endpoint, ms }));
  client.on('detached', ({ reason }) => tell('detached', { reason }));
  client.on('closed', ({ reason }) => tell('closed', { reason }));
  let before = client.stats();
  const look = (): void => {
    const after = client.stats();
    const line = statsLine(before, after);
    before = after;
    if (line !== undefined) tell('session', { did: line });
  };
  const timer = setInterval(look, lookMs);
  return () => {
    clearInterval(timer);
    look();
  };
}

const textOf = (fields: object): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${value instanceof Date ? value.toISOString() : String(value)}`)
    .join(', ');
