/** Tables as Kysely sees them. Times are Unix milliseconds, ids are bytes. */
export interface Schema {
  client: {
    id: Uint8Array;
    spki: Uint8Array;
    serial: number;
    rights: number;
    created_ms: number;
  };
  channel: {
    id: Uint8Array;
    client_id: Uint8Array;
    serial: number;
    issued_ms: number;
    valid_until_ms: number;
    source: string;
  };
  epoch: {
    purpose: string;
    id: number;
    wrapped: Uint8Array;
    not_before_ms: number;
    issue_until_ms: number;
    accept_until_ms: number;
  };
  /** One row, whose lock puts all admissions of the fleet in one order. */
  counter: {
    name: string;
    value: number;
  };
}

/** What the engines call differently. */
export interface ColumnTypes {
  readonly bytes: 'blob' | 'bytea';
}
