import { encodeContactCall } from '@keyway/wire';
import type { Peer } from './peer.js';
import type { Relay } from './relay.js';
import { keyOf, type Route } from './route.js';

const askMs = 2_000;
const pairsInOne = 1_024;

/**
 * Whom hidden clients write to: auth must know, or nobody could answer them. Once for each pair and session; a stream waits until it
 * is known, for its first message may be answered at once.
 */
export class Contacts {
  /** Streams that wait for their pair to be known, by the session and the recipient's key. */
  readonly #waiting = new Map<Peer, Map<string, Route[]>>();
  /** Recipients to be told of, by session. */
  readonly #fresh = new Map<Peer, Uint8Array[]>();

  constructor(private readonly relay: Relay) {}

  /** Must auth be told before this stream goes on? */
  lacks({ peer, key }: Route): boolean {
    return peer.hidden && peer.contacts?.has(key) !== true;
  }

  /** @param waits - the stream hears of it by `Outbox.lookedUp`. */
  note(route: Route, waits = true): void {
    const { peer, key, recipient } = route;
    const pairs = this.#waiting.get(peer) ?? new Map<string, Route[]>();
    this.#waiting.set(peer, pairs);
    const routes = pairs.get(key);
    if (routes !== undefined) return void (waits && routes.push(route));
    pairs.set(key, waits ? [route] : []);
    const fresh = this.#fresh.get(peer);
    if (fresh === undefined) this.#fresh.set(peer, [recipient]);
    else fresh.push(recipient);
    this.relay.touch(peer);
  }

  flush(): void {
    for (const [peer, ids] of this.#fresh) {
      this.#fresh.delete(peer);
      for (let at = 0; at < ids.length; at += pairsInOne) this.#tell(peer, ids.slice(at, at + pairsInOne));
    }
  }

  /** The session is over. */
  end(peer: Peer): void {
    this.#fresh.delete(peer);
    this.#waiting.delete(peer);
  }

  #tell(peer: Peer, peers: readonly Uint8Array[]): void {
    this.relay.effects.ask({
      pattern: 'auth.contact',
      body: encodeContactCall({ clientId: peer.clientId, peers }),
      timeoutMs: askMs,
      answered: (answer) => this.#told(peer, peers, typeof answer !== 'string'),
    });
  }

  #told(peer: Peer, peers: readonly Uint8Array[], done: boolean): void {
    const pairs = this.#waiting.get(peer);
    if (pairs === undefined) return;
    for (const id of peers) {
      const key = keyOf(id);
      const routes = pairs.get(key) ?? [];
      pairs.delete(key);
      if (done) (peer.contacts ??= new Set()).add(key);
      for (const route of routes) peer.outbox.lookedUp(route, done ? true : undefined);
    }
    if (pairs.size === 0) this.#waiting.delete(peer);
  }
}
