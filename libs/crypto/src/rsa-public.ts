import { PublicIdentity } from './public-identity.js';
import { checkRsaPublicParts } from './rsa-check.js';
import { rsaSpki, type RsaPublicParts } from './rsa-parts.js';

/** Throws KeyError `weak_key`, `key_unsupported` or `key_damaged`, and names the number. */
export function fromRsaPublicParts(parts: RsaPublicParts): PublicIdentity {
  checkRsaPublicParts(parts);
  return PublicIdentity.fromSpki(rsaSpki(parts));
}
