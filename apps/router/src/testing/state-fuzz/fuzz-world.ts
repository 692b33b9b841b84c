import { keyOf } from '../../core/route.js';
import { namedId } from '../keys.js';
import { World, type Job, type WorldOptions } from '../world.js';
import { Account } from './account.js';
import { FaultyStore } from './faulty-store.js';
import type { FuzzClient } from './fuzz-client.js';

/** Takes one defence away, to see whether it is missed. */
export interface Sabotage {
  /** A router's core was made, the first one or another after a crash. */
  router?(world: FuzzWorld): void;
  client?(client: FuzzClient): void;
  store?(world: FuzzWorld): void;
  /** The story is over: what was changed for all is as it was. */
  undo?(): void;
  /** New messages go on in streams of the process before. */
  readonly reusesStreams?: boolean;
}

/** One record, and some: what may be there beyond a limit that is looked at before. */
const runSlackBytes = 300_000;

/** A world whose store may refuse, and whose invariants are looked at after every action. */
export class FuzzWorld extends World {
  readonly account = new Account();
  readonly mailbox: FaultyStore;
  readonly people: FuzzClient[] = [];
  readonly sabotage: Sabotage;
  readonly #rooms: Uint8Array[] = [];
  #streams = 0;
  /** What the router was told of revocations: tickets up to this number, by client. */
  readonly #revoked = new Map<string, number>();

  constructor(options: WorldOptions, sabotage: Sabotage) {
    super(options);
    this.sabotage = sabotage;
    this.mailbox = new FaultyStore(this.store, this.account);
    sabotage.store?.(this);
    Object.assign(this, { store: this.mailbox });
    sabotage.router?.(this);
  }

  newStreamId(): Uint8Array {
    this.#streams += 1;
    return namedId(`stream ${this.#streams}`, 16);
  }
  /** Under what a client finds a stream of its process before. */
  restoredKey(to: string, key: string): string {
    return this.sabotage.reusesStreams ? `${to}durable` : `restored ${key}`;
  }

  /** The router is killed and another takes over: what was synced is there. @param silently - clients are not told. */
  takeOver(silently: boolean): void {
    for (const client of this.people) {
      for (const link of [...client.old, client.link]) if (link !== undefined) link.dead = true;
      client.old.length = 0;
      if (!silently) client.sever();
    }
    this.#note();
    this.restart();
    this.#learn();
    this.sabotage.router?.(this);
  }

  /** What the router hears of auth by itself. */
  hear(): void {
    this.poll();
    this.#learn();
  }

  /** The store is well again, and says so to those who waited for it: behind its answers of before. */
  mend(): void {
    this.#rooms.push(...this.mailbox.mend());
    this.#tellRooms();
  }

  /** Time goes on, at both ends. */
  pass(ms: number): void {
    this.advance(ms);
    for (const client of this.people) client.tick();
  }

  /** Does what the router asked for; a read that fails is told as such. @returns whether there is an answer to bring. */
  async carryOut(job: Job): Promise<boolean> {
    if (job.kind !== 'read' || !this.mailbox.blind) {
      await job.execute();
      return true;
    }
    await job.execute().catch(() => undefined);
    if (job.done) return true;
    this.jobs.splice(this.jobs.indexOf(job), 1);
    const peer = this.relay.peer(keyOf(this.mailbox.unread!));
    if (peer !== undefined) this.relay.readFailed(peer);
    return false;
  }

  /** Bytes travel and things are carried out, until nothing moves, or for so many rounds. */
  async rest(reading: boolean, most = 20_000): Promise<void> {
    for (let round = 0; round < most; round += 1) {
      let moved = false;
      for (const client of this.people) {
        if (reading && client.link?.full) client.link.drained();
        const before = client.link?.toRouter.length ?? 0;
        client.flush();
        moved ||= (client.link?.toRouter.length ?? 0) > before;
        while (client.deliverToRouter()) moved = true;
        while (client.deliverToClient()) moved = true;
        while (reading && client.show()) moved = true;
      }
      if (this.awake) {
        moved = true;
        this.turn();
      }
      const job = moved ? undefined : this.jobs[0];
      if (job !== undefined) {
        moved = true;
        if (await this.carryOut(job)) this.bring(job);
      }
      if (!moved || this.account.faults.length > 0) return;
    }
    if (most > 1_000) throw new Error('the world does not come to rest');
  }

