import { defaultRekey, type RekeyLimits } from '@keyway/session';
import type { DeliveryClass } from '@keyway/wire';
import { keyOf } from '../../core/route.js';
import { namedId } from '../keys.js';
import type { JobKind } from '../world.js';
import { ErrandBook } from './errand-book.js';
import { FuzzClient, hourMs } from './fuzz-client.js';
import { FuzzLink, type Way } from './fuzz-link.js';
import { FuzzWorld, type Sabotage } from './fuzz-world.js';
import type { StoryBytes } from './story-bytes.js';

const names = ['adam', 'eve', 'bob'] as const;
/** So many times five seconds are more than any request may take. */
const longestAskRounds = 14;
/** Jobs of one kind are carried out in their order; between the kinds anything goes. */
const queues: readonly (readonly JobKind[])[] = [['append', 'release'], ['append', 'release'], ['read'], ['lookup'], ['ask', 'count']];

/** Plays a story: each action begins with one byte, its details are the next ones. */
export class Tale {
  readonly world: FuzzWorld;
  /** Actions that were played. */
  actions = 0;
  /** Said of the action that is played, for people. */
  said = '';
  readonly #rekey: RekeyLimits;
  readonly #errands: ErrandBook;
  #drains = false;

  constructor(
    private readonly story: StoryBytes,
    private readonly sabotage: Sabotage = {},
  ) {
    const few = (less: number, more: number): number => (story.oneIn(3) ? less : more);
    const slow = story.oneIn(4);
    const quota = few(12, 65_536);
    this.#rekey = story.oneIn(3) ? { ...defaultRekey } : { records: 3 + story.below(20), ms: hourMs };
    this.world = new FuzzWorld(
      {
        settings: {
          ...{ windowMessages: Math.min(quota, few(8, 8_192)), windowBytes: few(2_000, 1_048_576), maxStreams: few(3, 65_536) },
          ...(slow ? { heartbeatMs: 4 * hourMs, timeoutMs: 10 * hourMs } : {}),
        },
        limits: {
          ...{ appendingBytes: few(700, 1e8), liveQueueMessages: few(3, 8_192), readBytes: few(100, 262_144) },
          ...{ sessionRequests: few(2, 256), requestBytes: few(60, 1e8), sessionShareBytes: few(20, 16_384) },
          ...{ serviceRequests: few(2, 1_024), attempts: few(1, 5), knownClients: few(1, 1_000), outboundStreams: few(4, 65_536) },
        },
        door: { halfOpen: few(2, 60) },
        quota: { messages: quota },
      },
      sabotage,
    );
    this.#errands = new ErrandBook(this.world);
    this.world.auth.services.set('sum', 'everybody');
    this.world.auth.services.set('rare', new Set([keyOf(namedId('eve'))]));
    for (const name of names) {
      this.world.auth.registered.add(keyOf(namedId(name)));
      const client = new FuzzClient(this.world, name, { messages: story.pick([2, 5, 1_000]), bytes: story.pick([200, 1_000_000]) });
      sabotage.client?.(client);
      this.world.people.push(client);
      client.attach();
    }
    Object.assign(defaultRekey, this.#rekey);
  }

  /** @returns false at the end of the story. */
  async act(): Promise<boolean> {
    if (this.story.over || this.world.account.faults.length > 0) return false;
    const client = this.story.pick(this.world.people);
    this.said = client.name;
    this.actions += 1;
    await this.#play(client, this.story.next());
    this.#errands.look();
    this.world.look();
    if (this.actions % 16 === 0) await this.world.lookAtStore();
    return true;
  }

  /** Everybody comes back over good links, reads, and has time; then the books are closed. */
  async heal(): Promise<void> {
    const { world } = this;
    this.said = 'everything heals';
    world.authAway = false;
    world.mend();
    world.hear();
    if (world.relay.draining) world.takeOver(false);
    for (const client of world.people) {
      for (const link of client.old.splice(0)) link.break();
      if (client.link?.disturbed || client.link?.dead) client.sever();
    }
    for (let round = 0; round < 80; round += 1) {
      for (const client of world.people) if (client.link === undefined) client.attach();
      await world.rest(true);
      world.look();
      if (world.account.faults.length > 0) return;
      const waits = world.people.some((one) => one.outgoing.waiting > 0 || one.session === undefined || one.holdsOne || one.unanswered > 0);
      if (!waits && (await world.mailbox.stats()).messages === 0) break;
      if (round === longestAskRounds) this.#errands.close();
      world.pass(round < 70 ? 5_000 : 3 * hourMs);
    }
    await world.lookAtStore();
    world.account.close();
    world.close();
    const { messages } = await world.mailbox.stats();
    if (messages !== 0) world.account.fault(`${messages} messages are left in the store`);
    this.#errands.close();
  }

  async end(): Promise<void> {
    await this.world.mailbox.close();
  }

  #say(...words: unknown[]): void {
    this.said += ` ${words.join(' ')}`;
  }

