// A client in a process of its own, to be killed, frozen and started again: node client.ts <job as JSON>.
// Says what happens as one JSON value a line.
import { connect, FileStore } from '@keyway/client';
import { PrivateIdentity } from '@keyway/crypto';
import { readFileSync } from 'node:fs';

interface Job {
  readonly fleet: string;
  readonly keyFile: string;
  readonly folder: string;
  readonly edge?: 'tcp' | 'zmq';
  /** Send messages `first` … `last` to this id without waiting for answers; bodies are their numbers. */
  readonly to?: string;
  readonly first?: number;
  readonly last?: number;
  /** Keep the message with this text in hand for ever. */
  readonly holdAt?: string;
}

const job = JSON.parse(process.argv[2]!) as Job;
const say = (event: object): void => void process.stdout.write(`${JSON.stringify(event)}\n`);

const client = await connect({
  fleet: job.fleet,
  identity: PrivateIdentity.fromPem(readFileSync(job.keyFile)),
  store: new FileStore(job.folder),
  edge: job.edge,
  timeoutMs: 20_000,
});
client.on('attached', () => say({ event: 'attached' }));
client.on('detached', ({ reason }) => say({ event: 'detached', reason }));
client.on('closed', ({ reason }) => say({ event: 'closed', reason }));
say({ event: 'connected', id: client.id, waiting: client.stats().waitingOut });
process.on('SIGTERM', () => void client.close());

void receive();
if (job.to !== undefined) await sendAll(job.to, job.first ?? 1, job.last ?? 0);

async function sendAll(to: string, first: number, last: number): Promise<void> {
  for (let n = first; n <= last; n += 1) {
    client.post(to, `${n}|`, (error) => say({ event: error ? 'refused' : 'accepted', n, reason: error?.reason }));
    if (n % 5_000 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  while (client.stats().waitingOut > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  say({ event: 'finished' });
}

async function receive(): Promise<void> {
  for await (const message of client.messages()) {
    say({ event: 'message', text: message.text(), redelivered: message.redelivered });
    if (job.holdAt === message.text()) await new Promise(() => undefined);
  }
}
