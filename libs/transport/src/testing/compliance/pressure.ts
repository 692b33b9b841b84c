import { sendAll } from '../probe.js';
import type { Probe } from '../probe.js';
import { expectNumbered, numbered, Rig } from './rig.js';
import type { MakeAdapter } from './rig.js';

const size = 65_536;
/** What the kernels of two hops and a proxy may hold besides our queue. */
const beyondUs = 64 * 1024 * 1024;

/** Peers that do not read: bounded memory, and nobody else is held up. */
export function pressureRules(make: MakeAdapter): void {
  let rig: Rig;
  beforeEach(async () => {
    rig = await Rig.with(make);
  });
  afterEach(() => rig.close());

  /** Sends until the link says stop and stays stopped while a dialogue on another link goes on for a while. */
  async function fill(sender: Probe & { link: NonNullable<Probe['link']> }, dialogue: () => Promise<void>): Promise<number> {
    let sent = 0;
    for (;;) {
      while (sender.link.send(numbered(sent++, size))) if (sent * size > beyondUs) throw new Error('the queue is not bounded');
      const drains = sender.drains;
      await dialogue();
      if (sender.drains === drains) return sent;
    }
  }

  it.each(['near', 'far'] as const)('stops the %s end towards a peer that does not read, then goes on where it was', async (end) => {
    const { listener, near, far, network } = await rig.distantPair();
    const [sender, reader] = end === 'near' ? [near, far] : [far, near];
    near.link.send(Uint8Array.of(1));
    await far.count(1);
    far.messages.length = 0;
    const other = await rig.dial(listener.endpoint);
    const echo = await rig.peer(1);
    echo.onReceived = (bytes) => echo.link.send(bytes);
    const dialogue = async (): Promise<void> => {
      for (let k = 0; k < 100; k += 1) {
        other.link.send(Uint8Array.of(k));
        await other.count(other.messages.length + 1);
      }
    };

    network.pause(end === 'near' ? 'up' : 'down');
    const sent = await fill(sender, dialogue);
    const heard = reader.messages.length;
    await dialogue(); // nobody else is held up
    expect(reader.messages.length).toBe(heard);
    expect(sender.ends).toEqual([]);

    const drains = sender.drains;
    network.resume(end === 'near' ? 'up' : 'down');
    await sender.until(() => sender.drains > drains);
    await sendAll(sender.link, sender, [numbered(sent, size)]);
    await reader.count(sent + 1);
    expectNumbered(reader.messages, () => size);
    expect(sender.drains).toBe(drains + 1);
  });

  it.each(['near', 'far'] as const)('cuts a peer that takes nothing from the %s end for stallMs, and nobody else', async (end) => {
    const limits = { stallMs: 250, closeMs: 100 };
    const { listener, near, far, network } = await rig.distantPair(limits, limits);
    const sender = end === 'near' ? near : far;
    near.link.send(Uint8Array.of(1));
    await far.count(1);
    const other = await rig.dial(listener.endpoint);
    const echo = await rig.peer(1);
    echo.onReceived = (bytes) => echo.link.send(bytes);
    network.pause('up');
    network.pause('down');
    for (let index = 0; sender.link.send(numbered(index, size)); index += 1);
    const refill = (): void => {
      while (sender.link.send(numbered(0, size)));
    };
    sender.onDrained = refill; // until the kernels are full too
    const started = performance.now();
    expect(await sender.end()).toBe('stalled');
    expect(performance.now() - started).toBeGreaterThan(200);
    expect(sender.link.send(Uint8Array.of(1))).toBe(false);
    other.link.send(Uint8Array.of(5));
    await other.count(1);
  });

  it('closes within closeMs although the peer takes nothing', async () => {
    const limits = { closeMs: 150 };
    const { far, near, network } = await rig.distantPair(limits, limits);
    near.link.send(Uint8Array.of(1));
    await far.count(1);
    network.pause('down');
    const refill = (): void => {
      while (far.link.send(numbered(0, size)));
    };
    far.onDrained = refill;
    refill();
    const started = performance.now();
    far.link.close();
    expect(await far.end()).toBe('local');
    expect(performance.now() - started).toBeLessThan(1000);
  });
}
