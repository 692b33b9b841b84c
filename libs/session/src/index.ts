export type { AdminCallInput, AdminRecipient } from './admin-call.js';
export { adminCallHash, openAdminAnswer, openAdminCall, sealAdminAnswer, sealAdminCall, verifyAdminCall } from './admin-call.js';
export type { AcceptedAttach, PendingAttach, RouterIdentity, RouterKey } from './attach.js';
export { acceptAttach, attachMacKey, beginAttach, finishAttach } from './attach.js';
export { auditHash, auditStart, checkAudit } from './audit-chain.js';
export type { Channel, GrantInput, UnsignedGrant } from './channel-grant.js';
export { grantChannel, openGrant } from './channel-grant.js';
export type { PendingRequest, RequestInput } from './channel-request.js';
export { beginChannelRequest, channelIdOf, checkRequest, freshMs, protocolVersion, requestHash, verifyRequest } from './channel-request.js';
export type { EnrolmentToken } from './enrolment.js';
export { enrolmentToken, tokenKeyOf, tokenProofFits } from './enrolment.js';
export type { SessionRole, StreamFrames } from './inbound.js';
export type { IncomingWindow } from './held-runs.js';
export type { IncomingEvents } from './incoming.js';
export { IncomingStreams } from './incoming.js';
export type { IncomingMessage, StreamMark } from './incoming-stream.js';
export type { VerifiedManifest } from './manifest.js';
export {
  longestManifestMs,
  manifestHash,
  publicKey,
  serviceKeyId,
  serviceOf,
  servicesOf,
  signManifest,
  verifyManifest,
} from './manifest.js';
export { signNameShare, verifyNameShare } from './name-share.js';
export { choose, nameOffer, offeredGroups, offeredSuites } from './negotiation.js';
export type { Settled } from './outgoing.js';
export { OutgoingStreams } from './outgoing.js';
export type { OutgoingMessage, OutgoingStream } from './outgoing-stream.js';
export { requestTranscript } from './request-transcript.js';
export type { Received, RekeyLimits } from './session.js';
export { defaultRekey, Session } from './session.js';
export type { Traffic } from './traffic.js';
export { deriveTraffic, TrafficKeys } from './traffic.js';