  /** What must hold at every moment. */
  look(): void {
    this.#tellRooms();
    const { account, relay } = this;
    const { appendingBytes, requestBytes, sessionShareBytes, serviceRequests } = relay.limits;
    for (const peer of relay.peers) {
      const upTo = this.#revoked.get(peer.key) ?? 0;
      if (peer.attached && peer.ticket.serial <= upTo) account.fault(`${peer.key.slice(0, 4)} is attached with a revoked ticket`);
      if (peer.session.out.length > runSlackBytes) account.fault(`${peer.session.out.length} bytes wait for ${peer.key.slice(0, 4)}`);
    }
    if (relay.appendingBytes > appendingBytes + runSlackBytes)
      account.fault(`${relay.appendingBytes} bytes are on their way into the mailboxes`);
    if (relay.appendingBytes < 0) account.fault('less than nothing is on its way into the mailboxes');
    const { heldBytes, services } = relay.requests;
    if (heldBytes < 0 || heldBytes > requestBytes + (this.people.length + 4) * sessionShareBytes)
      account.fault(`requests hold ${heldBytes} bytes`);
    if (services.queued > 3 * serviceRequests) account.fault(`${services.queued} requests wait`);
    if (this.door.halfOpenCount > 64) account.fault(`${this.door.halfOpenCount} links are half open`);
  }

  async lookAtStore(): Promise<void> {
    const { messages, totals, dropped } = await this.mailbox.stats();
    const sum = messages + totals.released + dropped.expired + dropped.damaged;
    if (totals.stored !== sum) this.account.fault(`the store took ${totals.stored} and knows of ${sum}`);
  }

  /** Everything is at rest: the sums of the router's counters. */
  close(): void {
    this.#note();
    const { account, relay } = this;
    const { totals } = relay;
    const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((all, n) => all + n, 0);
    const went = totals.durableStored + totals.durableDuplicate + totals.liveRelayed + sum(totals.refused) + totals.unanswered;
    if (totals.durableIn + totals.liveIn !== went)
      account.fault(`${totals.durableIn} + ${totals.liveIn} came in, ${went} are accounted for`);
    const outcomes = sum(totals.requestOutcomes);
    if (totals.requests !== outcomes) account.fault(`${totals.requests} requests came in, ${outcomes} are accounted for`);
    const left = [relay.appendingBytes, relay.haltedCount, this.jobs.length, relay.requests.heldBytes, relay.requests.services.queued];
    if (left.some((n) => n !== 0)) account.fault(`left over: ${left.join()}`);
  }

  #tellRooms(): void {
    if (this.jobs.some(({ kind, done }) => kind === 'append' && done)) return;
    for (const recipient of this.#rooms.splice(0)) this.relay.room(recipient);
  }

  /** What this router came across. */
  #note(): void {
    const { requestOutcomes, refused, closed, replaced, revoked, recordsDropped, unanswered } = this.relay.totals;
    const names: readonly (readonly [what: string, counts: ReadonlyMap<string, number>])[] = [
      ...([
        ['answered', requestOutcomes],
        ['refused', refused],
        ['closed', closed],
        ['turned away', this.door.totals.refused],
      ] as const),
      ['had', new Map(Object.entries({ replaced, revoked, recordsDropped, unanswered }).filter(([, n]) => n > 0))],
    ];
    for (const [what, counts] of names) for (const name of counts.keys()) this.account.seen.add(`${what} ${name}`);
  }

  #learn(): void {
    if (this.authAway) return;
    for (const { clientId, ticketsUpTo } of this.auth.revoked) {
      const key = keyOf(clientId);
      this.#revoked.set(key, Math.max(ticketsUpTo, this.#revoked.get(key) ?? 0));
    }
  }
}