  async #play(client: FuzzClient, action: number): Promise<void> {
    const { story, world } = this;
    if (client.link === undefined && action % 3 > 0) return this.#attach(client, action % 3 === 2);
    if (action < 30) return this.#send(client);
    if (action < 48) return (this.#say('flushes'), client.flush());
    if (action < 74) return (this.#say('→ router'), void this.#anyWith('toRouter', client).deliverToRouter());
    if (action < 100) return (this.#say('← router'), void this.#anyWith('toClient', client).deliverToClient());
    if (action < 118) return (this.#say('router’s turn'), world.turn());
    if (action < 144) return this.#store();
    if (action < 164) return (this.#say('reads'), void client.show());
    if (action < 174) return (this.#say('all that moves, moves'), world.rest(story.oneIn(2), 8));
    if (action < 186) return this.#network(client);
    if (action < 194) return this.#links(client);
    if (action < 220) return this.#serve(client);
    if (action < 228) return this.#time();
    if (action < 236) return this.#crash(client);
    if (action < 239) return this.#router();
    if (action < 243) return this.#refuse();
    if (action < 246) return this.#revoke(client);
    if (action < 248) return this.#configure();
    if (action < 251) return this.#replay(client);
    if (action < 254) return this.#fullLink(client);
    return this.#attach(client, story.oneIn(2));
  }

  /** @param smoothly - the first messages of both sides are there at once. */
  #attach(client: FuzzClient, smoothly: boolean): void {
    this.#say('attaches', smoothly ? 'smoothly' : '');
    client.attach(true);
    if (smoothly) while (client.deliverToRouter() || client.deliverToClient());
  }

  #send(client: FuzzClient): void {
    const { story } = this;
    const how = story.next();
    const to = how % 29 === 0 ? 'ghost' : names[how % 3]!;
    const deliveryClass: DeliveryClass = (how >> 2) % 3 === 0 ? 'live' : 'durable';
    const lifetimeS = how % 11 === 0 ? 1 + story.below(60) : 0;
    const count = 1 + (how % 5 === 0 ? story.below(12) : (how >> 5) % 3);
    const letters = Array.from({ length: count }, () => client.outbox.send(to, deliveryClass, lifetimeS, how % 7 === 0 ? 300 : how % 20));
    this.#say('sends', deliveryClass, 'to', to, letters[0]!.text, '…', letters.at(-1)!.text, lifetimeS > 0 ? `for ${lifetimeS} s` : '');
    if (how % 13 !== 0) return;
    const letter = story.pick(letters);
    client.outbox.giveUp(letter);
    this.#say('and gives up', letter.text);
  }

  async #store(): Promise<void> {
    const { story, world } = this;
    const kinds = story.pick(queues);
    const queue = world.jobs.filter(({ kind }) => kinds.includes(kind));
    const [first] = queue;
    this.#say('store and auth:', kinds.join(), queue.length);
    if (first?.done && story.oneIn(2)) return world.bring(first);
    const next = queue.find((job) => !job.done);
    if (next !== undefined) await world.carryOut(next);
  }

  /** This client, or else one with something on its link. */
  #anyWith(way: Way, client: FuzzClient): FuzzClient {
    const has = (one: FuzzClient): boolean => (one.link?.[way].length ?? 0) > 0;
    return has(client) ? client : (this.world.people.find(has) ?? client);
  }

  #network(client: FuzzClient): void {
    const { story } = this;
    const [way, kind, at]: [Way, number, number] = [story.oneIn(2) ? 'toRouter' : 'toClient', story.below(6), story.next()];
    this.#anyWith(way, client).link?.disturb(way, kind, at);
    this.#say('network:', way, ['loses', 'repeats', 'shuffles', 'cuts', 'flips', 'junk'][kind], at);
  }

