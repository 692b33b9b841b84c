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
});

/** Numbers travel as 64 bits and stay below this: exact in every language's double. */
export const maxSafeSeq = Number.MAX_SAFE_INTEGER;
