import { formatFleetAddress } from '@keyway/client';
import { createEpoch, Keyring, PrivateIdentity, randomBytes, X25519Key } from '@keyway/crypto';
import {
  acceptAttach,
  attachMacKey,
  manifestHash,
  serviceKeyId,
  signManifest,
  type AcceptedAttach,
  type VerifiedManifest,
} from '@keyway/session';
import { transportFor, type Link, type LinkEvents, type Listener } from '@keyway/transport';
import { decodeEnvelope, encodeEnvelope, groupIds, suiteIds } from '@keyway/wire';
import type { Attach, Manifest, ManifestService, RoleName } from '@keyway/wire';
import { Granting } from './granting.js';
import { HandSession } from './hand-session.js';

interface Keys {
  readonly signer: PrivateIdentity;
  readonly exchange: X25519Key;
}
const keysOf = (): Keys => ({ signer: PrivateIdentity.generate('ed25519'), exchange: X25519Key.generate() });
const idOf = ({ signer, exchange }: Keys): Uint8Array => serviceKeyId(signer.public.spki, exchange.publicKey);

/** What a router has in its hands when somebody greets it. */
export interface Accepting {
  readonly fleet: HostileFleet;
  readonly hello: Attach;
  readonly accepted: AcceptedAttach;
}

/** What is said, be it nothing. */
export type Answer = readonly Uint8Array[] | 'hangs up';

/**
 * A whole fleet in this process, with real keys and everything a client checks, whose parts answer as a test says. Clients know its
 * fingerprint: it is theirs, and has bugs.
 */
export class HostileFleet {
  readonly root: PrivateIdentity;
  readonly broker = keysOf();
  readonly router = keysOf();
  readonly id = { broker: idOf(this.broker), router: idOf(this.router) };
  readonly tickets = new Keyring([
    createEpoch({ id: 1, key: randomBytes(32), notBeforeMs: 0, issueUntilMs: 2 ** 52, acceptUntilMs: 2 ** 52 }),
  ]);
  grants: (granting: Granting) => Answer = (granting) => [granting.grant()];
  accepts: (accepting: Accepting) => Answer = ({ accepted }) => [encodeEnvelope({ kind: 'attached', value: accepted.answer })];
  /** A client was answered; what it says, and that it has left, goes to who is returned. */
  meets: (end: HandSession, link: Link, clientId: Uint8Array) => Pick<LinkEvents, 'received' | 'closed'> = () => nobody;
  #listener!: Listener;

  private constructor(root: PrivateIdentity) {
    this.root = root;
  }

  static async start(root = PrivateIdentity.generate('ed25519')): Promise<HostileFleet> {
    const fleet = new HostileFleet(root);
    fleet.#listener = await transportFor('tcp://127.0.0.1:0').listen('tcp://127.0.0.1:0', (link) => fleet.#meet(link));
    return fleet;
  }

  stop(): Promise<void> {
    return this.#listener.close();
  }

  get address(): string {
    const port = Number(new URL(this.#listener.endpoint).port);
    return formatFleetAddress({ fingerprint: this.root.public.fingerprint, host: '127.0.0.1', port });
  }

  service(role: RoleName, keys: Keys, change: Partial<ManifestService> = {}): ManifestService {
    const [signingKey, exchangeKey] = [keys.signer.public.spki, keys.exchange.publicKey];
    return { role, keyId: idOf(keys), signingKey, exchangeKey, endpoints: [this.#listener.endpoint], ...change };
  }

  manifest(change: Partial<Manifest> = {}): VerifiedManifest {
    const nowMs = Date.now();
    const manifest: Manifest = {
      ...{ fleet: this.root.public.fingerprint, version: 7, notBeforeMs: nowMs - 1_000, expiresMs: nowMs + 86_400_000 },
      services: [this.service('channel-broker', this.broker), this.service('router', this.router)],
      ...{ suites: [suiteIds.AES_256_GCM, suiteIds.CHACHA20_POLY1305], groups: [groupIds.X25519_MLKEM768] },
      ...change,
    };
    const signed = signManifest(manifest, this.root);
    return { signed, manifest, hash: manifestHash(signed.manifest) };
  }

  /** The honest answer to a hello; undefined when it deserves none. */
  accept(hello: Attach): AcceptedAttach | undefined {
    const fleet = this.root.public.fingerprint;
    const key = this.router.exchange;
    const identity = { fleet, keyId: this.id.router, key, macKey: attachMacKey(fleet, key.publicKey) };
    const accepted = acceptAttach(hello, identity, this.tickets, X25519Key.generate(), Date.now());
    return typeof accepted === 'string' ? undefined : accepted;
  }

  #meet(link: Link): LinkEvents {
    let guest: Pick<LinkEvents, 'received' | 'closed'> | undefined;
    const received = (bytes: Uint8Array): void => {
      if (guest !== undefined) return guest.received(bytes);
      const envelope = decodeEnvelope(bytes);
      if (envelope?.kind === 'channel_request') return say(link, this.grants(new Granting(this, envelope.value)));
      const accepted = envelope?.kind === 'attach' ? this.accept(envelope.value) : undefined;
      if (envelope?.kind !== 'attach' || accepted === undefined) return link.close();
      say(link, this.accepts({ fleet: this, hello: envelope.value, accepted }));
      guest = this.meets(new HandSession('router', accepted.traffic), link, accepted.ticket.clientId);
    };
    return { received, drained: () => undefined, closed: (reason) => guest?.closed(reason) };
  }
}

/** Hears nothing. */
export const nobody = { received: () => undefined, closed: () => undefined };

function say(link: Link, answer: Answer): void {
  if (answer === 'hangs up') return link.close();
  for (const message of answer) link.send(new Uint8Array(message));
}
