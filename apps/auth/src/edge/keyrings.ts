import { createEpoch, hpkeSeal, label, randomBytes, unwrapEpoch, wipe, wrapEpoch, type Epoch, type Secret } from '@keyway/crypto';
import type { EpochPurpose, Registry } from '@keyway/registry';
import type { Logger } from '@keyway/service-kit';
import { encodeEpochList, encodeKeyringAnswer, WireError } from '@keyway/wire';
import { epochPlan, type EpochTimes } from '../core/epoch-plan.js';
import { kekOf } from './kek.js';

export interface KeyringsOptions {
  /** 32 bytes. */
  readonly fleet: Uint8Array;
  /** 32 bytes in base64. */
  readonly kek: Secret;
  readonly longestLeaseMs: number;
}

const purpose: EpochPurpose = 'ticket';

/** While an epoch could not be written it is tried again so soon. */
const retryMs = 5_000;
const longestWaitMs = 3_600_000;

/**
 * The keyring of tickets: made ahead of time, stored wrapped, handed out sealed. In memory the keys are held by `Epoch`s, which do not
 * print them.
 */
export class Keyrings {
  #epochs: readonly Epoch[] = [];
  #timer: NodeJS.Timeout | undefined;
  readonly #kek: Uint8Array;
  readonly #aad: Uint8Array;

  private constructor(
    private readonly options: KeyringsOptions,
    private readonly registry: Pick<Registry, 'epochs' | 'addEpoch' | 'deleteEpochs'>,
    private readonly logger: Logger,
  ) {
    this.#kek = kekOf(options.kek);
    // what a row is bound to: one copied from another keyring or fleet does not open
    this.#aad = Buffer.concat([Buffer.from(`${purpose}\0`), options.fleet]);
  }

  /** Throws WireError `key_damaged` for a file that holds no key, `state_damaged` for another key than the rows were wrapped with. */
  static async open(
    options: KeyringsOptions,
    registry: Pick<Registry, 'epochs' | 'addEpoch' | 'deleteEpochs'>,
    logger: Logger,
  ): Promise<Keyrings> {
    const keyrings = new Keyrings(options, registry, logger);
    await keyrings.#load();
    await keyrings.#renew();
    return keyrings;
  }

  /** Whether tickets can be issued at `now`. */
  usable(now: number): boolean {
    return this.#epochs.some(({ notBeforeMs, issueUntilMs }) => notBeforeMs <= now && now < issueUntilMs);
  }

  /** The body of an answer to `auth.keyring`: all live epochs, sealed to a service's exchange key. */
  sealedTo(keyId: Uint8Array, exchangeKey: Uint8Array): Uint8Array {
    const list = encodeEpochList(this.#epochs);
    try {
      return encodeKeyringAnswer(hpkeSeal(exchangeKey, label('keyring'), Buffer.concat([this.options.fleet, keyId]), list));
    } finally {
      wipe(list);
    }
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const { key } of this.#epochs) wipe(key);
    this.#epochs = [];
    wipe(this.#kek);
  }

  async #load(): Promise<void> {
    const rows = await this.registry.epochs(purpose);
    this.#epochs = rows.map(({ wrapped }) => this.#unwrap(wrapped));
  }

  async #renew(): Promise<void> {
    const now = Date.now();
    const plan = epochPlan(this.#epochs, now, this.options.longestLeaseMs);
    for (const times of plan.make) await this.#make(times);
    if (plan.drop.length > 0) {
      await this.registry.deleteEpochs(now + 1);
      this.#epochs = this.#epochs.filter(({ id }) => !plan.drop.some((dropped) => dropped.id === id));
      this.logger.info('epochs_deleted', { purpose, ids: plan.drop.map(({ id }) => id) });
    }
    this.#sleep(Math.min(plan.nextAt - now, longestWaitMs));
  }

  async #make(times: EpochTimes): Promise<void> {
    const key = randomBytes(32);
    const epoch = createEpoch({ ...times, key });
    wipe(key);
    const added = await this.registry.addEpoch({ purpose, ...times, wrapped: wrapEpoch(this.#kek, epoch, this.#aad) });
    if (!added) return this.#load(); // another replica was faster
    this.#epochs = [...this.#epochs, epoch]; // what is not stored is never handed out
    this.logger.info('epoch_made', { purpose, ...times });
  }

  #sleep(ms: number): void {
    this.#timer = setTimeout(
      () => {
        this.#renew().catch((thrown: unknown) => {
          this.logger.error('keyring_not_renewed', { purpose }, thrown);
          this.#sleep(retryMs);
        });
      },
      Math.max(ms, 1_000),
    ).unref();
  }

  #unwrap(wrapped: Uint8Array): Epoch {
    const epoch = unwrapEpoch(this.#kek, wrapped, this.#aad);
    if (!epoch)
      throw new WireError('state_damaged', 'a keyring does not open with the key of AUTH_KEK_FILE: give the one it was made with');
    return epoch;
  }
}
