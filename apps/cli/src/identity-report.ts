import { encodeId, sshFingerprint, type PublicIdentity } from '@keyway/crypto';
import type { Terminal } from './terminal.js';

/** What tells one identity from all others: for scripts. */
export const identityData = (identity: PublicIdentity): object => ({
  id: encodeId(identity.fingerprint),
  type: identity.kind,
  ssh: sshFingerprint(identity),
  sha256: Buffer.from(identity.fingerprint).toString('hex'),
});

/** The same for people. The fingerprint is that of `ssh-keygen -l`; the client id is the SHA-256 of another form of the same key. */
export function sayIdentity(terminal: Terminal, identity: PublicIdentity): void {
  terminal.say(`client id    ${terminal.paint('bold', encodeId(identity.fingerprint))}`);
  terminal.say(`fingerprint  ${sshFingerprint(identity)}`);
}
