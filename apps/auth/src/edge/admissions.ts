import type { Admission, AdmitOutcome, Registry } from '@keyway/registry';

interface Waiting {
  readonly admission: Admission;
  resolve(outcome: AdmitOutcome): void;
  reject(thrown: unknown): void;
}

/** Gathers admissions: all of one turn of the event loop, and all that come while a transaction is written, share one transaction. */
export class Admissions {
  #waiting: Waiting[] = [];
  #writing = false;

  constructor(private readonly registry: Pick<Registry, 'admit'>) {}

  admit(admission: Admission): Promise<AdmitOutcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ admission, resolve, reject });
      if (this.#writing) return;
      this.#writing = true;
      setImmediate(() => void this.#write());
    });
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        const outcomes = await this.registry.admit(batch.map(({ admission }) => admission));
        batch.forEach(({ resolve }, i) => resolve(outcomes[i]!));
      } catch (thrown) {
        for (const { reject } of batch) reject(thrown);
      }
    }
    this.#writing = false;
  }
}
