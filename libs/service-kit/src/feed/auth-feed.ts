import type { X25519Key } from '@keyway/crypto';
import { hpkeOpen, Keyring, label, wipe } from '@keyway/crypto';
import type { SignedManifest } from '@keyway/wire';
import {
  decodeEpochList,
  decodeKeyringAnswer,
  decodeManifestAnswer,
  decodeSignedManifest,
  encodeKeyringCall,
  WireError,
} from '@keyway/wire';
import type { Logger } from '../log/logger.js';
import type { RpcClient } from '../rpc/rpc-client.js';

export interface AuthFeedOptions<M> {
  readonly rpc: Pick<RpcClient, 'call'>;
  readonly logger: Logger;
  /** 32 bytes each. */
  readonly fleet: Uint8Array;
  readonly keyId: Uint8Array;
  /** The service's exchange key, to which auth seals the keyring. */
  readonly exchangeKey: X25519Key;
  /** Checks a manifest against the pinned fleet; throws a WireError otherwise. */
  readonly verify: (signed: SignedManifest) => M;
  /** Milliseconds between two looks; 60,000 unless given. Epochs are published ten minutes before their use. */
  readonly everyMs?: number;
}

const callMs = 5_000;
const retryMs = { least: 50, most: 2_000 };

/**
 * What a service holds of auth's: the ticket epochs, and the manifest. Asked for again and again; while auth is away the service
 * works on with what it has.
 */
export class AuthFeed<M> {
  #tickets = new Keyring();
  #manifest: M | undefined;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #stopped = false;

  constructor(private readonly options: AuthFeedOptions<M>) {}

  get tickets(): Keyring {
    return this.#tickets;
  }
  get manifest(): M | undefined {
    return this.#manifest;
  }

  /** `'ok'`, or what is missing: a readiness check. */
  get state(): string {
    if (this.#manifest === undefined) return 'no manifest yet';
    return this.#tickets.ids.length === 0 ? 'no ticket epochs yet' : 'ok';
  }

  start(): void {
    void this.#look();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#tickets.wipe();
  }

  async #look(): Promise<void> {
    try {
      const [manifest, tickets] = await Promise.all([this.#fetchManifest(), this.#fetchTickets()]);
      if (this.#stopped) return tickets.wipe();
      this.#tickets.wipe();
      this.#tickets = tickets;
      this.#manifest = manifest;
      this.#failures = 0;
    } catch (thrown) {
      this.#failures += 1;
      if (this.#failures === 5) this.options.logger.warn('auth_feed_failed', { attempts: this.#failures }, thrown);
    }
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#look(), this.#waitMs());
  }

  #waitMs(): number {
    const everyMs = this.options.everyMs ?? 60_000;
    return this.#failures === 0 ? everyMs : Math.min(retryMs.most, everyMs, retryMs.least * 2 ** Math.min(this.#failures, 10));
  }

  async #fetchManifest(): Promise<M> {
    const bytes = decodeManifestAnswer(await this.options.rpc.call('auth.manifest', new Uint8Array(0), callMs));
    const signed = bytes && decodeSignedManifest(bytes);
    if (signed === undefined) throw new WireError('malformed', 'the manifest that auth gave');
    return this.options.verify(signed);
  }

  async #fetchTickets(): Promise<Keyring> {
    const { rpc, keyId, fleet, exchangeKey } = this.options;
    const sealed = decodeKeyringAnswer(await rpc.call('auth.keyring', encodeKeyringCall(keyId), callMs));
    const opened = sealed && hpkeOpen(exchangeKey, label('keyring'), Buffer.concat([fleet, keyId]), sealed);
    const epochs = opened && decodeEpochList(opened);
    if (opened === undefined || epochs === undefined) throw new WireError('malformed', 'the keyring that auth gave');
    const keyring = new Keyring(epochs);
    wipe(opened, ...epochs.map((epoch) => epoch.key));
    return keyring;
  }
}
