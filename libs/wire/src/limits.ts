/** Limits of the protocol, the same at every peer. docs/protocol.md lists them with their reasons. */
export const limits = Object.freeze({
  /** One message body, bytes. Larger things are sent in pieces. */
  bodyBytes: 262_144,
  /** Plaintext of a record that carries more than one run: keeps latency and memory even. */
  recordSoftBytes: 65_536,
  /** Plaintext of any record: one largest body and its headers. */
  recordBytes: 266_240,
  /** Any transport message, bytes. */
  messageBytes: 327_680,
  /** A ChannelRequest, ManifestRequest or Attach, as an encoded envelope. ML-KEM and RSA-4096 need 2.4 KiB. */
  helloBytes: 4_096,
  /** A ChannelGrant or manifest answer, as an encoded envelope. */
  answerBytes: 65_536,
  manifestBytes: 49_152,
  manifestServices: 256,
  ticketBytes: 512,
  /** SPKI of RSA-4096 is 550 bytes. */
  spkiBytes: 1_024,
  signatureBytes: 512,
  suites: 8,
  groups: 4,
  endpointBytes: 255,
  endpointsPerService: 8,
  /** Messages in one run: bounds the work one frame can ask for. */
  runMessages: 16_384,
  /** Frames of one record. */
  recordFrames: 16_384,
  rpcBytes: 1_048_576,
  /** Characters of a service's name: readable in logs and small in every request. */
  serviceNameBytes: 64,
  /** The longest a request waits for its answer: what takes longer is a message. */
  requestTimeoutMs: 600_000,
  /** Characters of a name on its way; what a name may be is stricter, and auth's to say. */
  nameBytes: 128,
  /** Names in one question. */
  names: 64,
  /** Ids in one question, entries in one answer: each answer fits one body. */
  entries: 256,
  /** Requests a worker takes at a time. */
  inFlight: 1_024,
  /** An encoded FleetCall: 256 ids need 8.5 KiB. */
  fleetCallBytes: 16_384,
  /** An encoded AdminCall or AdminAnswer: a body less what seals, signs and wraps it. 256 clients of RSA-4096 need 180 KiB. */
  adminBytes: 245_760,
  /** Characters of the reason of a block. */
  reasonBytes: 200,
  /** Lifetime of an enrolment token: 30 days. */
  tokenLifetimeS: 2_592_000,
  /** Clients that one enrolment token admits. */
  tokenUses: 100_000,
});

/** Numbers travel as 64 bits and stay below this: exact in every language's double. */
export const maxSafeSeq = Number.MAX_SAFE_INTEGER;
