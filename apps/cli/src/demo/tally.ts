/** What the receivers told, counted: which messages came, and which came twice without being flagged. */
export class Tally {
  readonly #seen = new Set<string>();
  #twice = 0;
  #again = 0;

  /**
   * @param redelivered - the client said itself that it had been in hand before.
   * @returns whether it is new.
   */
  add(id: string, redelivered: boolean): boolean {
    const isNew = !this.#seen.has(id);
    if (isNew) this.#seen.add(id);
    else if (redelivered) this.#again += 1;
    else this.#twice += 1;
    return isNew;
  }

  get received(): number {
    return this.#seen.size;
  }

  /** In hand when the receiver was killed: shown once more, and flagged. */
  get again(): number {
    return this.#again;
  }

  get twice(): number {
    return this.#twice;
  }
}
