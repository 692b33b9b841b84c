import { connect, type Backoff } from '@keyway/client';
import type { PrivateIdentity } from '@keyway/crypto';
import type { History } from './history.js';
import { digestOf, tagOf } from './history.js';
import type { Person } from './person.js';
import { aKey, reasonOf } from './places.js';

let guests = 0;

export interface Welcome {
  /** What a single attempt ended with; 'succeeded' too. */
  readonly reasons: readonly string[];
  readonly gotIn: number;
}

const patientMs = 30_000;

/** New clients ask for a channel now, while something may be dead: one tries once and then again, one is patient from the start. */
export async function newcomers(fleet: string, history: History, to: Person, backoff?: () => Backoff): Promise<Welcome> {
  const hasty = aKey();
  const once = reasonOf(connect({ fleet, identity: hasty }).then((client) => client.close()));
  const [reason] = await Promise.all([once, greet(fleet, aKey(), history, to, backoff)]);
  await greet(fleet, hasty, history, to, backoff);
  return { reasons: [reason], gotIn: 2 };
}

async function greet(
  fleet: string,
  identity: PrivateIdentity,
  history: History,
  to: Person,
  backoff: (() => Backoff) | undefined,
): Promise<void> {
  const client = await connect({ fleet, identity, timeoutMs: patientMs, backoff: backoff?.() });
  const from = `guest${(guests += 1)}.1`;
  const body = Uint8Array.of(guests & 0xff);
  history.durable.attempted(from, to.name, 1, digestOf(1, body));
  await client.send(to.id, body, { contentType: tagOf(from, 1) });
  history.accept('durable', from, to.name, 1);
  await client.close();
}
