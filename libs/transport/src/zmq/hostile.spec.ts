import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import * as zeromq from 'zeromq';
import { numbered, Rig } from '../testing/compliance/rig.js';
import { ChaosProxy, RawPeer } from '../testing/index.js';
import { command, greeting, ready, text } from '../testing/zmtp-bytes.js';
import { firstOf } from './connect.js';
import { zmqTransport } from './zmq.js';
import { zmtpRouter } from './zmtp.js';

const opening = zmtpRouter.opening as Uint8Array;

let rig: Rig;
beforeEach(async () => {
  rig = await Rig.with(async (onFault) => ({
    transport: zmqTransport({ onFault }),
    endpoint: 'zmq://127.0.0.1:0',
    nowhere: 'zmq://127.0.0.1:1',
    between: (endpoint) => ChaosProxy.before(endpoint),
  }));
});
afterEach(() => rig.close());

const rawTo = async (endpoint: string): Promise<RawPeer> => {
  const raw = await RawPeer.connect(endpoint);
  rig.onEnd(() => raw.close());
  return raw;
};
const dealerTo = (endpoint: string, options: { readonly routingId?: string } = {}): zeromq.Dealer => {
  const dealer = new zeromq.Dealer({ linger: 0, ...options });
  rig.onEnd(() => dealer.close());
  dealer.connect(endpoint.replace('zmq:', 'tcp:'));
  return dealer;
};

