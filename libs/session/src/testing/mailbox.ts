/** A stored message, or a number that was skipped. */
export interface Row {
  readonly id: number;
  readonly sender: Uint8Array;
  readonly stream: Uint8Array;
  readonly seq: number;
  readonly body: Uint8Array | undefined;
}

export type Stored =
  | { readonly kind: 'stored'; readonly upTo: number }
  | { readonly kind: 'refused'; readonly reason: 'mailbox_full' | 'stream_gap'; readonly from: number };

/** Mailboxes of a router, row by row: what survives its crashes. Exactly the next number of a stream is stored. */
export class TestMailbox {
  readonly #rows = new Map<string, Row[]>();
  readonly #marks = new Map<string, number>();
  /** Streams refused before their first row: they begin where they were refused, and nowhere behind. */
  readonly #halts = new Map<string, number>();
  #nextId = 1;
  constructor(readonly quota: number) {}

  append(
    recipient: Uint8Array,
    sender: Uint8Array,
    stream: Uint8Array,
    firstSeq: number,
    bodies: readonly (Uint8Array | undefined)[],
  ): Stored {
    const key = `${hex(recipient)}/${hex(sender)}/${hex(stream)}`;
    const rows = this.rowsOf(recipient);
    let mark = this.#marks.get(key);
    if (mark !== undefined && firstSeq > mark + 1) return { kind: 'refused', reason: 'stream_gap', from: firstSeq };
    if (mark === undefined && firstSeq > (this.#halts.get(key) ?? firstSeq))
      return { kind: 'refused', reason: 'stream_gap', from: firstSeq };
    mark ??= firstSeq - 1;
    for (let i = 0; i < bodies.length; i += 1) {
      const seq = firstSeq + i;
      if (seq <= mark) continue;
      if (rows.length >= this.quota) {
        if (!this.#marks.has(key)) this.#halts.set(key, seq);
        return { kind: 'refused', reason: 'mailbox_full', from: seq };
      }
      rows.push({ id: (this.#nextId += 1), sender, stream, seq, body: bodies[i] });
      this.#marks.set(key, seq);
    }
    return { kind: 'stored', upTo: firstSeq + bodies.length - 1 };
  }

  rowsOf(recipient: Uint8Array): Row[] {
    const key = hex(recipient);
    let rows = this.#rows.get(key);
    if (rows === undefined) this.#rows.set(key, (rows = []));
    return rows;
  }

  release(recipient: Uint8Array, sender: Uint8Array, stream: Uint8Array, upTo: number): void {
    const rows = this.rowsOf(recipient);
    const kept = rows.filter((row) => row.seq > upTo || hex(row.stream) !== hex(stream) || hex(row.sender) !== hex(sender));
    rows.splice(0, rows.length, ...kept);
  }

  hasRoom(recipient: Uint8Array): boolean {
    return this.rowsOf(recipient).length * 2 < this.quota;
  }

  /** A damaged store: a stream's mark falls back, and the rows behind it are gone. */
  rollBack(recipient: Uint8Array, sender: Uint8Array, stream: Uint8Array, toSeq: number): void {
    this.#marks.set(`${hex(recipient)}/${hex(sender)}/${hex(stream)}`, toSeq);
    const rows = this.rowsOf(recipient);
    const kept = rows.filter((row) => row.seq <= toSeq || hex(row.stream) !== hex(stream));
    rows.splice(0, rows.length, ...kept);
  }
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
