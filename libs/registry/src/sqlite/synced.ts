import type { DatabaseSync } from 'node:sqlite';
import { Witness } from '@keyway/sqlite-log';

/** Tells the witness of a file after each commit which serial is in it now. */
export class Synced {
  #witness: Witness | undefined;
  #serial = 0;
  #taken: number | undefined;

  /** From now on there is a witness. @param serial - what the file holds. */
  start(db: DatabaseSync, path: string, serial: number): void {
    this.#serial = serial;
    this.#witness = new Witness(db, path);
    this.#witness.note(serial);
  }

  /** Inside a transaction. */
  readonly reached = (serial: number): void => {
    this.#taken = serial;
  };

  committed(): void {
    this.#serial = this.#taken ?? this.#serial;
    this.#taken = undefined;
    this.#witness?.note(this.#serial);
  }

  rolledBack(): void {
    this.#taken = undefined;
  }

  /** After the database was closed. */
  close(): void {
    this.#witness?.close(this.#serial);
    this.#witness = undefined;
  }
}
