import { decodeRpcBatch, encodeRpcBatch, isWireError, type RpcBatch } from '@keyway/wire';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dealer, Router } from 'zeromq';
import { isConfigError } from '../config/config-error.js';
import { newCurveKey } from './curve.js';
import { RpcClient } from './rpc-client.js';
import { RpcServer, type RpcHandler, type RpcServerOptions } from './rpc-server.js';

let folder: string;
const open: { close(): unknown }[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyway-rpc-'));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((thing) => thing.close()));
  rmSync(folder, { recursive: true, force: true });
});

const kept = <T extends { close(): unknown }>(thing: T): T => {
  open.push(thing);
  return thing;
};
const ipc = (): string => `ipc://${folder}/rpc`;
const echo: RpcHandler = ({ body }) => body;
const serve = async (options: Partial<RpcServerOptions> = {}, find: RpcHandler = echo): Promise<RpcServer> => {
  const server = kept(new RpcServer({ endpoint: ipc(), ...options }, () => find));
  await server.listen();
  return server;
};
const rawPeer = (endpoint = ipc()): Dealer => {
  const peer = kept(new Dealer({ linger: 0 }));
  void peer.events; // watched from here on: what happens before the first look would be lost
  peer.connect(endpoint);
  return peer;
};
const one = Uint8Array.of(1);
const batchOf = (batch: Partial<RpcBatch>): Uint8Array => encodeRpcBatch({ calls: [], answers: [], ...batch });
const callOf = (id: number, body = one): RpcBatch['calls'][number] => ({ id, pattern: 'echo', timeoutMs: 1_000, body, trace: '' });
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const until = async (met: () => boolean, ms = 3_000): Promise<void> => {
  for (const end = performance.now() + ms; !met(); await sleep(10)) if (performance.now() > end) throw new Error('not in time');
};
const seen = async (peer: Dealer, ...wanted: string[]): Promise<void> => {
  for await (const { type } of peer.events) if (wanted.includes(type)) return;
};
const reasonOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (thrown: unknown) => (isWireError(thrown) ? thrown.reason : `not a WireError: ${String(thrown)}`),
  );

describe('a hostile client', () => {
  it('has its garbage counted and dropped, and nobody else notices', async () => {
    const server = await serve();
    const peer = rawPeer();
    await peer.send(Buffer.from('not protobuf at all'));
    await peer.send(Buffer.alloc(1_000, 0xff));
    await peer.send([Buffer.from('two'), Buffer.from('parts')]);
    await peer.send(batchOf({ answers: [{ id: 1, code: 0, body: one }] }));
    await until(() => server.malformed.value === 4);
    const caller = kept(new RpcClient({ endpoint: ipc() }));
    expect([...(await caller.call('echo', one, 1_000))]).toEqual([1]);
  });

  it('cannot break the server with 3,000 mutated messages', async () => {
    const server = await serve();
    const peer = rawPeer();
    const good = batchOf({ calls: [callOf(1), callOf(2, new Uint8Array(200))] });
    let seed = 1;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let i = 0; i < 3_000; i += 1) {
      const bad = Buffer.from(good.subarray(0, random(4) === 0 ? random(good.length) : good.length));
      for (let n = random(4); n >= 0 && bad.length > 0; n -= 1) bad[random(bad.length)] = random(256);
      await peer.send(bad);
    }
    const caller = kept(new RpcClient({ endpoint: ipc() }));
    expect([...(await caller.call('echo', one, 5_000))]).toEqual([1]);
    expect(server.malformed.value).toBeGreaterThan(500);
  });

  it('is cut off when it sends more than 1 MiB, which is never stored', async () => {
    let largest = 0;
    const server = await serve({}, ({ body }) => ((largest = Math.max(largest, body.length)), body));
    const peer = rawPeer();
    const cut = seen(peer, 'disconnect');
    await peer.send(Buffer.alloc(1_048_577));
    await cut;
    expect([largest, server.malformed.value, server.calls.value]).toEqual([0, 0, 0]);
  });

  it('that leaves with its calls open loses the answers and leaves nothing behind', async () => {
    const server = await serve({}, async ({ body }) => (await sleep(100), body));
    const peer = rawPeer();
    await peer.send(batchOf({ calls: [callOf(1), callOf(2)] }));
    await until(() => server.inFlight === 2);
    peer.close();
    await until(() => server.inFlight === 0);
  });

  it('that never reads its answers holds up nobody else, and the limit of calls bounds what it can make us keep', async () => {
    const large = new Uint8Array(250_000);
    const server = await serve({ maxInFlight: 1_000 }, ({ body }) => (body.length > 0 ? large : body));
    const peer = kept(new Dealer({ linger: 0, receiveHighWaterMark: 1 }));
    peer.connect(ipc());
    for (let i = 0; i < 20; i += 1) await peer.send(batchOf({ calls: Array.from({ length: 40 }, (_, n) => callOf(i * 40 + n + 1)) }));
    await until(() => server.calls.value === 800);
    const caller = kept(new RpcClient({ endpoint: ipc() }));
    await caller.call('echo', new Uint8Array(0), 2_000);
    const started = performance.now();
    for (let i = 0; i < 20; i += 1) await caller.call('echo', new Uint8Array(0), 1_000);
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(server.inFlight).toBeGreaterThan(0);
    expect(server.inFlight).toBeLessThanOrEqual(1_000);
  });
});

