export { bodyBytes, bodyTag, countBodies, eachBody, encodeBodies, encodedBodySize, sliceBodies, writeBody } from './bodies.js';
export type { ChannelGrant, ChannelRequest, GrantBody, SessionSettings, TicketBody } from './channel.js';
export { decodeGrantBody, decodeTicketBody, encodeGrantBody, encodeTicketBody, groupIds, suiteIds } from './channel.js';
export type { Attach, Attached, Envelope, EnvelopeKind, Refusal } from './envelope.js';
export { decodeEnvelope, encodeEnvelope, envelopeKind } from './envelope.js';
export type { ErrorReason, RetryAdvice } from './errors.js';
export { codeOf, errorTable, isErrorReason, isWireError, reasonOf, WireError } from './errors.js';
export type { DeliveryClass, RunHead } from './frames.js';
export { classIds, frameTags, FrameWriter, runSizeBound } from './frames.js';
export { limits, maxSafeSeq } from './limits.js';
export type { Manifest, ManifestService, RoleName, SignedManifest } from './manifest.js';
export { decodeManifest, decodeSignedManifest, encodeManifest, encodeSignedManifest, roleIds } from './manifest.js';
export type { FileChunk, Payload } from './payload.js';
export { decodePayload, encodePayload, payloadOverheadBytes } from './payload.js';
export type { RecordHead } from './record.js';
export { isRecord, readRecordHead, recordHeadSize, writeRecordHead } from './record.js';
export type { AuthorizeAnswer, AuthorizeCall, EpochEntry, RpcAnswer, RpcBatch, RpcCall } from './rpc.js';
export {
  decodeAuthorizeAnswer,
  decodeAuthorizeCall,
  decodeEpochList,
  decodeKeyringAnswer,
  decodeKeyringCall,
  decodeLookupAnswer,
  decodeLookupCall,
  decodeManifestAnswer,
  decodeRpcBatch,
  encodeAuthorizeAnswer,
  encodeAuthorizeCall,
  encodeEpochList,
  encodeKeyringAnswer,
  encodeKeyringCall,
  encodeLookupAnswer,
  encodeLookupCall,
  encodeManifestAnswer,
  encodeRpcBatch,
} from './rpc.js';
export type { FrameVisitor } from './scan.js';
export { scanFrames } from './scan.js';
export { varintSize, VarintReader, writeVarint } from './varint.js';
