// A client in a process of its own that talks, closes and waits, so that its memory can be looked at: node forgets.ts <job as JSON>.
import { connect } from '@keyway/client';
import { PrivateIdentity } from '@keyway/crypto';
import { readFileSync } from 'node:fs';
import { writeHeapSnapshot } from 'node:v8';

interface Job {
  readonly fleet: string;
  readonly keyFile: string;
  readonly snapshot: string;
}

const job = JSON.parse(process.argv[2]!) as Job;
const say = (event: string): void => void process.stdout.write(`${JSON.stringify({ event })}\n`);
const told = (): Promise<unknown> => new Promise((resolve) => process.stdin.once('data', resolve));

const client = await connect({ fleet: job.fleet, identity: PrivateIdentity.fromPem(readFileSync(job.keyFile)) });
await client.send(client.id, 'to myself');
for await (const message of client.messages()) {
  message.done();
  break;
}
say('attached');
await told();
await client.close();
writeHeapSnapshot(job.snapshot); // which collects all garbage first
say('closed');
await told();
