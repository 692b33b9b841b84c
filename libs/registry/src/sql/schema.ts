/** Tables as Kysely sees them. Times are Unix milliseconds, ids are bytes, flags are 0 or 1; `crc`: see `crcOf`. */
export interface Schema {
  client: {
    id: Uint8Array;
    spki: Uint8Array;
    serial: number;
    rights: number;
    created_ms: number;
    hidden: number;
    blocked: number;
    seen_ms: number;
    /** It was made an operator once because the fleet was told so from outside; what operators did with it since then stays. */
    appointed: number;
    crc: number;
  };
  channel: {
    id: Uint8Array;
    client_id: Uint8Array;
    serial: number;
    issued_ms: number;
    valid_until_ms: number;
    source: string;
    crc: number;
  };
  epoch: {
    purpose: string;
    id: number;
    wrapped: Uint8Array;
    not_before_ms: number;
    issue_until_ms: number;
    accept_until_ms: number;
    crc: number;
  };
  /** `serial`, whose lock puts all that changes the registry in one order, and `feed`. */
  counter: {
    name: string;
    value: number;
    /** -1 - value: tells a damaged one, and counts along in the same statement. */
    mirror: number;
  };
  /** Either of a client or for a token. */
  name: {
    name: string;
    skeleton: string;
    client_id: Uint8Array | null;
    token_id: Uint8Array | null;
    owner_id: Uint8Array | null;
    created_ms: number;
    crc: number;
  };
  contact: {
    hidden_id: Uint8Array;
    viewer_id: Uint8Array;
    /** By the hidden client's own word. */
    named: number;
    /** When it wrote to the viewer last; 0: never. */
    wrote_ms: number;
    crc: number;
  };
  /** One row. */
  policy: {
    id: number;
    enrolment: string;
    seeing: string;
    serving: string;
    crc: number;
  };
  /** One row, or none. */
  settings: {
    id: number;
    heartbeat_ms: number;
    timeout_ms: number;
    max_body_bytes: number;
    window_messages: number;
    window_bytes: number;
    max_streams: number;
    crc: number;
  };
  token: {
    id: Uint8Array;
    wrapped: Uint8Array;
    created_ms: number;
    expires_ms: number;
    uses: number;
    used: number;
    name: string | null;
    rights: number;
    revoked: number;
    /** When it was of no more use: revoked or used up. */
    ended_ms: number | null;
    crc: number;
  };
  service: {
    name: string;
    owner_id: Uint8Array;
    members: number;
    created_ms: number;
    crc: number;
  };
  service_worker: {
    service: string;
    client_id: Uint8Array;
    crc: number;
  };
  /** The newest of each client. */
  revocation: {
    client_id: Uint8Array;
    serial: number;
    tickets_up_to: number;
    /** The end of the longest lease it is about. */
    until_ms: number;
    crc: number;
  };
  admin_nonce: {
    nonce: Uint8Array;
    time_ms: number;
    crc: number;
  };
  audit: {
    seq: number;
    time_ms: number;
    actor: Uint8Array;
    action: string;
    detail: string;
    hash: Uint8Array;
    crc: number;
  };
}

/** What the engines call differently. */
export interface ColumnTypes {
  readonly bytes: 'blob' | 'bytea';
}
