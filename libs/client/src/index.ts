export { PrivateIdentity, PublicIdentity, Secret } from '@keyway/crypto';
export { errorTable, isWireError, WireError } from '@keyway/wire';
export type { ErrorReason, Manifest, RetryAdvice, RightName, SessionSettings } from '@keyway/wire';
export type { AdminClient, AdminHealth, AdminService, AdminToken, AuditRecord, FleetPolicy } from './admin-entries.js';
export type { FleetAddress } from './address.js';
export { formatFleetAddress, parseFleetAddress } from './address.js';
export type { Answer } from './answer.js';
export type { Reply, RequestOptions } from './asking.js';
export type { AuditHead } from './audit.js';
export { Backoff } from './backoff.js';
export type { Client, ClientState, ClientStats, SendOptions } from './client.js';
export type { ConnectOptions } from './connect.js';
export { connect } from './connect.js';
export type { ClientEvents, EventName, Listener } from './events.js';
export type { FileEvent, FileFailure, FileReceiverOptions } from './files/file-receiver.js';
export { FileReceiver } from './files/file-receiver.js';
export type { FileSent, SendFileOptions } from './files/send-file.js';
export type { FirstContact } from './first-contact.js';
export { fetchFingerprint } from './first-contact.js';
export type {
  AddedMember,
  ClientChange,
  ClientFilter,
  CreatedToken,
  FleetAdmin,
  NewMember,
  ServiceDeclaration,
  TokenOptions,
} from './fleet-admin.js';
export type { FleetStatus, Member, NameShare, VisibilityOptions } from './fleet-calls.js';
export type { Message } from './messages.js';
export type { OutboxLimits, PostOptions, Sent, Settle } from './outbox.js';
export type { PresenceEvent, PresenceListener } from './presence.js';
export { shareName, type NameShareOptions } from './share-name.js';
export type { ServiceRequest } from './service-request.js';
export type { ServiceHandler, Serving } from './service.js';
export type { ServeOptions } from './serving.js';
export { FileStore, type FileStoreOptions } from './store/file.js';
export { MemoryStore } from './store/memory.js';
export type { StateEntry, StateOwner, StateStore, StoredMessage, StoredState, StoredStream } from './store/store.js';
export { formatToken, parseToken } from './token.js';
