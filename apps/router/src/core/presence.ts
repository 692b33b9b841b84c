import { rightBits, sightIds, decodeLookupAnswer, encodeLookupCall, type ErrorReason } from '@keyway/wire';
import type { Peer } from './peer.js';
import type { Relay } from './relay.js';
import { keyOf } from './route.js';

const lookupMs = 2_000;

const isOperator = ({ ticket }: Peer): boolean => (ticket.rights & rightBits.operator) !== 0;

/** What a watcher has not been told yet: the last state of a client, whatever it was in between. */
interface News {
  readonly client: Uint8Array;
  readonly online: boolean;
  readonly timeMs: number;
}

/** Whom one session watches. */
export class Watch {
  /** Sees everybody, the hidden ones too. */
  readonly operator: boolean;
  /** May see whom everybody may know of. */
  readonly sees: boolean;
  all = false;
  /** Clients by key, and whether they are online as far as the watcher was told. */
  readonly told = new Map<string, boolean>();
  /** By key. */
  readonly news = new Map<string, News>();
  /** More changed than is kept: it is to ask anew. */
  lost = false;

  constructor(readonly peer: Peer) {
    this.operator = isOperator(peer);
    this.sees = this.operator || (peer.ticket.rights & rightBits.see) !== 0;
  }
}

/** Instead of a client: "more changed than I could keep; ask who is online". */
const everybody = new Uint8Array(32);

/**
 * Tells watchers who came and who went. Nobody hears of a hidden client but operators and those auth says may see it. A slow reader
 * is never cut for it, and costs no more than the newest state of a bounded number of clients.
 */
export class Presence {
  readonly #all = new Set<Watch>();
  readonly #byClient = new Map<string, Set<Watch>>();
  /** When clients went, newest last. */
  readonly #gone = new Map<string, number>();
  #watches = 0;

  constructor(private readonly relay: Relay) {}

  get watches(): number {
    return this.#watches + this.#all.size;
  }

