export type { Added, AdminAnswer, AuditEntry, AuthHealth, ClientEntry, NewToken, ServiceEntry, TokenEntry } from './admin-answer.js';
export { decodeAdminAnswer, encodeAdminAnswer } from './admin-answer.js';
export type {
  AddClients,
  AdminCall,
  AdminCalls,
  Block,
  ChangeClient,
  CreateToken,
  DeclareService,
  ListAudit,
  ListClients,
  NewClient,
  Policy,
  RemoveService,
  Revoke,
  RevokeToken,
  Unblock,
} from './admin-call.js';
export { decodeAdminCall, encodeAdminCall, enrolmentIds, seeingIds, servingIds } from './admin-call.js';
export type { SealedAdminCall, SignedAdminCall } from './admin-seal.js';
export { decodeSealedAdminCall, decodeSignedAdminCall, encodeSealedAdminCall, encodeSignedAdminCall } from './admin-seal.js';
export { bodyBytes, bodyTag, countBodies, eachBody, encodeBodies, encodedBodySize, sliceBodies, writeBody } from './bodies.js';
export type { ChannelGrant, ChannelRequest, GrantBody, SessionSettings, TicketBody } from './channel.js';
export { decodeGrantBody, decodeTicketBody, encodeGrantBody, encodeTicketBody, groupIds, suiteIds } from './channel.js';
export type { Attach, Attached, Envelope, EnvelopeKind, Refusal } from './envelope.js';
export { decodeEnvelope, encodeEnvelope, envelopeKind } from './envelope.js';
export type { ErrorReason, RetryAdvice } from './errors.js';
export { codeOf, errorTable, isErrorReason, isWireError, reasonOf, WireError } from './errors.js';
export type {
  Claim,
  FleetAnswer,
  FleetCall,
  FleetCalls,
  FleetStatus,
  List,
  Member,
  Resolve,
  Serve,
  Status,
  Visibility,
  Watch,
  Who,
} from './fleet.js';
export { decodeFleetAnswer, decodeFleetCall, encodeFleetAnswer, encodeFleetCall } from './fleet.js';
export type { DeliveryClass, RunHead } from './frames.js';
export { classIds, frameTags, FrameWriter, replySizeBound, requestSizeBound, runSizeBound } from './frames.js';
export { limits, maxSafeSeq } from './limits.js';
export type { Manifest, ManifestService, RoleName, SignedManifest } from './manifest.js';
export { decodeManifest, decodeSignedManifest, encodeManifest, encodeSignedManifest, roleIds } from './manifest.js';
export type { OneOf, SparseOneOf } from './oneof.js';
export type { FileChunk, Payload } from './payload.js';
export { decodePayload, encodePayload, payloadOverheadBytes } from './payload.js';
export type { Sparse } from './fields.js';
export type { RecordHead } from './record.js';
export { isRecord, readRecordHead, recordHeadSize, writeRecordHead } from './record.js';
export type { RightName } from './rights.js';
export { rightBits, rightBits as rights } from './rights.js';
export type { AuthorizeAnswer, AuthorizeCall, EpochEntry, RpcAnswer, RpcBatch, RpcCall } from './rpc.js';
export {
  decodeAuthorizeAnswer,
  decodeAuthorizeCall,
  decodeEpochList,
  decodeKeyringAnswer,
  decodeKeyringCall,
  decodeManifestAnswer,
  decodeRpcBatch,
  encodeAuthorizeAnswer,
  encodeAuthorizeCall,
  encodeEpochList,
  encodeKeyringAnswer,
  encodeKeyringCall,
  encodeManifestAnswer,
  encodeRpcBatch,
} from './rpc.js';
export type {
  AdminRpcAnswer,
  AdminRpcCall,
  ChangesAnswer,
  ChangesCall,
  ContactCall,
  FleetRpcAnswer,
  FleetRpcCall,
  LookupCall,
  Revoked,
  ServiceAnswer,
  ServiceCall,
} from './rpc-clients.js';
export {
  decodeAdminRpcAnswer,
  decodeAdminRpcCall,
  decodeChangesAnswer,
  decodeChangesCall,
  decodeContactCall,
  decodeFleetRpcAnswer,
  decodeFleetRpcCall,
  decodeLookupAnswer,
  decodeLookupCall,
  decodeServiceAnswer,
  decodeServiceCall,
  encodeAdminRpcAnswer,
  encodeAdminRpcCall,
  encodeChangesAnswer,
  encodeChangesCall,
  encodeContactCall,
  encodeFleetRpcAnswer,
  encodeFleetRpcCall,
  encodeLookupAnswer,
  encodeLookupCall,
  encodeServiceAnswer,
  encodeServiceCall,
  sightIds,
} from './rpc-clients.js';
export type { FrameVisitor } from './scan.js';
export { scanFrames } from './scan.js';
export { isServiceName, reservedServicePrefix } from './service-name.js';
export { varintSize, VarintReader, writeVarint } from './varint.js';
