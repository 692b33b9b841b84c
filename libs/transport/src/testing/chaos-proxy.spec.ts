import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { ChaosProxy, RawPeer } from './index.js';

let server: Server;
let proxy: ChaosProxy;
let near: RawPeer;
let far: Socket;
const heard: Buffer[] = [];
let ends: string[] = [];

beforeEach(async () => {
  heard.length = 0;
  ends = [];
  const accepted = new Promise<Socket>((resolve) => {
    server = createServer({ allowHalfOpen: true }, resolve);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy = await ChaosProxy.before(`tcp://127.0.0.1:${(server.address() as AddressInfo).port}`);
  near = await RawPeer.connect(proxy.endpoint);
  far = await accepted;
  far.on('data', (chunk: Buffer) => heard.push(chunk));
  far.on('end', () => ends.push('end'));
  far.on('error', () => ends.push('reset'));
});
afterEach(async () => {
  near.close();
  far.destroy();
  await proxy.close();
  await new Promise((resolve) => server.close(resolve));
});

const all = (): string => Buffer.concat(heard).toString();
const farHears = async (text: string): Promise<void> => {
  while (all() !== text) await new Promise((resolve) => far.once('data', resolve));
};

describe('ChaosProxy', () => {
  it('passes bytes both ways', async () => {
    near.send(Buffer.from('up'));
    await farHears('up');
    far.write('down');
    expect((await near.hear(4)).toString()).toBe('down');
  });

  it('holds one way and not the other, and lets go', async () => {
    proxy.pause('up');
    near.send(Buffer.from('late'));
    far.write('down');
    await near.hear(4);
    expect(all()).toBe('');
    proxy.resume('up');
    await farHears('late');
  });

  it('slices, and rewrites', async () => {
    proxy.sliceBytes = 1;
    proxy.rewrite = (chunk, way) => (way === 'up' ? Buffer.from(chunk.toString().toUpperCase()) : Buffer.alloc(0));
    near.send(Buffer.from('sliced'));
    await farHears('SLICED');
    expect(heard.length).toBeGreaterThan(1);
    far.write('dropped');
    proxy.rewrite = undefined;
    near.send(Buffer.from('!'));
    await farHears('SLICED!');
  });

  it('delays', async () => {
    proxy.delayMs = 50;
    const started = performance.now();
    near.send(Buffer.from('x'));
    await farHears('x');
    expect(performance.now() - started).toBeGreaterThan(45);
  });

  it('cuts with a reset on both sides', async () => {
    near.send(Buffer.from('x'));
    await farHears('x');
    proxy.cut();
    await near.end();
    if (!far.destroyed) await new Promise((resolve) => far.once('close', resolve));
    expect(ends).toEqual(['reset']);
  });

  it('passes a FIN as a FIN, behind everything sent, and leaves the other way open', async () => {
    near.send(Buffer.alloc(1_000_000, 'x'));
    near.socket.end();
    await new Promise((resolve) => far.once('end', resolve));
    expect(all()).toHaveLength(1_000_000);
  });
});
