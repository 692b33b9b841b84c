import { connect, type Client } from '@keyway/client';
import { PrivateIdentity } from '@keyway/crypto';
import { connect as amqpConnect } from 'amqplib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contest, type Contestant } from '../contest.js';
import type { Row } from '../report.js';
import type { Rabbit } from '../servers/rabbitmq.js';

const sizes = [64, 1_024] as const;
const inFlight = 500;

/** Keeps so many messages unconfirmed; ends when all are confirmed and have arrived. */
async function flow(post: (confirmed: () => void) => void, arrived: { count: number }, ms: number): Promise<number> {
  const until = performance.now() + ms;
  arrived.count = 0;
  let posted = 0;
  let open = 0;
  await new Promise<void>((resolve) => {
    const more = (): void => {
      while (open < inFlight && performance.now() < until) {
        open += 1;
        posted += 1;
        post(confirmed);
      }
      if (open === 0) resolve();
    };
    let scheduled = false;
    const confirmed = (): void => {
      open -= 1;
      if (scheduled) return;
      scheduled = true;
      setImmediate(() => ((scheduled = false), more()));
    };
    more();
  });
  while (arrived.count < posted) await new Promise((resolve) => setTimeout(resolve, 1));
  return posted;
}

async function keywayDurable(fleet: { readonly address: string; readonly routerPid: number }): Promise<Contestant> {
  const open = (): Promise<Client> => connect({ fleet: fleet.address, identity: PrivateIdentity.generate('ed25519') });
  const [a, b] = await Promise.all([open(), open()]);
  const arrived = { count: 0 };
  const loop = async (): Promise<void> => {
    for await (const message of b.messages()) arrived.count += message.body.length > 0 ? 1 : 0;
  };
  loop().catch((thrown: unknown) => process.emitWarning(String(thrown)));
  return {
    name: 'keyway tcp, SQLite',
    pid: fleet.routerPid,
    run(bytes, ms) {
      const body = new Uint8Array(bytes).fill(1);
      const post = (confirmed: () => void): void =>
        a.post(b.id, body, (error) => {
          if (error !== undefined) throw error;
          confirmed();
        });
      return flow(post, arrived, ms);
    },
    close: async () => void (await Promise.all([a.close(), b.close()])),
  };
}

async function rabbitDurable({ port, pid }: Rabbit, certificates: string): Promise<Contestant> {
  const options = { ca: [readFileSync(join(certificates, 'ca.crt'))], servername: 'localhost' };
  const open = () => amqpConnect(`amqps://guest:guest@127.0.0.1:${port}`, options);
  const [sender, receiver] = await Promise.all([open(), open()]);
  const [out, in_] = [await sender.createConfirmChannel(), await receiver.createChannel()];
  const queue = 'bench';
  await out.assertQueue(queue, { durable: true, arguments: { 'x-queue-type': 'quorum' } });
  const arrived = { count: 0 };
  await in_.prefetch(inFlight);
  await in_.consume(queue, (message) => {
    if (message === null) return;
    in_.ack(message);
    arrived.count += 1;
  });
  return {
    name: 'RabbitMQ, quorum queue, TLS',
    pid,
    run(bytes, ms) {
      const body = Buffer.alloc(bytes, 1);
      const post = (confirmed: () => void): void => {
        out.sendToQueue(queue, body, { persistent: true, mandatory: true }, (error: unknown) => {
          if (error) throw error instanceof Error ? error : new Error('a message was refused');
          confirmed();
        });
      };
      return flow(post, arrived, ms);
    },
    close: async () => void (await Promise.all([sender.close(), receiver.close()])),
  };
}

/** P5: durable relay of one stream, synced before it is confirmed. A message counts once its sender has its confirmation and its recipient has it. */
export async function durableRows(
  fleet: { readonly address: string; readonly routerPid: number },
  rabbit: Rabbit | undefined,
  certificates: string,
): Promise<Row[]> {
  const ours = await keywayDurable(fleet);
  const other = rabbit && (await rabbitDurable(rabbit, certificates));
  const rows: Row[] = [];
  for (const bytes of sizes)
    rows.push(...(await contest({ figure: 'P5', what: 'one durable stream', goal: 3 }, ours, other ? [other] : [], bytes)));
  await ours.close();
  await other?.close();
  return rows;
}
