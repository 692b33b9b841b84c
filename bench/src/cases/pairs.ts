import { connect, type Client } from '@keyway/client';
import { PrivateIdentity } from '@keyway/crypto';
import { readFileSync } from 'node:fs';
import { connect as tcpConnect, type Socket } from 'node:net';
import { join } from 'node:path';
import { connect as tlsConnect } from 'node:tls';
import { Dealer } from 'zeromq';
import { startServer } from '../children.js';
import { contest, type Contestant } from '../contest.js';
import type { Row } from '../report.js';

const pairs = 64;
const sizes = [64, 1_024] as const;

/** One end of a pair. */
interface End {
  send(body: Uint8Array): void;
}

/** In each pair one message goes to and fro until the time is up, so that no peer has two frames to put together. */
class Game {
  #until = 0;
  #relayed = 0;
  #open = 0;
  #done: (() => void) | undefined;

  async run(ends: readonly End[], bytes: number, ms: number): Promise<number> {
    this.#until = performance.now() + ms;
    this.#relayed = 0;
    this.#open = ends.length / 2;
    const done = new Promise<void>((resolve) => (this.#done = resolve));
    const body = Buffer.alloc(bytes, 1);
    for (let i = 0; i < ends.length; i += 2) ends[i]!.send(body);
    await done;
    return this.#relayed;
  }

  got(end: End, body: Uint8Array): void {
    this.#relayed += 1;
    if (performance.now() < this.#until) end.send(body);
    else if ((this.#open -= 1) === 0) this.#done?.();
  }
}

async function keywayPairs(fleet: { readonly address: string; readonly routerPid: number }, edge: 'tcp' | 'zmq'): Promise<Contestant> {
  const game = new Game();
  const clients: Client[] = [];
  for (let i = 0; i < 2 * pairs; i += 1) {
    clients.push(await connect({ fleet: fleet.address, identity: PrivateIdentity.generate('ed25519'), edge }));
  }
  const settled = (error: Error | undefined): void => {
    if (error !== undefined) throw error;
  };
  const ends = clients.map((client, i) => {
    const to = clients[i ^ 1]!.id;
    return { send: (body: Uint8Array) => client.post(to, body, settled, { class: 'live' }) };
  });
  clients.forEach((client, i) => {
    const loop = async (): Promise<void> => {
      for await (const message of client.messages()) game.got(ends[i]!, message.body);
    };
    loop().catch((thrown: unknown) => process.emitWarning(String(thrown)));
  });
  return {
    name: `keyway ${edge}`,
    pid: fleet.routerPid,
    run: (bytes, ms) => game.run(ends, bytes, ms),
    close: async () => void (await Promise.all(clients.map((client) => client.close()))),
  };
}

/** @param folder - with certificates, for node:tls. */
async function socketPairs(folder?: string): Promise<Contestant> {
  const server = await startServer('pairs', ...(folder === undefined ? [] : [folder]));
  const game = new Game();
  const sockets: Socket[] = [];
  for (let i = 0; i < 2 * pairs; i += 1) sockets.push(await openSocket(server.port, folder)); // one after the other: their order pairs them
  const ends = sockets.map((socket) => ({
    send(body: Uint8Array) {
      const frame = Buffer.allocUnsafe(4 + body.length);
      frame.writeUInt32BE(body.length);
      frame.set(body, 4);
      socket.write(frame);
    },
  }));
  sockets.forEach((socket, i) => {
    let rest = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      while (rest.length >= 4 && rest.length - 4 >= rest.readUInt32BE()) {
        const end = 4 + rest.readUInt32BE();
        game.got(ends[i]!, rest.subarray(4, end));
        rest = rest.subarray(end);
      }
    });
  });
  return {
    name: folder === undefined ? 'raw node:net' : 'raw node:tls',
    pid: server.pid,
    run: (bytes, ms) => game.run(ends, bytes, ms),
    async close() {
      for (const socket of sockets) socket.destroy();
      await server.stop();
    },
  };
}

function openSocket(port: number, folder?: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const at = { port, host: '127.0.0.1' };
    const socket: Socket =
      folder === undefined
        ? tcpConnect({ ...at, noDelay: true }, () => resolve(socket))
        : tlsConnect({ ...at, ca: readFileSync(join(folder, 'ca.crt')) }, () => {
            socket.setNoDelay(true);
            resolve(socket);
          });
    socket.once('error', reject);
  });
}

async function zmqPairs(): Promise<Contestant> {
  const server = await startServer('pairs-zmq');
  const game = new Game();
  const dealers: Dealer[] = [];
  for (let i = 0; i < 2 * pairs; i += 1) {
    const dealer = new Dealer({ linger: 0, sendTimeout: 0 });
    dealer.connect(`tcp://127.0.0.1:${server.port}`);
    await dealer.send(Buffer.from(String(i)));
    dealers.push(dealer);
  }
  await new Promise((resolve) => setTimeout(resolve, 500)); // until the router has heard all names
  const ends = dealers.map((dealer) => ({ send: (body: Uint8Array) => void dealer.send(body) }));
  dealers.forEach((dealer, i) => {
    const loop = async (): Promise<void> => {
      for await (const [body] of dealer) game.got(ends[i]!, body!);
    };
    loop().catch(() => undefined);
  });
  return {
    name: 'raw zeromq.js',
    pid: server.pid,
    run: (bytes, ms) => game.run(ends, bytes, ms),
    async close() {
      for (const dealer of dealers) dealer.close();
      await server.stop();
    },
  };
}

/** The table of 64 pairs: nothing to put together for any peer, so this is the price of one message on its own. */
export async function pairRows(fleet: { readonly address: string; readonly routerPid: number }, certificates: string): Promise<Row[]> {
  const contests = [
    { ours: await keywayPairs(fleet, 'tcp'), others: [await socketPairs(), await socketPairs(certificates)] },
    { ours: await keywayPairs(fleet, 'zmq'), others: [await zmqPairs()] },
  ];
  const rows: Row[] = [];
  for (const { ours, others } of contests) {
    for (const bytes of sizes) rows.push(...(await contest({ figure: '64', what: `${pairs} pairs` }, ours, others, bytes)));
    for (const each of [ours, ...others]) await each.close();
  }
  return rows;
}
