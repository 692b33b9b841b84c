import { suiteIds, type SessionSettings } from '@keyway/wire';
import { ClientEnd } from './client-end.js';
import { startMs, TestFleet, testSettings } from './fleet.js';
import { ed25519 } from './keys.js';
import { TestMailbox } from './mailbox.js';
import { RouterEnd } from './router-end.js';
import type { Seeded } from './seeded.js';
import { Wire, type Faults, type Meddler } from './wire.js';
import type { RekeyLimits } from '../session.js';
import type { Channel } from '../channel-grant.js';

export interface PairOptions {
  readonly random?: Seeded | undefined;
  readonly faults?: Faults | undefined;
  readonly meddler?: Meddler | undefined;
  /** Keeps every message that was sent, in `recorded`. */
  readonly record?: boolean | undefined;
  readonly rekey?: RekeyLimits | undefined;
  readonly settings?: Partial<SessionSettings> | undefined;
  /** Suite of the channel; 1 unless given. */
  readonly suite?: number | undefined;
  /** Messages one mailbox holds. */
  readonly quota?: number | undefined;
}

const fleet = new TestFleet();
const identity = ed25519(50);
const channels = new Map<string, Channel>();

/**
 * A client and a router, each with its whole protocol stack, on a clock and a connection that a test moves by hand. What the client
 * sends to its own id comes back to it through the mailbox, so that one pair shows a message's whole way.
 */
export class Pair {
  readonly fleet = fleet;
  readonly id = identity.public.fingerprint;
  readonly mailbox: TestMailbox;
  readonly client: ClientEnd;
  router: RouterEnd;
  now = startMs;
  readonly wires: Wire[] = [];

  constructor(readonly options: PairOptions = {}) {
    const settings = { ...testSettings, ...options.settings };
    this.mailbox = new TestMailbox(options.quota ?? 1_000);
    this.router = this.#newRouter();
    const suite = options.suite ?? suiteIds.AES_256_GCM;
    const key = JSON.stringify({ ...settings, suite });
    let channel = channels.get(key);
    if (channel === undefined) channels.set(key, (channel = fleet.channel(identity, { settings, suite })));
    this.client = new ClientEnd(channel, fleet.routers[0]!.service, this.id, () => this.#dial(), options.rekey);
  }

  /** Everything that was sent, of all connections. */
  get recorded(): readonly { readonly direction: 'c2r' | 'r2c'; readonly message: Uint8Array }[] {
    return this.wires.flatMap((wire) => wire.recorded);
  }

  send(text: string, deliveryClass: 'durable' | 'live' = 'durable', to = this.id): void {
    this.client.send(to, text, deliveryClass, this.now);
  }

  /** Moves one message, if one waits. */
  deliver(direction: 'c2r' | 'r2c'): boolean {
    const { wire } = this.client;
    if (direction === 'r2c') {
      const message = wire?.take('r2c');
      if (message === undefined) return false;
      this.client.receive(message, this.now);
      this.client.flush(this.now);
      return true;
    }
    for (const one of this.wires) {
      const message = one.take('c2r');
      if (message === undefined) continue;
      this.router.receive(one, message, this.now);
      this.router.flush(this.now);
      return true;
    }
    return false;
  }

  /** Lets everything move until nothing does, without time passing. @returns whether anything moved. */
  settle(): boolean {
    let moved = false;
    for (let turn = 0; turn < 10_000; turn += 1) {
      this.client.turn(this.now);
      this.router.commit(this.now);
      const any = this.deliver('c2r') || this.deliver('r2c') || this.router.appending.length > 0;
      if (!any) return moved;
      moved = true;
    }
    throw new Error('it never settles');
  }

  advance(ms: number): void {
    this.now += ms;
    this.router.tick(this.now);
    this.client.turn(this.now);
  }

  /** Lets time pass and everything move until the client has no unanswered message and has shown all there is. */
  heal(ms = 120_000): void {
    const until = this.now + ms;
    for (;;) {
      this.settle();
      while (this.client.show());
      this.settle();
      if (this.client.attached && this.client.out.waiting === 0 && this.mailbox.rowsOf(this.id).length === 0) return;
      if (this.now >= until) return;
      this.advance(1_000);
    }
  }

  crashClient(): void {
    this.client.crash();
  }

  /** The router dies with everything that was not synced; the mailbox stays. */
  crashRouter(): void {
    for (const wire of this.wires) wire.cut();
    this.wires.length = 0;
    this.router = this.#newRouter();
  }

  #newRouter(): RouterEnd {
    return new RouterEnd(fleet, this.mailbox, { ...testSettings, ...this.options.settings }, this.options.rekey);
  }

  #dial(): Wire {
    const { faults, random, meddler, record } = this.options;
    const wire = new Wire({ faults, random, meddler, record });
    for (let i = this.wires.length - 1; i >= 0; i -= 1) if (!this.wires[i]!.up && !record) this.wires.splice(i, 1);
    this.wires.push(wire);
    return wire;
  }
}
