import { decodeChangesAnswer, encodeChangesCall, WireError, type ChangesAnswer } from '@keyway/wire';
import type { Logger } from '../log/logger.js';
import type { RpcClient } from '../rpc/rpc-client.js';

export interface ChangesFeedOptions {
  readonly rpc: Pick<RpcClient, 'call'>;
  readonly logger: Logger;
  /** Told of every answer, also of those that bring nothing new: auth is there. */
  readonly changed: (answer: ChangesAnswer) => void;
  /** Milliseconds between an answer and the next question; 250 unless given: a revocation holds everywhere within a second. */
  readonly everyMs?: number;
}

const callMs = 1_000;
/** Silence that is worth a line in the log. */
const silentMs = 2_000;

/** What auth wants known at once: whose tickets were revoked, and the settings of sessions. Asked for again and again. */
export class ChangesFeed {
  #after = 0;
  /** Auth had nothing more to tell: a long list comes in pieces. */
  #complete = false;
  #answeredAt: number | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #silent = false;

  constructor(private readonly options: ChangesFeedOptions) {}

  /** `'ok'`, or what is missing: a readiness check. Once auth has answered it stays. */
  get state(): string {
    return this.#complete ? 'ok' : 'no revocations yet';
  }

  /** Milliseconds since auth answered; NaN: never yet. */
  get silentMs(): number {
    return this.#answeredAt === undefined ? NaN : performance.now() - this.#answeredAt;
  }

  start(): void {
    void this.#look();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    let waitMs = this.options.everyMs ?? 250;
    try {
      const answer = decodeChangesAnswer(await this.options.rpc.call('auth.changes', encodeChangesCall({ after: this.#after }), callMs));
      if (answer === undefined) throw new WireError('malformed', 'the changes that auth gave');
      if (!this.#stopped) this.#heard(answer);
      if (answer.revoked.length > 0) waitMs = 0; // there may be more
    } catch (thrown) {
      this.#missed(thrown);
    }
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#look(), waitMs);
  }

  #heard(answer: ChangesAnswer): void {
    if (this.#silent) this.options.logger.info('auth_back', { silentMs: Math.round(this.silentMs) });
    this.#silent = false;
    this.#answeredAt = performance.now();
    this.#complete ||= answer.revoked.length === 0;
    this.options.changed(answer);
    this.#after = answer.serial;
  }

  #missed(thrown: unknown): void {
    if (this.#silent || this.#stopped || this.silentMs < silentMs) return;
    this.#silent = this.#answeredAt !== undefined;
    if (this.#silent) this.options.logger.warn('auth_away', { silentMs: Math.round(this.silentMs) }, thrown);
  }
}