  /** What is known of a client now. */
  of(key: string): { readonly online: boolean; readonly sinceMs: number } {
    const peer = this.relay.peer(key);
    return peer === undefined ? { online: false, sinceMs: this.#gone.get(key) ?? 0 } : { online: true, sinceMs: Math.floor(peer.sinceMs) };
  }

  /** Why a session may not watch these too. */
  refusal(peer: Peer, all: boolean, clients: readonly Uint8Array[]): ErrorReason | undefined {
    const { watchedClients, watches, watchersOfAll } = this.relay.limits;
    const known = peer.watch?.told;
    const more = clients.filter((id) => known?.has(keyOf(id)) !== true).length;
    if ((known?.size ?? 0) + more > watchedClients) return 'too_large';
    const crowded = all && peer.watch?.all !== true && this.#all.size >= watchersOfAll && !isOperator(peer);
    return crowded || this.#watches + more > watches ? 'backpressure' : undefined;
  }

  /** @param seen - ids that auth says the watcher may see: it is told in the answer how they are now. */
  watch(peer: Peer, all: boolean, seen: readonly Uint8Array[]): void {
    const watch = (peer.watch ??= new Watch(peer));
    if (all) {
      watch.all = true;
      this.#all.add(watch);
    }
    for (const id of seen) {
      const key = keyOf(id);
      watch.news.delete(key);
      if (!watch.told.has(key)) {
        if (watch.told.size >= this.relay.limits.watchedClients) continue; // several calls at a time
        this.#watches += 1;
        this.#watchersOf(key).add(watch);
      }
      watch.told.set(key, this.relay.peer(key) !== undefined);
    }
  }

  unwatch(peer: Peer, all: boolean, clients: readonly Uint8Array[]): void {
    if (all) return this.end(peer);
    for (const id of clients) this.#forget(peer.watch, keyOf(id));
  }

  /** The session is over, or wants to hear nothing more. */
  end(peer: Peer): void {
    const { watch } = peer;
    if (watch === undefined) return;
    peer.watch = undefined;
    this.#all.delete(watch);
    for (const key of watch.told.keys()) this.#forget(watch, key);
  }

  /** A client is attached, and it is known who may see it. */
  came(peer: Peer): void {
    const { key } = peer;
    for (const watch of this.#all) if (peer.public ? watch.sees : watch.operator) this.#tell(watch, peer, true);
    const unsure: Watch[] = [];
    for (const watch of this.#byClient.get(key) ?? []) {
      if (peer.public || watch.operator) this.#tell(watch, peer, true);
      else unsure.push(watch);
    }
    if (unsure.length > 0) this.#ask(peer, unsure);
  }

  went(peer: Peer): void {
    const { key } = peer;
    this.#gone.delete(key);
    this.#gone.set(key, Math.floor(this.relay.now));
    if (this.#gone.size > this.relay.limits.seenClients) this.#gone.delete(this.#gone.keys().next().value!);
    for (const watch of this.#byClient.get(key) ?? []) if (watch.told.get(key) === true) this.#tell(watch, peer, false);
    if (!peer.announced) return;
    for (const watch of this.#all) if (peer.public ? watch.sees : watch.operator) this.#tell(watch, peer, false);
  }

  /** A client that everybody saw hides: for them it is as if it went. */
  hid(peer: Peer): void {
    const { key } = peer;
    for (const watch of this.#all) if (watch.sees && !watch.operator) this.#tell(watch, peer, false);
    const unsure = [...(this.#byClient.get(key) ?? [])].filter((watch) => !watch.operator && watch.told.get(key) === true);
    for (const watch of unsure) this.#tell(watch, peer, false);
    if (unsure.length > 0) this.#ask(peer, unsure);
  }

  /** Writes what its session has room for. */
  pump(watch: Watch): void {
    const { peer, news } = watch;
    if (watch.lost) {
      if (!peer.makeRoom()) return;
      peer.session.out.presence(everybody, false, Math.floor(this.relay.now));
      this.relay.totals.presenceLost += 1;
      watch.lost = false;
    }
    for (const [key, { client, online, timeMs }] of news) {
      if (!peer.makeRoom()) return;
      peer.session.out.presence(client, online, timeMs);
      this.relay.totals.presenceSent += 1;
      news.delete(key);
    }
  }

  #tell(watch: Watch, { clientId: client, key }: Peer, online: boolean): void {
    if (watch.told.has(key)) watch.told.set(key, online);
    watch.news.delete(key);
    watch.news.set(key, { client, online, timeMs: Math.floor(this.relay.now) });
    if (watch.news.size > this.relay.limits.presenceWaiting) {
      watch.news.clear();
      watch.lost = true;
    }
    this.relay.touch(watch.peer);
  }

  /** Who of these may see a hidden client? */
  #ask(peer: Peer, watches: readonly Watch[]): void {
    const { lookupIds } = this.relay.limits;
    for (let at = 0; at < watches.length; at += lookupIds) {
      const some = watches.slice(at, at + lookupIds);
      const body = encodeLookupCall({ clientIds: some.map(() => peer.clientId), viewers: some.map((watch) => watch.peer.clientId) });
      this.relay.effects.ask({ pattern: 'auth.lookup', body, timeoutMs: lookupMs, answered: (answer) => this.#seen(peer, some, answer) });
    }
  }

  #seen(peer: Peer, watches: readonly Watch[], answer: Uint8Array | ErrorReason): void {
    const sights = typeof answer === 'string' ? undefined : decodeLookupAnswer(answer);
    if (sights?.length !== watches.length || this.relay.peer(peer.key) !== peer) return;
    watches.forEach((watch, index) => {
      if (sights[index] !== sightIds.unknown && watch.told.has(peer.key)) this.#tell(watch, peer, true);
    });
  }

  #watchersOf(key: string): Set<Watch> {
    const watchers = this.#byClient.get(key) ?? new Set<Watch>();
    this.#byClient.set(key, watchers);
    return watchers;
  }

  #forget(watch: Watch | undefined, key: string): void {
    if (watch?.told.delete(key) !== true) return;
    watch.news.delete(key);
    this.#watches -= 1;
    const watchers = this.#byClient.get(key);
    if (watchers?.delete(watch) && watchers.size === 0) this.#byClient.delete(key);
  }
}
