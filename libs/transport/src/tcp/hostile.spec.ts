import { numbered, Rig } from '../testing/compliance/rig.js';
import { ChaosProxy, RawPeer } from '../testing/index.js';
import { tcpTransport } from './tcp.js';

const framed = (message: Uint8Array): Buffer => {
  const header = Buffer.alloc(4);
  header.writeUInt32BE(message.length);
  return Buffer.concat([header, message]);
};

describe('tcp peers that keep no rules', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await Rig.with(async (onFault) => ({
      transport: tcpTransport({ onFault }),
      endpoint: 'tcp://127.0.0.1:0',
      nowhere: 'tcp://127.0.0.1:1',
      between: (endpoint) => ChaosProxy.before(endpoint),
    }));
  });
  afterEach(() => rig.close());

  const stranger = async (limits = {}) => {
    const listener = await rig.listen(limits);
    const raw = await RawPeer.connect(listener.endpoint);
    rig.onEnd(() => raw.close());
    return { listener, raw, far: await rig.peer() };
  };

  it('resets who announces 4 GiB, at once and without taking memory for it (T25)', async () => {
    const listener = await rig.listen();
    const before = process.memoryUsage().arrayBuffers;
    const times: number[] = [];
    for (let k = 0; k < 10; k += 1) {
      const raw = await RawPeer.connect(listener.endpoint);
      raw.send([0xff, 0xff, 0xff, 0xff]);
      const started = performance.now();
      await raw.end();
      times.push(performance.now() - started);
      const far = await rig.peer(k);
      expect([far.ends, far.messages]).toEqual([['too_large'], []]);
    }
    expect(Math.min(...times)).toBeLessThan(10); // usually under 1 ms; the machine may be busy
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000); // 40 GiB were announced
  });

  it('cuts who sends an empty message', async () => {
    const { raw, far } = await stranger();
    raw.send([0, 0, 0, 0]);
    await raw.end();
    expect(far.ends).toEqual(['malformed']);
  });

  it('takes messages that come byte by byte', async () => {
    const { raw, far } = await stranger();
    await raw.trickle(Buffer.concat([framed(numbered(0, 1)), framed(numbered(1, 300)), framed(numbered(2, 2))]));
    await far.count(3);
    expect(far.messages.map((bytes) => bytes.length)).toEqual([1, 300, 2]);
    expect(numbered(1, 300).equals(far.messages[1] as Uint8Array)).toBe(true);
  });

  it('hands on no part of a message whose end never comes', async () => {
    const { raw, far } = await stranger();
    raw.send(framed(numbered(0, 10)), framed(numbered(1, 1000)).subarray(0, 999));
    await far.count(1);
    raw.socket.end();
    expect(await far.end()).toBe('ended');
    expect(far.messages).toHaveLength(1);
  });

  it('cuts who trickles a first message for longer than firstMessageMs', async () => {
    const { raw, far } = await stranger({ firstMessageMs: 150 });
    const trickling = raw.trickle(framed(numbered(0, 300_000)));
    expect(await far.end()).toBe('stalled');
    await Promise.all([raw.end(), trickling]);
    expect(far.messages).toEqual([]);
  });

  it('frees the place of thousands of half-open peers', async () => {
    const listener = await rig.listen({ firstMessageMs: 200, maxLinks: 1000 });
    const raws = await Promise.all(Array.from({ length: 1000 }, () => RawPeer.connect(listener.endpoint)));
    await rig.peer(999);
    await Promise.all(raws.map((raw) => raw.end()));
    const near = await rig.dial(listener.endpoint);
    near.link.send(Uint8Array.of(1));
    await (await rig.peer(1000)).count(1);
  });

  it('sends what one turn sends in one piece', async () => {
    const { raw, far } = await stranger();
    let pieces = 0;
    raw.socket.on('data', () => (pieces += 1));
    for (let index = 0; index < 500; index += 1) far.link.send(numbered(index, 60));
    await raw.hear(500 * 64);
    expect(pieces).toBeLessThan(10); // one write; the reading side may see it in a few pieces
  });

  it('passes on what a man in the middle made of the bytes: that is for the layer above to notice', async () => {
    const listener = await rig.listen();
    const proxy = await ChaosProxy.before(listener.endpoint);
    rig.onEnd(() => proxy.close());
    proxy.rewrite = (chunk, way) => (way === 'up' ? Buffer.from(chunk.map((byte) => (byte === 0xaa ? 0xbb : byte))) : chunk);
    const near = await rig.dial(proxy.endpoint);
    near.link.send(Uint8Array.of(1, 0xaa, 2));
    const far = await rig.peer();
    await far.count(1);
    expect([...(far.messages[0] as Uint8Array)]).toEqual([1, 0xbb, 2]);
  });

  it('works through a network that passes byte by byte and late', async () => {
    const listener = await rig.listen();
    const proxy = await ChaosProxy.before(listener.endpoint);
    rig.onEnd(() => proxy.close());
    Object.assign(proxy, { sliceBytes: 1, delayMs: 2 });
    const near = await rig.dial(proxy.endpoint);
    for (let index = 0; index < 5; index += 1) near.link.send(numbered(index, 200));
    const far = await rig.peer();
    await far.count(5);
    far.messages.forEach((bytes, index) => expect(numbered(index, 200).equals(bytes)).toBe(true));
  });

  it('closes the listener although strangers hold connections', async () => {
    const { listener, raw, far } = await stranger({ closeMs: 100 });
    raw.socket.pause();
    await listener.close();
    expect(far.ends).toEqual(['local']);
  });
});