describe('a hostile server', () => {
  it('cannot break a client with garbage, foreign answers or codes nobody knows', async () => {
    const evil = kept(new Router({ linger: 0 }));
    await evil.bind(ipc());
    const caller = kept(new RpcClient({ endpoint: ipc() }));
    const answer = reasonOf(caller.call('echo', one, 2_000));
    const [peer, bytes] = (await evil.receive()) as [Buffer, Buffer];
    const { id } = decodeRpcBatch(bytes)!.calls[0]!;
    await evil.send([peer, Buffer.from('garbage')]);
    await evil.send([peer, batchOf({ calls: [callOf(1)] })]);
    await evil.send([peer, batchOf({ answers: [{ id: id + 77, code: 0, body: one }] })]);
    await evil.send([peer, batchOf({ answers: [{ id, code: 4_294_967_295, body: one }] })]);
    expect(await answer).toBe('internal');
    expect(caller.malformed.value).toBe(2);
  });
});

describe('over tcp', () => {
  const serverKey = newCurveKey();
  const clientKey = newCurveKey();
  const stranger = newCurveKey();
  const tcp = (): Promise<RpcServer> =>
    serve({ endpoint: 'tcp://127.0.0.1:*', curve: { secretKey: serverKey.secretKey, allow: [clientKey.publicKey] } });
  const call = (server: RpcServer, pinned: string, secretKey: typeof clientKey.secretKey): Promise<string> => {
    const caller = kept(new RpcClient({ endpoint: server.endpoint!, curve: { serverKey: pinned, secretKey } }));
    return reasonOf(caller.call('echo', one, 500));
  };

  it('serves a listed key that pins the key of the server', async () => {
    expect(await call(await tcp(), serverKey.publicKey, clientKey.secretKey)).toBe('no error');
  });

  it('turns away a key that is not listed, and counts it', async () => {
    const server = await tcp();
    expect(await call(server, serverKey.publicKey, stranger.secretKey)).toBe('unavailable');
    expect(server.unauthorised.value).toBeGreaterThan(0);
    expect(server.calls.value).toBe(0);
  });

  it('sends nothing to a server with another key than the pinned one', async () => {
    const server = await tcp();
    expect(await call(server, stranger.publicKey, clientKey.secretKey)).toBe('unavailable');
    expect(server.calls.value).toBe(0);
  });

  it('lets nobody in without CURVE', async () => {
    const server = await tcp();
    const peer = rawPeer(server.endpoint);
    const refused = seen(peer, 'disconnect', 'handshake:error:protocol');
    const sent = peer.send(batchOf({ calls: [callOf(1)] })).catch(() => undefined);
    await refused;
    await sleep(50);
    peer.close();
    await sent;
    expect([server.calls.value, server.malformed.value]).toEqual([0, 0]);
  });

  it('keeps two servers of one process apart: each asks its own list', async () => {
    const first = await tcp();
    const second = await serve({
      endpoint: 'tcp://127.0.0.1:*',
      curve: { secretKey: serverKey.secretKey, allow: [stranger.publicKey] },
    });
    expect(await call(first, serverKey.publicKey, clientKey.secretKey)).toBe('no error');
    expect(await call(second, serverKey.publicKey, clientKey.secretKey)).toBe('unavailable');
    expect(await call(second, serverKey.publicKey, stranger.secretKey)).toBe('no error');
  });

  it('is refused without CURVE by configuration, at both ends and also on the loopback', () => {
    for (const make of [
      () => new RpcServer({ endpoint: 'tcp://127.0.0.1:7000' }, () => echo),
      () => new RpcClient({ endpoint: 'tcp://127.0.0.1:7000' }),
    ]) {
      let thrown: unknown;
      try {
        make();
      } catch (error) {
        thrown = error;
      }
      expect(isConfigError(thrown) && thrown.message).toContain('tcp without CURVE');
    }
  });
});

