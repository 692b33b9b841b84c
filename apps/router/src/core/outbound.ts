/** A row on its way: its number in the mailbox, the last number of its run, and how many messages it holds. */
interface Row {
  readonly id: number;
  readonly last: number;
  readonly messages: number;
}

const none: readonly Row[] = Object.freeze([]);

/** A stream on its way to a client, and the rows of it that the client has not yet said `stored` for. */
export class Outbound {
  #rows = none as Row[];
  /** Rows before this one were released: a moving head instead of `shift`. */
  #head = 0;

  constructor(readonly handle: number) {}

  wrote(id: number, last: number, messages: number): void {
    if (this.#rows === none) this.#rows = [];
    this.#rows.push({ id, last, messages });
  }

  /** Every number up to this one is in the client's hands: tells `inbox` of each row that may go, oldest first. */
  stored(upTo: number, inbox: { release(id: number, messages: number): void }): void {
    const rows = this.#rows;
    while (this.#head < rows.length && rows[this.#head]!.last <= upTo) {
      const { id, messages } = rows[this.#head]!;
      this.#head += 1;
      inbox.release(id, messages);
    }
    if (this.#head === rows.length) {
      this.#rows = none as Row[];
      this.#head = 0;
    } else if (this.#head > 64 && this.#head * 2 > rows.length) {
      rows.splice(0, this.#head);
      this.#head = 0;
    }
  }
}
