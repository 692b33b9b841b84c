import { connect, type Socket } from 'node:net';
import { Dealer } from 'zeromq';
import { startServer } from '../children.js';
import { Flow, windowFor } from '../flow.js';
import type { Relayed } from './relay.js';

/** zeromq.js: one message a frame, as its guide shows it. */
export async function rawZmq(): Promise<Relayed> {
  const server = await startServer('raw-zmq');
  const dealer = async (): Promise<Dealer> => {
    const socket = new Dealer({ linger: 0, sendHighWaterMark: 100_000, receiveHighWaterMark: 100_000, sendTimeout: 0 });
    socket.connect(`tcp://127.0.0.1:${server.port}`);
    await socket.send(Buffer.from('hello'));
    return socket;
  };
  const b = await dealer();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const a = await dealer();
  await new Promise((resolve) => setTimeout(resolve, 200));
  let flow: Flow | undefined;
  let echo = false;
  const receive = async (socket: Dealer, got: (body: Buffer) => void): Promise<void> => {
    for await (const [body] of socket) got(body!);
  };
  void receive(b, (body) => (echo ? void b.send(body) : flow?.arrived())).catch(() => undefined);
  void receive(a, () => flow?.answered()).catch(() => undefined);
  const flowOf = (bytes: number): Flow => {
    const body = Buffer.alloc(bytes, 1);
    return new Flow(() => void a.send(body), Math.min(1_000, windowFor(bytes)));
  };
  return {
    name: 'raw zeromq.js',
    pid: server.pid,
    stream: (bytes, ms) => ((echo = false), (flow = flowOf(bytes)).run(ms)),
    roundTrip: (bytes) => ((echo = true), (flow = flowOf(bytes)).trip()),
    async close() {
      a.close();
      b.close();
      await server.stop();
    },
  };
}

/** node:net: messages behind a length, writes of one burst coalesced. */
export async function rawTcp(): Promise<Relayed> {
  const server = await startServer('raw-tcp');
  const open = (): Promise<Socket> =>
    new Promise((resolve, reject) => {
      const socket = connect({ port: server.port, host: '127.0.0.1', noDelay: true }, () => resolve(socket));
      socket.once('error', reject);
    });
  const b = await open();
  const a = await open();
  let flow: Flow | undefined;
  let echo = false;
  const receive = (socket: Socket, got: (body: Buffer) => void): void => {
    let rest = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let at = 0;
      while (bytes.length - at >= 4 && bytes.length - at - 4 >= bytes.readUInt32BE(at)) {
        const end = at + 4 + bytes.readUInt32BE(at);
        got(bytes.subarray(at, end));
        at = end;
      }
      rest = bytes.subarray(at);
    });
  };
  receive(b, (frame) => (echo ? void b.write(frame) : flow?.arrived()));
  receive(a, () => flow?.answered());
  const flowOf = (bytes: number): Flow => {
    const frame = Buffer.alloc(4 + bytes, 1);
    frame.writeUInt32BE(bytes);
    return new Flow(() => {
      if (a.writableCorked === 0) {
        a.cork();
        process.nextTick(() => a.uncork());
      }
      a.write(frame);
    }, windowFor(bytes));
  };
  return {
    name: 'raw node:net',
    pid: server.pid,
    stream: (bytes, ms) => ((echo = false), (flow = flowOf(bytes)).run(ms)),
    roundTrip: (bytes) => ((echo = true), (flow = flowOf(bytes)).trip()),
    async close() {
      a.destroy();
      b.destroy();
      await server.stop();
    },
  };
}
