import type { TestClient } from './client.js';
import { namedId } from './keys.js';
import { Dice } from './random.js';
import { World } from './world.js';

/** Sessions may end for these reasons in a story; any other is a fault of one end. */
const innocent = new Set(['peer_unreachable', 'session_replaced', 'session_idle', 'stream_limit']);

/**
 * Clients that send, read, stall, lose their links and come back, over a router that is killed and a store that answers in any order.
 * Then everything heals, and each message is accounted for.
 */
export class Story {
  readonly world: World;
  readonly #dice: Dice;
  readonly #numbers = new Map<string, number>();
  readonly #ghost = namedId('ghost');

  constructor(seed: number) {
    const dice = (this.#dice = new Dice(seed));
    const few = (less: number, more: number): number => (dice.below(3) === 0 ? less : more);
    const quota = few(12, 65_536); // at least one run: a longer one would never be stored
    this.world = new World({
      settings: { windowMessages: Math.min(quota, few(8, 8_192)), windowBytes: few(2_000, 1_048_576) },
      limits: {
        ...{ appendingBytes: few(700, 1e8), liveQueueMessages: few(3, 8_192), readBytes: few(100, 262_144) },
        ...{ knownClients: few(1, 1_000), lookupIds: few(1, 1_024), outboundStreams: few(5, 65_536) },
      },
      quota: { messages: quota },
    });
    for (const name of ['adam', 'eve', 'bob']) {
      this.world.client(name, { window: { messages: dice.pick([2, 5, 1_000]), bytes: dice.pick([200, 1_000_000]) } });
    }
  }

  async run(steps: number): Promise<void> {
    for (let step = 0; step < steps; step += 1) await this.#step();
    await this.#heal();
  }

  /** What is wrong; empty when every message is accounted for. */
  async faults(): Promise<string[]> {
    const { world } = this;
    const faults = world.clients.flatMap((client) => [...this.#sender(client), ...this.#recipient(client)]);
    const stats = await world.store.stats();
    if (stats.messages !== 0) faults.push(`${stats.messages} messages are left in the store`);
    if (stats.totals.stored !== stats.totals.released) faults.push(`stored ${stats.totals.stored}, released ${stats.totals.released}`);
    const { totals } = world.relay;
    const refused = [...totals.refused.values()].reduce((sum, n) => sum + n, 0);
    const went = totals.durableStored + totals.durableDuplicate + totals.liveRelayed + refused + totals.unanswered;
    if (totals.durableIn + totals.liveIn !== went) faults.push(`${totals.durableIn} + ${totals.liveIn} came in, ${went} are accounted for`);
    const left = [world.relay.appendingBytes, world.relay.haltedCount, world.jobs.length];
    if (left.some((n) => n !== 0)) faults.push(`left over: ${left.join()}`);
    return faults;
  }

  async #step(): Promise<void> {
    const { world } = this;
    const dice = this.#dice;
    const client = dice.pick(world.clients);
    switch (dice.below(24)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return this.#send(client);
      case 4:
      case 5:
        return client.pump();
      case 6:
      case 7:
      case 8:
        return void client.deliverToRouter();
      case 9:
      case 10:
      case 11:
        return void client.deliverToClient();
      case 12:
      case 13:
        return world.turn();
      case 14:
      case 15:
      case 16:
      case 17:
        return this.#store();
      case 18:
        return void client.read(1 + dice.below(4));
      case 19:
        if (dice.below(4) === 0) client.sever();
        return;
      case 20:
        if (client.link === undefined || dice.below(12) === 0) client.attach();
        return;
      case 21:
        if (client.link === undefined) return;
        if (client.link.full) client.drained();
        else client.link.full = true;
        return;
      case 22:
        world.now += dice.pick([1, 30, 30, 5_000]);
        world.authAway = dice.below(4) === 0;
        return;
      default:
        if (dice.below(12) === 0) world.restart();
        else world.travel();
    }
  }

  /** Writes end in their order, and so do reads and lookups; between them anything goes. */
  async #store(): Promise<void> {
    const { jobs } = this.world;
    const dice = this.#dice;
    const kinds = dice.pick([['append', 'release'], ['append', 'release'], ['read'], ['lookup']]);
    const queue = jobs.filter(({ kind }) => kinds.includes(kind));
    const next = queue.find((job) => !job.done);
    const [first] = queue;
    if (first?.done && dice.below(2) === 0) this.world.bring(first);
    else await next?.execute();
  }

  #send(client: TestClient): void {
    const dice = this.#dice;
    const to = dice.pick(this.world.clients);
    const deliveryClass = dice.below(3) === 0 ? 'live' : 'durable';
    for (let n = dice.below(4); n >= 0; n -= 1) {
      const key = `${client.name}>${to.name} ${deliveryClass}`;
      const number = (this.#numbers.get(key) ?? 0) + 1;
      this.#numbers.set(key, number);
      const sent = client.send(to, `${key} ${number}`, deliveryClass);
      if (dice.below(30) === 0) {
        client.outgoing.giveUp(client.stream(to.id, deliveryClass), sent.seq);
        sent.state = 'aborted';
      }
    }
    if (dice.below(20) === 0) client.send(this.#ghost, 'boo', deliveryClass);
  }

  /** Everybody comes back, reads, and has time. */
  async #heal(): Promise<void> {
    const { world } = this;
    world.authAway = false;
    for (let round = 0; round < 60; round += 1) {
      for (const client of world.clients) {
        if (client.link?.full) client.drained();
        if (client.link === undefined) client.attach();
      }
      await world.settle();
      const waiting = world.clients.some((client) => client.outgoing.waiting > 0 || client.link === undefined);
      if (!waiting) return;
      world.advance(5_000); // halts are tried again
    }
  }

  #sender(client: TestClient): string[] {
    const faults = client.ended.filter((reason) => !innocent.has(reason)).map((reason) => `${client.name} was cut: ${reason}`);
    for (const { to, deliveryClass, text, state } of client.sent) {
      const end = to.startsWith('ghost') ? 'recipient_unknown' : 'accepted';
      const good = deliveryClass === 'live' ? state !== 'waiting' : state === end;
      if (!good && state !== 'aborted') faults.push(`${text}: ${state}`);
    }
    return faults;
  }

  #recipient(client: TestClient): string[] {
    const faults: string[] = [];
    const last = new Map<string, number>();
    const shown = new Set<string>();
    for (const text of client.texts) {
      const [key, number] = [text.slice(0, text.lastIndexOf(' ')), Number(text.slice(text.lastIndexOf(' ') + 1))];
      if (shown.has(text)) faults.push(`${text}: shown twice`);
      else if (number <= (last.get(key) ?? 0)) faults.push(`${text}: shown behind ${last.get(key)}`);
      shown.add(text);
      last.set(key, number);
    }
    for (const { name, sent } of this.world.clients) {
      for (const { to, deliveryClass, text, state } of sent) {
        const lost = to.startsWith(client.name) && deliveryClass === 'durable' && state === 'accepted' && !shown.has(text);
        if (lost) faults.push(`${text} of ${name}: accepted and lost`);
      }
    }
    return faults;
  }
}
