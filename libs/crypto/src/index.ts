export { createAead, type Aead } from './aead.js';
export { unwrapEpoch, wrapEpoch } from './epoch-wrap.js';
export { equal, hmacSha256, sha256 } from './hash.js';
export { hpkeOpen, hpkeSeal, hpkeSealFrom } from './hpke.js';
export { IdentityCache } from './identity-cache.js';
export type { IdentityKind } from './identity-kind.js';
export { hkdf } from './kdf.js';
export { isKeyError, KeyError, type KeyErrorReason } from './key-error.js';
export {
  exportComponents,
  exportPrivateKey,
  exportPublicKey,
  privateFormats,
  publicFormats,
  type PrivateFormat,
  type PublicFormat,
} from './key-export.js';
export { importPrivateKey, importPublicKey, inspectKey, type KeySummary } from './key-import.js';
export { createEpoch, Keyring, type Epoch } from './keyring.js';
export { label, labelNames, signedBytes, type LabelName } from './label.js';
export { MLKEM_CIPHERTEXT_BYTES, MLKEM_PUBLIC_BYTES, MlKemKey, mlKemEncapsulate } from './mlkem.js';
export { PrivateIdentity } from './private-identity.js';
export { PublicIdentity } from './public-identity.js';
export { randomBytes } from './random.js';
export { recordNonces, type RecordNonces } from './record-nonce.js';
export type { RsaComponents } from './rsa-components.js';
export { Secret } from './secret.js';
export { fingerprintText, sshFingerprint } from './ssh-public.js';
export { AES_256_GCM, CHACHA20_POLY1305, findSuite, suites, type Suite, type SuiteId } from './suite.js';
export { decodeBase32, decodeId, encodeBase32, encodeId } from './text-id.js';
export { openTicket, sealTicket, TICKET_OVERHEAD } from './ticket.js';
export { wipe } from './wipe.js';
export { X25519_BYTES, X25519Key } from './x25519.js';
