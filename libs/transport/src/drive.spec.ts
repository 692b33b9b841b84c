import { drive, systemClock } from './drive.js';
import type { Machine } from './drive.js';
import { ManualClock } from './testing/index.js';

/** Echoes its inputs, and says 'late' once `idleMs` after the last of them. */
class Echo implements Machine<string> {
  ticks = 0;
  deadline: number | undefined;

  constructor(private readonly idleMs: number) {}

  hear(now: number, ...outputs: string[]): readonly string[] {
    this.deadline = now + this.idleMs;
    return outputs;
  }

  tick(now: number): readonly string[] {
    this.ticks += 1;
    if (this.deadline === undefined || now < this.deadline) return [];
    this.deadline = undefined;
    return ['late'];
  }
}

const setUp = (machine = new Echo(100)) => {
  const clock = new ManualClock(1000);
  const acted: string[] = [];
  const act: { then: (output: string) => void } = { then: () => undefined };
  const driver = drive(machine, clock, (output) => {
    acted.push(output);
    act.then(output);
  });
  return { machine, clock, acted, act, driver };
};

describe('drive', () => {
  it('acts on every output, and ticks at the deadline', () => {
    const { clock, acted, driver, machine } = setUp();
    driver((now) => machine.hear(now, 'a', 'b'));
    clock.advance(99);
    expect(acted).toEqual(['a', 'b']);
    clock.advance(1);
    expect(acted).toEqual(['a', 'b', 'late']);
    expect(clock.pending).toBe(0);
  });

  it('keeps one timer while the deadline moves away, and one tick in vain for all of it', () => {
    const { clock, acted, driver, machine } = setUp();
    for (let k = 0; k < 50; k += 1) {
      driver((now) => machine.hear(now));
      clock.advance(1);
      expect(clock.pending).toBe(1);
    }
    clock.advance(98);
    expect([machine.ticks, acted]).toEqual([1, []]);
    clock.advance(1);
    expect([machine.ticks, acted]).toEqual([2, ['late']]);
  });

  it('moves the timer when the deadline comes nearer', () => {
    const { clock, acted, driver, machine } = setUp();
    driver((now) => machine.hear(now));
    driver((now) => {
      machine.deadline = now + 10;
      return [];
    });
    clock.advance(10);
    expect(acted).toEqual(['late']);
  });

  it('acts in the order of the machine, also when acting feeds it', () => {
    const { acted, act, driver, machine } = setUp();
    act.then = (output) => {
      if (output === 'a') driver((now) => machine.hear(now, 'a1', 'a2'));
      if (output === 'a1') driver((now) => machine.hear(now, 'a1x'));
    };
    driver((now) => machine.hear(now, 'a', 'b'));
    expect(acted).toEqual(['a', 'b', 'a1', 'a2', 'a1x']);
  });

  it('acts on what is behind an output that could not be acted on, then lets the failure out', () => {
    const { acted, act, driver, machine, clock } = setUp();
    act.then = (output) => {
      if (output === 'bad') throw new Error('cannot act');
    };
    expect(() => driver((now) => machine.hear(now, 'bad', 'closed'))).toThrow('cannot act');
    expect([acted, clock.pending]).toEqual([['bad', 'closed'], 1]);
    driver((now) => machine.hear(now, 'next'));
    expect(acted).toEqual(['bad', 'closed', 'next']);
  });

  it('has no timer after stop', () => {
    const { clock, acted, driver, machine } = setUp();
    driver((now) => machine.hear(now));
    driver.stop();
    clock.advance(1000);
    expect([acted, clock.pending]).toEqual([[], 0]);
  });

  it('arms the deadline a machine begins with', () => {
    const machine = new Echo(100);
    machine.deadline = 1005;
    const { clock, acted } = setUp(machine);
    clock.advance(5);
    expect(acted).toEqual(['late']);
  });
});

describe('systemClock', () => {
  it('tells epoch time and never goes backwards', () => {
    const before = systemClock.now();
    expect(Math.abs(before - Date.now())).toBeLessThan(60_000);
    expect(systemClock.now()).toBeGreaterThanOrEqual(before);
  });

  it('runs at the time or after, never inside at(), and not when cancelled', async () => {
    const cancelled: string[] = [];
    systemClock.at(systemClock.now() + 1, () => cancelled.push('ran'))();
    systemClock.at(systemClock.now() + 2 ** 40, () => cancelled.push('overflowed'))();
    const due = systemClock.now() + 5;
    let inside = true;
    const late = await new Promise<number>((resolve) => {
      systemClock.at(due, () => resolve(inside ? -1 : systemClock.now() - due));
      inside = false;
    });
    expect(late).toBeGreaterThan(-1.5); // a timer may be a millisecond early; an early tick does nothing
    expect(cancelled).toEqual([]);
  });

  it('does not fire a wait of more than 31 bits of milliseconds at once', async () => {
    let fired = false;
    const cancel = systemClock.at(systemClock.now() + 2 ** 33, () => (fired = true));
    await new Promise((resolve) => setTimeout(resolve, 5));
    cancel();
    expect(fired).toBe(false);
  });
});
