import type { Keyring } from '@keyway/crypto';
import { encodeId, X25519Key } from '@keyway/crypto';
import type { RouterIdentity } from '@keyway/session';
import { acceptAttach, Session } from '@keyway/session';
import type { Link, LinkEvents, Listener } from '@keyway/transport';
import { transportFor } from '@keyway/transport';
import type { Attach, ErrorReason, SessionSettings } from '@keyway/wire';
import { codeOf, decodeEnvelope, encodeEnvelope } from '@keyway/wire';
import { TestDesk } from './desk.js';
import { TestPeer } from './peer.js';
import type { World } from './world.js';

/** Told of every record: true cuts the link in front of it. */
export type Tap = (direction: 'up' | 'down') => boolean;

/** Attaches clients, stores and relays: the smallest router a client can tell from none. */
export class TestRouter {
  /** Refuse every attach so; undefined: serve. */
  refuseWith: ErrorReason | undefined;
  /** Send every record twice. */
  echo = false;
  tap: Tap = () => false;
  attaches = 0;
  readonly desk = new TestDesk(this);
  readonly #peers = new Map<string, TestPeer>();
  readonly #halted = new Map<string, { readonly peer: TestPeer; readonly handle: number }[]>();
  #listeners: Listener[] = [];
  readonly #links = new Set<Link>();

  /** Sessions that opened more streams than they may. */
  overruns = 0;

  constructor(
    readonly identity: RouterIdentity,
    readonly world: World,
    private readonly tickets: Keyring,
    private readonly settings: () => SessionSettings,
    readonly knows: (client: Uint8Array) => boolean,
    /** Everybody there is, by ascending id. */
    readonly members: () => readonly Uint8Array[],
    readonly nowMs: () => number,
  ) {}

  async listen(endpoints: readonly string[]): Promise<readonly string[]> {
    for (const endpoint of endpoints) this.#listeners.push(await transportFor(endpoint).listen(endpoint, (link) => this.#accept(link)));
    return this.#listeners.map((listener) => listener.endpoint);
  }

  /** Without a word to anybody, as a killed process. */
  async kill(): Promise<void> {
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const link of this.#links) link.close();
    this.#peers.clear();
    this.#halted.clear();
    await Promise.all(listeners.map((listener) => listener.close()));
  }

  /** Says STOP to a client. */
  stop(client: Uint8Array, reason: ErrorReason): void {
    const peer = this.peerOf(client);
    peer?.session.stop(reason, this.nowMs());
    peer?.flush();
  }

  /** New settings for everybody attached. */
  configure(): void {
    for (const peer of this.#peers.values()) {
      peer.session.out.config(this.nowMs(), this.settings());
      peer.wake();
    }
  }

  /** Cuts the link of a client. */
  cut(client: Uint8Array): void {
    const peer = this.peerOf(client);
    peer?.link.close();
    if (peer !== undefined) this.#gone(peer);
  }

  peerOf(client: Uint8Array): TestPeer | undefined {
    return this.#peers.get(encodeId(client));
  }

  halt(recipient: Uint8Array, peer: TestPeer, handle: number): void {
    const name = encodeId(recipient);
    this.#halted.set(name, [...(this.#halted.get(name) ?? []), { peer, handle }]);
  }

  stored(recipient: Uint8Array, stream: Uint8Array, upTo: number): void {
    this.world.release(recipient, stream, upTo);
    const name = encodeId(recipient);
    if (this.world.mailbox(recipient).length > this.world.quota / 2) return;
    for (const { peer, handle } of this.#halted.get(name) ?? []) {
      peer.session.out.goOn(handle);
      peer.wake();
    }
    this.#halted.delete(name);
  }

  /** @internal */
  carry(link: Link, bytes: Uint8Array): boolean {
    if (this.tap('down')) {
      this.#cutLink(link);
      return false;
    }
    if (this.echo) link.send(bytes.slice());
    return link.send(bytes);
  }

  #cutLink(link: Link): void {
    link.close();
    for (const peer of this.#peers.values()) if (peer.link === link) this.#gone(peer);
  }

  #accept(link: Link): LinkEvents {
    let peer: TestPeer | undefined;
    this.#links.add(link);
    return {
      received: (bytes) => {
        if (peer === undefined) {
          const hello = decodeEnvelope(bytes);
          if (hello?.kind === 'attach') peer = this.#attach(link, hello.value);
          else link.close();
          return;
        }
        if (this.tap('up')) return this.#cutLink(link);
        const taken = peer.session.receive(bytes, this.nowMs(), peer);
        if (taken === 'taken' && !peer.proven) this.#prove(peer);
        if (taken === 'closed') peer.flush();
        else peer.wake();
      },
      drained: () => peer?.drained(),
      closed: () => {
        this.#links.delete(link);
        if (peer !== undefined && this.#peers.get(peer.name) === peer) this.#gone(peer);
      },
    };
  }

  #attach(link: Link, hello: Attach): TestPeer | undefined {
    this.attaches += 1;
    const accepted = this.refuseWith ?? acceptAttach(hello, this.identity, this.tickets, X25519Key.generate(), this.nowMs());
    if (typeof accepted === 'string') {
      const code = codeOf(this.refuseWith ?? 'unauthorised');
      link.send(
        encodeEnvelope({ kind: 'refusal', value: { code, requestHash: new Uint8Array(0), timeMs: this.nowMs(), retryAfterMs: 0 } }),
      );
      link.close();
      return undefined;
    }
    link.send(encodeEnvelope({ kind: 'attached', value: accepted.answer }));
    const session = new Session('router', accepted.traffic, this.settings(), this.nowMs(), accepted.ticket.validUntilMs);
    return new TestPeer(accepted.ticket.clientId, link, session, this);
  }

  /** The first record has proven the keys: now the session before is told and replaced. */
  #prove(peer: TestPeer): void {
    peer.proven = true;
    const before = this.#peers.get(peer.name);
    this.#peers.set(peer.name, peer);
    if (before === undefined) this.desk.presence(peer.id, true);
    else this.desk.left(before);
    before?.session.stop('session_replaced', this.nowMs());
    before?.flush();
  }

  #gone(peer: TestPeer): void {
    this.#peers.delete(peer.name);
    this.desk.left(peer);
    this.desk.presence(peer.id, false);
  }
}