describe('over ipc', () => {
  it('makes its folder 0700 and its socket 0600', async () => {
    await serve({ endpoint: `ipc://${folder}/new/rpc` });
    expect(statSync(`${folder}/new`).mode & 0o777).toBe(0o700);
    expect(statSync(`${folder}/new/rpc`).mode & 0o777).toBe(0o600);
  });

  it('refuses a folder that others can enter', async () => {
    mkdirSync(`${folder}/open`);
    chmodSync(`${folder}/open`, 0o755);
    await expect(serve({ endpoint: `ipc://${folder}/open/rpc` })).rejects.toMatchObject({ name: 'ConfigError' });
  });

  it('refuses a path that no socket can have', () => {
    expect(() => new RpcClient({ endpoint: `ipc:///${'x'.repeat(107)}` })).toThrow(/107 bytes/);
  });

  it('takes the place of a server that was killed and left its socket file', async () => {
    const { execFileSync } = await import('node:child_process');
    const bindAndDie = `const s = require('node:net').createServer(); s.listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`;
    expect(() => execFileSync(process.execPath, ['-e', bindAndDie, `${folder}/rpc`])).toThrow();
    expect(statSync(`${folder}/rpc`).isSocket()).toBe(true);
    await serve();
    const caller = kept(new RpcClient({ endpoint: ipc() }));
    expect([...(await caller.call('echo', one, 1_000))]).toEqual([1]);
  });
});

it('a link that finds no file descriptor or socket left tries again: strangers who hold them all must not end the process', async () => {
  const server = await serve();
  const caller = kept(new RpcClient({ endpoint: ipc() }));
  await caller.call('echo', one, 1_000);
  const hoard: Dealer[] = [];
  try {
    for (;;) hoard.push(new Dealer({ linger: 0 })); // libzmq has 1,023 for a process, and says EMFILE as the system does
  } catch (thrown) {
    expect((thrown as NodeJS.ErrnoException).code).toBe('EMFILE');
  }
  await server.close();
  await until(() => !caller.connected);
  for (const until = performance.now() + 300; performance.now() < until; await sleep(5)) fill(hoard); // also what the lost link gave back
  for (const socket of hoard) socket.close();
  await until(hasRoom); // libzmq takes its time to give them back
  await serve();
  expect([...(await caller.call('echo', one, 5_000))]).toEqual([1]);
});

function hasRoom(): boolean {
  const some: Dealer[] = [];
  try {
    while (some.length < 64) some.push(new Dealer({ linger: 0 }));
    return true;
  } catch {
    return false;
  } finally {
    for (const socket of some) socket.close();
  }
}

function fill(hoard: Dealer[]): void {
  try {
    for (;;) hoard.push(new Dealer({ linger: 0 }));
  } catch {
    // full again
  }
}
