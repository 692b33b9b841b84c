import { X25519Key } from '@keyway/crypto';
import { openSqliteMailbox, type MailboxStore } from '@keyway/mailbox';
import { AuthFeed, ChangesFeed, CurrentSettings, type RpcClient, type ServiceKit } from '@keyway/service-kit';
import { attachMacKey, serviceKeyId, verifyManifest, type VerifiedManifest } from '@keyway/session';
import { systemClock, transportFor, type LinkEvents, type Listener } from '@keyway/transport';
import { limits, WireError, type SessionSettings, type SignedManifest } from '@keyway/wire';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouterConfig } from '../config.js';
import { Door, type Visitor } from '../core/door.js';
import { defaultRelayLimits } from '../core/ports.js';
import { Relay } from '../core/relay.js';
import { Descriptors } from './descriptors.js';
import { RelayEffects } from './effects.js';
import { exportMetrics } from './metrics.js';

/** How long a drain waits for the mailboxes to answer for what was taken. */
const settleMs = 3_000;
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string };
/** Clients come back over this long after a drain, not all at once. */
const comeBackMs = 500;

/** Owns everything of the router that is not pure: sockets, timers, the mailboxes, the calls to auth. */
export class RouterService {
  readonly #listeners: Listener[] = [];
  #sweeper: NodeJS.Timeout | undefined;

  private constructor(
    private readonly config: RouterConfig,
    private readonly door: Door,
    private readonly relay: Relay,
    private readonly effects: RelayEffects,
    private readonly store: MailboxStore,
    private readonly feed: AuthFeed<VerifiedManifest>,
    private readonly changes: ChangesFeed,
  ) {}

  static async start(config: RouterConfig, kit: ServiceKit): Promise<RouterService> {
    const { fleet, signingKey, exchangeKey } = config;
    const keyId = serviceKeyId(signingKey.public.spki, exchangeKey.publicKey);
    const rpc: RpcClient = kit.connect('auth', { ...config.auth, onlyAtStart: true });
    const verify = (signed: SignedManifest): VerifiedManifest => verified(signed, fleet);
    const feed = new AuthFeed({ rpc, logger: kit.logger, fleet, keyId, exchangeKey, verify });
    let fault: WireError | undefined;
    const onFault = (thrown: WireError): void => {
      fault = thrown;
      kit.logger.error('mailbox_failed', {}, thrown);
      if (thrown.reason === 'state_damaged') return; // another router would find the same: this one still delivers what can be read
      process.kill(process.pid, 'SIGTERM'); // nothing durable can be done any more: the supervisor starts a fresh one
    };
    const path = join(config.dataFolder, 'mailboxes.sqlite');
    const now = (): number => Math.floor(systemClock.now()); // the clock that says when a message lapses: see `Relay.durable`
    const store = await openSqliteMailbox({ path, ...config.mailbox, now, onFault });
    const effects = new RelayEffects(store, rpc, kit.logger);
    const facts = {
      ...{ router: keyId, version, startedMs: now() },
      manifestVersion: () => feed.manifest?.manifest.version ?? 0,
    };
    const { longestLifetimeMs } = config.mailbox;
    const relay = new Relay(effects, now(), facts, { ...defaultRelayLimits, longestLifetimeMs });
    effects.bind(relay);
    const identity = { fleet, keyId, key: exchangeKey, macKey: attachMacKey(fleet, exchangeKey.publicKey) };
    const keys = { identity, tickets: () => feed.tickets, ephemeral: () => X25519Key.generate(), wallMs: () => Date.now() };
    const settings = new CurrentSettings(config.settings, (changed) => {
      relay.configure(changed, systemClock.now());
      service.#sweepFor(changed);
    });
    const changes = new ChangesFeed({
      ...{ rpc, logger: kit.logger },
      changed: (answer) => {
        relay.changed(answer, systemClock.now());
        settings.heard(answer.settings);
      },
    });
    const door = new Door(relay, keys, () => settings.now);
    const service = new RouterService(config, door, relay, effects, store, feed, changes);
    kit.health.check('keys', () => feed.state);
    kit.health.check('revocations', () => changes.state);
    kit.health.check('mailboxes', () => (fault === undefined ? 'ok' : fault.reason));
    kit.health.check('edge', () => (service.#listeners.length === config.listen.length ? 'ok' : 'not listening yet'));
    kit.onDrain('sessions', () => service.drain());
    exportMetrics(kit.metrics, door, relay, store);
    kit.metrics.gauge('router_auth_connected', '1 while auth is connected', () => (rpc.connected ? 1 : 0));
    kit.metrics.gauge('router_auth_silent_ms', 'since auth last said what was revoked', () => changes.silentMs);
    await service.#open(kit);
    return service;
  }

  /** Takes no more, answers for what was taken, tells every client when to come back, and lets go of the store. */
  async drain(): Promise<void> {
    this.door.drain();
    const until = systemClock.now() + settleMs;
    while (this.relay.appendingBytes > 0 && systemClock.now() < until) await new Promise((resolve) => setTimeout(resolve, 5));
    const now = systemClock.now();
    this.relay.now = now;
    for (const peer of this.relay.peers) peer.stop('session_draining', Math.floor(Math.random() * comeBackMs));
    this.relay.flush(now);
    await Promise.all(this.#listeners.map((listener) => listener.close()));
    clearInterval(this.#sweeper);
    this.feed.stop();
    this.changes.stop();
    await this.effects.settled();
    await this.store.close();
  }

  async #open(kit: ServiceKit): Promise<void> {
    this.feed.start();
    this.changes.start();
    const onFault = (thrown: unknown): void => kit.logger.error('edge_fault', {}, thrown);
    const descriptors = new Descriptors();
    kit.health.check('descriptors', () => descriptors.state);
    for (const endpoint of this.config.listen) {
      const listener = await transportFor(endpoint, { onFault }).listen(
        endpoint,
        (link) => {
          if (!descriptors.take()) return undefined;
          return new EdgeLink(this.door.enter(link), descriptors);
        },
        { maxMessageBytes: limits.messageBytes, maxLinks: descriptors.mostLinks },
      );
      this.#listeners.push(listener);
      kit.logger.info('edge_open', { endpoint: listener.endpoint, links: descriptors.mostLinks });
    }
    this.#sweepFor(this.config.settings);
  }

  #sweepFor({ heartbeatMs }: SessionSettings): void {
    clearInterval(this.#sweeper);
    const everyMs = Math.max(20, Math.min(250, heartbeatMs / 4));
    this.#sweeper = setInterval(() => this.door.sweep(systemClock.now()), everyMs);
  }
}

/** What happens on one link. A class: an idle client must not cost closures. */
class EdgeLink implements LinkEvents {
  constructor(
    private readonly visitor: Visitor,
    private readonly descriptors: Descriptors,
  ) {}

  received(bytes: Uint8Array): void {
    this.visitor.received(bytes, systemClock.now());
  }
  drained(): void {
    this.visitor.drained();
  }
  closed(): void {
    this.descriptors.giveBack();
    this.visitor.closed();
  }
}

function verified(signed: SignedManifest, fleet: Uint8Array): VerifiedManifest {
  const manifest = verifyManifest(signed, fleet, Date.now());
  if (typeof manifest === 'string') throw new WireError(manifest);
  return manifest;
}
