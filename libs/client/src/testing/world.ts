import { encodeId } from '@keyway/crypto';

export interface Row {
  readonly id: number;
  readonly sender: Uint8Array;
  readonly stream: Uint8Array;
  readonly seq: number;
  readonly createdMs: number;
  readonly storedMs: number;
  readonly expiresMs: number;
  /** undefined: a skip. */
  readonly body: Uint8Array | undefined;
}

/** What a test fleet keeps through a restart of its router: mailboxes and how far each stream was stored. */
export class World {
  readonly mailboxes = new Map<string, Row[]>();
  readonly marks = new Map<string, number>();
  /** Whose a name is. */
  readonly names = new Map<string, Uint8Array>();
  /** Services that were ever served. */
  readonly declared = new Set<string>();
  /** Messages one mailbox takes. */
  quota = Infinity;
  #nextId = 1;

  mailbox(client: Uint8Array): Row[] {
    const key = encodeId(client);
    let rows = this.mailboxes.get(key);
    if (rows === undefined) this.mailboxes.set(key, (rows = []));
    return rows;
  }

  store(recipient: Uint8Array, row: Omit<Row, 'id'>): void {
    this.mailbox(recipient).push({ ...row, id: this.#nextId++ });
  }

  release(recipient: Uint8Array, stream: Uint8Array, upTo: number): void {
    const rows = this.mailbox(recipient);
    const same = Buffer.from(stream);
    const left = rows.filter((row) => row.seq > upTo || !same.equals(row.stream));
    rows.splice(0, rows.length, ...left);
  }
}
