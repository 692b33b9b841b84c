import { connect, type Client } from '@keyway/client';
import { PrivateIdentity } from '@keyway/crypto';
import { Flow, windowFor } from '../flow.js';
import type { Relayed } from './relay.js';

/** The fleet, through its SDK: sessions, numbers, credit, accounting and answers on. */
export async function keyway(fleet: { readonly address: string; readonly routerPid: number }, edge: 'tcp' | 'zmq'): Promise<Relayed> {
  const open = (): Promise<Client> => connect({ fleet: fleet.address, identity: PrivateIdentity.generate('ed25519'), edge });
  const [a, b] = await Promise.all([open(), open()]);
  let flow: Flow | undefined;
  let echo = false;
  const settled = (error: Error | undefined): void => {
    if (error !== undefined) throw error;
  };
  const post = (from: Client, to: Client, body: Uint8Array): void => void from.post(to.id, body, settled, { class: 'live' });
  const receive = async (client: Client, got: (body: Uint8Array) => void): Promise<void> => {
    for await (const message of client.messages()) got(message.body);
  };
  const ended = [receive(b, (body) => (echo ? post(b, a, body) : flow?.arrived())), receive(a, () => flow?.answered())];
  for (const loop of ended) loop.catch((thrown: unknown) => process.emitWarning(String(thrown)));
  const flowOf = (bytes: number): Flow => {
    const body = new Uint8Array(bytes).fill(1);
    return new Flow(() => post(a, b, body), windowFor(bytes));
  };
  return {
    name: `keyway ${edge}`,
    pid: fleet.routerPid,
    stream: (bytes, ms) => ((echo = false), (flow = flowOf(bytes)).run(ms)),
    roundTrip: (bytes) => ((echo = true), (flow = flowOf(bytes)).trip()),
    async close() {
      await Promise.all([a.close(), b.close()]);
    },
  };
}