  #links(client: FuzzClient): void {
    const { story } = this;
    const [old] = client.old;
    switch (story.below(4)) {
      case 0:
        this.#say('link breaks');
        return client.sever();
      case 1:
        this.#say('attaches anew, and its old link stays');
        return client.attach(true);
      case 2:
        this.#say('old link → router');
        return void (old !== undefined && client.deliverToRouter(old));
      default:
        this.#say('old link breaks');
        client.old.shift();
        return old?.break();
    }
  }

  #serve(client: FuzzClient): void {
    const { story, world } = this;
    if (client.session === undefined) return client.attach();
    switch (story.below(6)) {
      case 0:
      case 1:
        return this.#say(this.#errands.ask(client, story));
      case 2:
      case 3:
        return this.#say(this.#errands.serve(client, story));
      case 4:
        return this.#say(this.#errands.answer(client, story));
      default:
        world.authAway = story.oneIn(3);
        this.#say('auth is away:', world.authAway);
        world.hear();
    }
  }

  #time(): void {
    const ms = this.story.pick([1, 1, 50, 50, 300, 300, 1_000, 5_000, 5_000, 5_000, 11_000, 11_000, 16_000, 16_000, 40_000, hourMs + 1]);
    this.#say('time:', ms, 'ms');
    this.world.pass(ms);
  }

  #crash(client: FuzzClient): void {
    const { story, world } = this;
    const how = story.below(6);
    if (how >= 4) {
      client.disk.copy(world.account.clock);
      return this.#say('copies its disk');
    }
    const back = how === 0 ? 1 + story.below(6) : 0;
    this.#say('crashes, and comes back as of', back === 0 ? 'its last sync' : `${back} copies ago`);
    client.crash(back);
    this.sabotage.client?.(client);
    if (how < 3) client.attach();
  }

  #router(): void {
    const { story, world } = this;
    const how = story.below(6);
    if (how < 3 || this.#drains) {
      this.#say(how < 2 ? 'router is killed' : 'router vanishes');
      this.#drains = false;
      return world.takeOver(how === 2);
    }
    if (how < 5) return;
    if (!world.relay.draining) {
      this.#say('router drains');
      return world.door.drain();
    }
    this.#say('router says farewell');
    this.#drains = true;
    world.relay.now = world.now;
    for (const peer of world.relay.peers) peer.stop('session_draining', story.next());
    world.relay.flush(world.now);
  }

  #refuse(): void {
    const { story, world } = this;
    if (world.mailbox.refuses !== undefined || world.mailbox.blind) {
      this.#say('store mends');
      return world.mend();
    }
    if (story.oneIn(3)) world.mailbox.blind = true;
    else world.mailbox.refuses = story.pick(['store_full', 'store_failed'] as const);
    this.#say('store:', world.mailbox.refuses ?? 'blind');
  }

  #revoke(client: FuzzClient): void {
    this.world.auth.revoke(client.id, client.serial);
    const renews = this.story.oneIn(2);
    if (renews) client.renew();
    const known = this.story.oneIn(2);
    if (known) this.world.hear();
    this.#say('is revoked', renews ? 'and has a new channel' : '', known ? '' : ', and the router does not know');
  }

  #configure(): void {
    const { story, world } = this;
    const windowMessages = story.pick([2, 8, 8_192]);
    this.#say('settings: window', windowMessages);
    world.configure({
      ...world.settings,
      windowMessages,
      windowBytes: story.pick([2_000, 1_048_576]),
      maxStreams: story.pick([3, 65_536]),
    });
  }

  /** Somebody plays back what the client once sent, over a link of his own: it must open nothing. */
  #replay(client: FuzzClient): void {
    const { story, world } = this;
    if (client.recorded.length === 0) return;
    const before = world.relay.peer(keyOf(client.id));
    const wasThere = before?.attached === true;
    const from = story.below(client.recorded.length);
    this.#say('is played back from', from);
    const link = new FuzzLink(world.account);
    const visitor = world.door.enter(link);
    for (const bytes of client.recorded.slice(from, from + 1 + story.below(5))) visitor.received(bytes, world.now);
    const after = world.relay.peer(keyOf(client.id));
    if (after?.link === link || (wasThere && (after !== before || !after?.attached)))
      world.account.fault(`${client.name} was replaced by what it had sent before`);
    if (story.oneIn(2)) visitor.closed();
  }

  #fullLink(client: FuzzClient): void {
    const { link } = client;
    if (link === undefined) return;
    this.#say('link is', link.full ? 'drained' : 'full');
    if (link.full) link.drained();
    else link.full = true;
  }
}
