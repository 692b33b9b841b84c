import { Rig } from './rig.js';
import type { MakeAdapter } from './rig.js';

/** Listening, dialling, and what goes wrong with either. */
export function diallingRules(make: MakeAdapter): void {
  let rig: Rig;
  beforeEach(async () => {
    rig = await Rig.with(make);
  });
  afterEach(() => rig.close());

  it('fails at once where nobody listens, with a sentence that names the place', async () => {
    await expect(rig.dial(rig.adapter.nowhere)).rejects.toMatchObject({
      name: 'WireError',
      reason: 'peer_unreachable',
      message: expect.stringContaining(rig.adapter.nowhere),
    });
  });

  it('gives up when its caller does, before and during the attempt', async () => {
    const listener = await rig.listen();
    await expect(rig.dial(listener.endpoint, { signal: AbortSignal.abort() })).rejects.toMatchObject({ reason: 'aborted' });
    const caller = new AbortController();
    const attempt = rig.dial(listener.endpoint, { signal: caller.signal });
    caller.abort();
    await expect(attempt).rejects.toMatchObject({ name: 'WireError', reason: 'aborted' });
  });

  it('leaves a link alone that is there when its caller gives up', async () => {
    const listener = await rig.listen();
    const caller = new AbortController();
    const near = await rig.dial(listener.endpoint, { signal: caller.signal });
    caller.abort();
    near.link.send(Uint8Array.of(1));
    await (await rig.peer()).count(1);
    expect(near.ends).toEqual([]);
  });

  it('refuses a second listener at the same place, and the first goes on', async () => {
    const { listener, near, far } = await rig.pair();
    await expect(rig.adapter.transport.listen(listener.endpoint, () => undefined)).rejects.toMatchObject({
      name: 'WireError',
      reason: 'port_taken',
      message: expect.stringContaining(listener.endpoint),
    });
    near.link.send(Uint8Array.of(1));
    await far.count(1);
  });

  it.each(['http://127.0.0.1:80', 'memory', ''])('refuses %j as an endpoint', async (endpoint) => {
    const { transport } = rig.adapter;
    const refusal = { name: 'WireError', reason: 'address_invalid' };
    await expect(transport.listen(endpoint, () => undefined)).rejects.toMatchObject(refusal);
    await expect(rig.dial(endpoint)).rejects.toMatchObject(refusal);
  });

  it('gives the error of the caller’s own events back, and no link', async () => {
    const listener = await rig.listen();
    const mistake = new Error('no owner');
    const attempt = rig.adapter.transport.dial(listener.endpoint, () => {
      throw mistake;
    });
    await expect(attempt).rejects.toBe(mistake);
    for (const far of rig.accepted) await far.end(); // whoever was there already sees the end; a late one finds nobody
  });

  it('throws on limits that make no sense', async () => {
    await expect(rig.listen({ maxMessageBytes: 0 })).rejects.toThrow(RangeError);
    await expect(rig.listen({ lowWaterBytes: 2, highWaterBytes: 1 })).rejects.toThrow(RangeError);
  });
}