describe('a zmq listener', () => {
  it('speaks ZMTP 3.1 as RFC 37 has it, byte for byte', async () => {
    const raw = await rawTo((await rig.listen()).endpoint);
    raw.send(greeting(), ready(), [0, 2, 104, 105]);
    const far = await rig.peer();
    await far.count(1);
    far.link.send(Uint8Array.of(1, 2, 3));
    far.link.send(numbered(0, 256));
    const heard = await raw.hear(opening.length + 5 + 9 + 256);
    expect(heard.subarray(0, 64).toString('hex')).toBe(`ff00000000000000007f03014e554c4c${'00'.repeat(48)}`);
    expect(heard.subarray(64, opening.length).toString('latin1')).toBe(
      '\x04\x29\x05READY\x0bSocket-Type\x00\x00\x00\x06ROUTER\x08Identity\x00\x00\x00\x00',
    );
    expect(heard.subarray(opening.length, opening.length + 14).toString('hex')).toBe('0003010203' + '020000000000000100');
    expect(far.messages.map((bytes) => Buffer.from(bytes).toString())).toEqual(['hi']);
  });

  it('answers a PING, and counts it for no message', async () => {
    const raw = await rawTo((await rig.listen({ firstMessageMs: 200 })).endpoint);
    raw.send(greeting(), ready(), command('PING', Buffer.of(0, 10), Buffer.from('context')));
    const heard = await raw.hear(opening.length + 14);
    expect(heard.subarray(opening.length).toString('latin1')).toBe('\x04\x0c\x04PONGcontext');
    const far = await rig.peer();
    expect(await far.end()).toBe('stalled');
    expect(far.messages).toEqual([]);
  });

  it('does not gather PONGs for who does not read them', async () => {
    const listener = await rig.listen({ highWaterBytes: 20_000, lowWaterBytes: 1, stallMs: 300 });
    const raw = await rawTo(listener.endpoint);
    raw.socket.pause();
    raw.send(greeting(), ready(), [0, 1, 1]);
    const far = await rig.peer();
    const pings = Buffer.concat(Array.from({ length: 4000 }, () => command('PING', Buffer.of(0, 10), Buffer.alloc(16))));
    const before = process.memoryUsage().arrayBuffers;
    const flood = async (): Promise<void> => {
      while (far.ends.length === 0) {
        if (!raw.socket.write(pings)) await new Promise((resolve) => raw.socket.once('drain', resolve).once('close', resolve));
      }
    };
    await flood();
    expect(far.ends).toEqual(['stalled']);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  it.each<[string, readonly Uint8Array[]]>([
    ['HTTP', [Buffer.from('GET / HTTP/1.1\r\n\r\n')]],
    ['ZMTP 1', [Buffer.of(1, 0)]],
    ['ZMTP 2', [greeting({ 10: 1 })]],
    ['another mechanism', [greeting({}, 'CURVE')]],
    ['a mechanism that only begins like ours', [greeting({}, 'NULLX')]],
    ['a message before the handshake', [greeting(), Buffer.of(0, 1, 1)]],
    ['another command first', [greeting(), command('PING', Buffer.of(0, 0))]],
    ['a REQ', [greeting(), ready('REQ')]],
    ['a ROUTER', [greeting(), ready('ROUTER')]],
    ['a PUB', [greeting(), ready('PUB')]],
    ['no socket type', [greeting(), command('READY')]],
    ['metadata that lies about its length', [greeting(), command('READY', text('Socket-Type'), Buffer.of(0xff, 0xff, 0xff, 0xff))]],
    ['a name that lies about its length', [greeting(), Buffer.of(4, 3, 0xff, 1, 2)]],
    ['an endless handshake', [greeting(), Buffer.of(6, 0, 0, 0, 0, 0, 0, 0x10, 1)]],
    ['an empty command', [greeting(), Buffer.of(4, 0)]],
  ])('sends strangers away who begin with %s, without asking anybody', async (_, pieces) => {
    const listener = await rig.listen();
    const raw = await rawTo(listener.endpoint);
    raw.send(...pieces);
    await raw.end();
    expect(rig.accepted).toEqual([]);
    const near = await rig.dial(listener.endpoint);
    near.link.send(Uint8Array.of(1));
    await (await rig.peer()).count(1);
  });

  it.each<[string, readonly number[], string]>([
    ['several parts', [1, 1, 65, 0, 1, 66], 'malformed'],
    ['an empty message', [0, 0], 'malformed'],
    ['flags nobody knows', [8, 1, 1], 'malformed'],
    ['an unknown command', [4, 4, 3, 88, 88, 88], 'malformed'],
    ['a second READY', [...ready()], 'malformed'],
    ['a PING with too much context', [...command('PING', Buffer.alloc(19))], 'malformed'],
    ['a message one byte too long', [2, 0, 0, 0, 0, 0, 5, 0, 1], 'too_large'],
    ['a message of 4 GiB', [2, 0, 0, 0, 1, 0, 0, 0, 0], 'too_large'],
    ['a message of 2^63 bytes', [2, 0x80, 0, 0, 0, 0, 0, 0, 0], 'too_large'],
  ])('cuts the one peer that sends %s', async (_, bytes, reason) => {
    const listener = await rig.listen();
    const raw = await rawTo(listener.endpoint);
    raw.send(greeting(), ready(), [0, 1, 1]);
    const far = await rig.peer();
    await far.count(1);
    const good = await rig.dial(listener.endpoint);
    const before = process.memoryUsage().arrayBuffers;
    raw.send(bytes);
    await raw.end();
    expect([far.ends, far.messages.length]).toEqual([[reason], 1]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
    good.link.send(Uint8Array.of(1));
    await (await rig.peer(1)).count(1);
  });

  it('holds small limits against commands too', async () => {
    const raw = await rawTo((await rig.listen({ maxMessageBytes: 10 })).endpoint);
    raw.send(greeting(), ready(), [0, 10], numbered(0, 10), [0, 11], numbered(1, 11));
    await raw.end();
    const far = await rig.peer();
    expect([far.ends, far.messages.length]).toEqual([['too_large'], 1]);
  });

  it('takes a handshake byte by byte, and none for longer than firstMessageMs', async () => {
    const listener = await rig.listen({ firstMessageMs: 250 });
    const [slow, stuck] = [await rawTo(listener.endpoint), await rawTo(listener.endpoint)];
    stuck.send(greeting().subarray(0, 40));
    await slow.trickle(Buffer.concat([greeting(), ready(), Buffer.of(0, 1, 7)]));
    await (await rig.peer()).count(1);
    await stuck.end();
    expect(rig.accepted).toHaveLength(1);
  });

  it('lives on when peers take names of their own, which aborts libzmq’s ROUTER', async () => {
    const listener = await rig.listen();
    const next = Buffer.of(0, 0x6b, 0x8b, 0x45, 0x67).toString('latin1'); // the first name libzmq gives
    for (let k = 0; k < 5; k += 1) (await rawTo(listener.endpoint)).send(greeting(), ready('DEALER', next), [0, 1, k]);
    for (let k = 0; k < 5; k += 1) await (await rig.peer(k)).count(1);
    const twins = [dealerTo(listener.endpoint, { routingId: 'twin' }), dealerTo(listener.endpoint, { routingId: 'twin' })];
    for (const twin of twins) await twin.send('me');
    for (let k = 5; k < 7; k += 1) await (await rig.peer(k)).count(1);
  });

  it('serves libzmq with heartbeats, and sees it leave', async () => {
    const listener = await rig.listen();
    const dealer = new zeromq.Dealer({ linger: 0, heartbeatInterval: 20, heartbeatTimeout: 200 });
    dealer.connect(listener.endpoint.replace('zmq:', 'tcp:'));
    await dealer.send('hello');
    const far = await rig.peer();
    await far.count(1);
    const disconnected: string[] = [];
    void firstOf(dealer, ['disconnect']).then((event) => disconnected.push(event));
    await new Promise((resolve) => setTimeout(resolve, 400)); // twice as long as it would wait for a PONG
    expect([disconnected, far.ends]).toEqual([[], []]);
    dealer.close();
    expect(await far.end()).toBe('ended');
  });
});

describe('a zmq dialler', () => {
  const router = async () => {
    const socket = new zeromq.Router({ linger: 0, mandatory: true });
    rig.onEnd(() => socket.close());
    await socket.bind('tcp://127.0.0.1:*');
    return { socket, endpoint: (socket.lastEndpoint as string).replace('tcp:', 'zmq:') };
  };

  it('talks to libzmq’s ROUTER too', async () => {
    const { socket, endpoint } = await router();
    const near = await rig.dial(endpoint);
    near.link.send(Buffer.from('question'));
    const [id, question] = await socket.receive();
    expect(String(question)).toBe('question');
    await socket.send([id as Buffer, 'answer']);
    await near.count(1);
    expect(Buffer.from(near.messages[0] as Uint8Array).toString()).toBe('answer');
    socket.close();
    expect(await near.end()).toBe('ended');
  });

  it('closes on a message of several parts', async () => {
    const { socket, endpoint } = await router();
    const near = await rig.dial(endpoint);
    near.link.send(Uint8Array.of(1));
    const [id] = await socket.receive();
    await socket.send([id as Buffer, 'one', 'two']);
    expect(await near.end()).toBe('malformed');
    expect(near.messages).toEqual([]);
  });

  it('never connects again by itself', async () => {
    const { network, near, far } = await rig.distantPair();
    near.link.send(Uint8Array.of(1));
    await far.count(1);
    network.cut();
    expect(await near.end()).toBe('ended');
    await new Promise((resolve) => setTimeout(resolve, 300)); // libzmq’s default is 100
    expect((network as ChaosProxy).accepted).toBe(1);
  });

  it.each(['silence', 'HTTP'])('gives up on a server that answers with %s', async (answer) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      if (answer === 'HTTP') socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    rig.onEnd(() => server.close());
    const endpoint = `zmq://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const attempt = rig.dial(endpoint, { timeoutMs: 300 });
    const reasons = answer === 'HTTP' ? ['peer_unreachable', 'timed_out'] : ['timed_out'];
    await expect(attempt).rejects.toMatchObject({ name: 'WireError', message: expect.stringContaining(endpoint) });
    expect(reasons).toContain(await attempt.catch((error: { reason: string }) => error.reason));
  });

  it('says at once that a name does not resolve', async () => {
    await expect(rig.dial('zmq://no-such-host.invalid:1')).rejects.toMatchObject({ reason: 'peer_unreachable' });
  });
});
