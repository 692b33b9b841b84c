import { isKeyError, KeyError, PrivateIdentity, X25519Key, type Secret } from '@keyway/crypto';
import { z } from 'zod';
import { secretFile } from './secret-file.js';

/** A variable `<X>_FILE`: the file of the key that a service signs with. A key that cannot be used is a fault of its variable. */
export const identityKeyFile = () =>
  secretFile().transform(readKey(signingKey)).describe('the signing key: Ed25519, or RSA of 3072 bits and more, PKCS#8 PEM');

/** A variable `<X>_FILE`: the file of the static key to which others encrypt for a service. */
export const exchangeKeyFile = () =>
  secretFile()
    .transform(readKey((pem) => X25519Key.fromPem(pem)))
    .describe('the exchange key: X25519, PKCS#8 PEM');

function readKey<K>(read: (pem: Uint8Array) => K) {
  return (secret: Secret, context: z.core.$RefinementCtx<Secret>): K => {
    try {
      return secret.use(read);
    } catch (thrown) {
      if (!isKeyError(thrown)) throw thrown;
      context.addIssue({ code: 'custom', message: thrown.message, params: { reason: thrown.reason } });
      return z.NEVER;
    } finally {
      secret.wipe();
    }
  };
}

function signingKey(pem: Uint8Array): PrivateIdentity {
  const identity = PrivateIdentity.fromPem(pem);
  if (identity.public.kind === 'rsa-2048') throw new KeyError('weak_key', 'a fleet signs with Ed25519 or RSA of 3072 bits and more');
  return identity;
}
