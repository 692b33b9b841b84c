import type { TestClient } from './client.js';
import { keyOf } from '../core/route.js';
import { namedId } from './keys.js';
import { Dice } from './random.js';
import { World } from './world.js';

/** Sessions may end for these reasons in a story; any other is a fault of one end. */
const innocent = new Set(['peer_unreachable', 'session_replaced', 'session_idle', 'stream_limit', 'unauthorised']);

/**
 * Clients that send, ask, serve, read, stall, lose their links and their channels and come back, over a router that is killed, a store
 * and an auth that answer in any order. Then everything heals, and each message and each request is accounted for.
 */
export class Story {
  readonly world: World;
  readonly #dice: Dice;
  readonly #numbers = new Map<string, number>();
  readonly #ghost = namedId('ghost');
  /** Its clients ask and serve more than they write. */
  readonly #busy: boolean;

  constructor(seed: number) {
    const dice = (this.#dice = new Dice(seed));
    this.#busy = dice.below(3) === 0;
    const few = (less: number, more: number): number => (dice.below(3) === 0 ? less : more);
    const quota = few(12, 65_536); // at least one run: a longer one would never be stored
    this.world = new World({
      settings: { windowMessages: Math.min(quota, few(8, 8_192)), windowBytes: few(2_000, 1_048_576) },
      limits: {
        ...{ appendingBytes: few(700, 1e8), liveQueueMessages: few(3, 8_192), readBytes: few(100, 262_144) },
        ...{
          sessionRequests: few(2, 256),
          requestBytes: few(60, 1e8),
          sessionShareBytes: few(20, 16_384),
          serviceRequests: few(2, 1_024),
          attempts: few(1, 5),
        },
        ...{ knownClients: few(1, 1_000), lookupIds: few(1, 1_024), outboundStreams: few(5, 65_536) },
      },
      quota: { messages: quota },
    });
    this.world.auth.services.set('sum', 'everybody');
    this.world.auth.services.set('rare', new Set([keyOf(namedId('eve'))]));
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
    const outcomes = [...totals.requestOutcomes.values()].reduce((sum, n) => sum + n, 0);
    if (totals.requests !== outcomes) faults.push(`${totals.requests} requests came in, ${outcomes} are accounted for`);
    const { heldBytes, services } = world.relay.requests;
    const left = [world.relay.appendingBytes, world.relay.haltedCount, world.jobs.length, heldBytes, services.queued];
    if (left.some((n) => n !== 0)) faults.push(`left over: ${left.join()}`);
    return faults;
  }

  async #step(): Promise<void> {
    const { world } = this;
    const dice = this.#dice;
    const client = dice.pick(world.clients);
    if (this.#busy && dice.below(2) === 0) return this.#errand(client);
    switch (dice.below(26)) {
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
        return world.poll();
      case 23:
        return this.#revoke(client);
      case 24:
        return this.#errand(client);
      default:
        if (dice.below(12) === 0) world.restart();
        else world.travel();
    }
  }

  /** Writes end in their order, and so do reads and lookups; between them anything goes. */
  async #store(): Promise<void> {
    const { jobs } = this.world;
    const dice = this.#dice;
    const kinds = dice.pick([['append', 'release'], ['append', 'release'], ['read'], ['lookup'], ['ask', 'count']]);
    const queue = jobs.filter(({ kind }) => kinds.includes(kind));
    const next = queue.find((job) => !job.done);
    const [first] = queue;
    if (first?.done && dice.below(2) === 0) this.world.bring(first);
    else await next?.execute();
  }

  /** Something about services; or what was said about them travels and is answered. */
  #errand(client: TestClient): void | Promise<void> {
    const dice = this.#dice;
    switch (dice.below(14)) {
      case 0:
      case 1:
        return this.#ask(client);
      case 2:
        return this.#ask(client);
      case 3:
      case 7:
        if (client.session !== undefined) client.serve(dice.pick(['sum', 'sum', 'sum', 'rare']), dice.pick([0, 1, 2, 2, 3, 3]));
        return;
      case 4:
        return this.#answer(client);
      case 5:
        if (dice.below(6) === 0) return this.world.advance(dice.pick([50, 300]));
        if (client.link === undefined) client.attach();
        return;
      case 6:
        if (dice.below(4) === 0) client.sever();
        if (client.link === undefined) client.attach();
        return;
      case 8:
      case 9:
        return this.world.performAll('ask', 'lookup');
      default:
        return this.world.travel();
    }
  }

  #ask(client: TestClient): void {
    if (client.session === undefined) return;
    const dice = this.#dice;
    const service = dice.pick(['sum', 'sum', 'rare', 'none']);
    client.ask(service, 'x'.repeat(dice.pick([0, 10, 70])), dice.pick([100, 1_000, 60_000]));
    if (dice.below(3) === 0) client.call({ kind: 'status', value: {} });
  }

  /** Work it was given, in any order; some of it twice, some never, some in an earlier session. */
  #answer(client: TestClient): void {
    const dice = this.#dice;
    const recent = client.given.slice(-4);
    const given = recent.length === 0 ? undefined : dice.pick(recent);
    if (given !== undefined)
      client.answer(given, 'y'.repeat(dice.pick([0, 10, 70])), dice.pick([undefined, undefined, 'forbidden', 'no_worker']));
  }

  /** Its channel ends; it hears so at the next look of the router, and gets a new one. */
  #revoke(client: TestClient): void {
    if (this.#dice.below(4) > 0) return;
    this.world.auth.revoke(client.id, client.serial);
    client.renew();
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
    world.poll();
    for (let round = 0; round < 60; round += 1) {
      for (const client of world.clients) {
        if (client.link?.full) client.drained();
        if (client.link === undefined) client.attach();
      }
      await world.settle();
      const waiting = world.clients.some((client) => client.outgoing.waiting > 0 || client.link === undefined || client.unanswered > 0);
      if (!waiting) return;
      world.advance(5_000); // halts are tried again
    }
  }

  #sender(client: TestClient): string[] {
    const faults = [...this.#requests(client), ...this.#sessions(client)];
    for (const { to, deliveryClass, text, state } of client.sent) {
      const end = to.startsWith('ghost') ? 'recipient_unknown' : 'accepted';
      const good = deliveryClass === 'live' ? state !== 'waiting' : state === end;
      if (!good && state !== 'aborted') faults.push(`${text}: ${state}`);
    }
    return faults;
  }

  /** Each has one answer, or its session ended before. */
  #requests({ name, asked, session }: TestClient): string[] {
    const wrong = asked.filter((one) => one.replies.length > 1 || (one.replies.length === 0 && one.session === session));
    return wrong.map(({ id, service, replies }) => `request ${id} of ${name} to ${service} has ${replies.length} answers`);
  }

  #sessions(client: TestClient): string[] {
    return client.ended.filter((reason) => !innocent.has(reason)).map((reason) => `${client.name} was cut: ${reason}`);
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
