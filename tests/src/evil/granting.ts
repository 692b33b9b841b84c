import {
  createAead,
  hkdf,
  label,
  mlKemEncapsulate,
  PublicIdentity,
  randomBytes,
  sealTicket,
  sha256,
  signedBytes,
  X25519Key,
  type PrivateIdentity,
} from '@keyway/crypto';
import { channelIdOf, requestTranscript, type VerifiedManifest } from '@keyway/session';
import { encodeEnvelope, encodeGrantBody, encodeTicketBody, groupIds, suiteIds } from '@keyway/wire';
import type { ChannelGrant, ChannelRequest, GrantBody, SessionSettings } from '@keyway/wire';
import type { HostileFleet } from './hostile-fleet.js';

export const usual: SessionSettings = {
  ...{ heartbeatMs: 5_000, timeoutMs: 15_000, maxBodyBytes: 262_144 },
  ...{ windowMessages: 8_192, windowBytes: 1_048_576, maxStreams: 64 },
};

const none = new Uint8Array(0);
const u16 = (value: number): Uint8Array => Uint8Array.of(value >>> 8, value & 0xff);
const vector = (bytes: Uint8Array): Uint8Array => Buffer.concat([u16(bytes.length), bytes]);

export type Head = Omit<ChannelGrant, 'sealed' | 'signature' | 'manifest'>;

/** What may be otherwise than docs/protocol.md has it, signed by whoever signs. */
export interface GrantChange {
  readonly head?: Partial<Head>;
  /** What goes into the keys beside what the client can know. */
  readonly agreed?: Uint8Array;
  readonly kem?: Uint8Array;
  readonly share?: Uint8Array;
  readonly body?: Partial<GrantBody>;
  /** In place of an encoded body. */
  readonly plaintext?: Uint8Array;
  readonly bodyKey?: Uint8Array;
  readonly nonce?: Uint8Array;
  readonly aad?: Uint8Array;
  readonly signer?: PrivateIdentity;
  readonly type?: string;
  /** What is signed in place of the head that is sent. */
  readonly signedHead?: Partial<Head>;
  readonly manifest?: VerifiedManifest;
  /** What comes along in place of the manifest the head names; 'none': nothing. */
  readonly along?: VerifiedManifest['signed'] | 'none';
}

/** What a channel-broker has in its hands when it answers a request: docs/protocol.md, "The grant", with a place for every bug. */
export class Granting {
  constructor(
    readonly fleet: HostileFleet,
    readonly request: ChannelRequest,
  ) {}

  /** A whole message. */
  grant(change: GrantChange = {}, sent: Partial<ChannelGrant> = {}): Uint8Array {
    return encodeEnvelope({ kind: 'channel_grant', value: { ...this.made(change), ...sent } });
  }

  made({ head: headChange = {}, ...change }: GrantChange = {}): ChannelGrant {
    const { fleet, request } = this;
    const manifest = change.manifest ?? fleet.manifest();
    const transcript = requestTranscript(request);
    const ephemeral = X25519Key.generate();
    const client = PublicIdentity.fromSpki(request.enrolKey);
    const group = headChange.group ?? request.groups[0]!;
    const kem = group === groupIds.X25519_MLKEM768 ? mlKemEncapsulate(request.mlKem)! : { ciphertext: none, secret: none };
    const share = change.share ?? (client.kind === 'ed25519' ? none : randomBytes(32));
    const head: Head = {
      ...{ requestHash: sha256(transcript), keyId: fleet.id.broker, manifestHash: manifest.hash, group, x25519: ephemeral.publicKey },
      ...{
        mlKemCiphertext: kem.ciphertext,
        oaepShare: headChange.oaepShare ?? (client.kind === 'ed25519' ? none : client.sealShare(share)),
      },
      ...headChange,
    };
    const headHash = sha256(label('grant-hash', headBytes(head)));
    const material = Buffer.concat([change.agreed ?? ephemeral.agree(request.x25519)!, change.kem ?? kem.secret, share]);
    const keys = hkdf(material, none, label('grant-key', headHash), 64);
    const plaintext = change.plaintext ?? encodeGrantBody(this.#body(channelIdOf(transcript), client, keys.subarray(32), change.body));
    const aead = createAead(suiteIds.AES_256_GCM, change.bodyKey ?? keys.subarray(0, 32));
    const sealed = aead.seal(change.nonce ?? new Uint8Array(12), plaintext, change.aad ?? headHash);
    const toSign = signedBytes(change.type ?? 'channel-grant', headBytes({ ...head, ...change.signedHead }), vector(sealed));
    const signature = (change.signer ?? fleet.broker.signer).sign(toSign);
    const along = change.along === 'none' ? undefined : (change.along ?? manifest.signed);
    return { ...head, sealed, signature, manifest: along };
  }

  #body(channelId: Uint8Array, client: PublicIdentity, channelSecret: Uint8Array, change: Partial<GrantBody> = {}): GrantBody {
    const issuedMs = Date.now();
    const times = { issuedMs, validUntilMs: issuedMs + 3_600_000 };
    const suite = change.suite ?? suiteIds.AES_256_GCM;
    const inside = { channelId, clientId: client.fingerprint, channelSecret, suite, ...times, rights: 13, serial: 1 };
    const ticket = sealTicket(this.fleet.tickets, issuedMs, this.request.fleet, encodeTicketBody(inside));
    return { channelId, ticket, suite, ...times, settings: usual, routers: [this.fleet.id.router], ...change };
  }
}

const headBytes = (h: Head): Uint8Array =>
  Buffer.concat([...[h.requestHash, h.keyId, h.manifestHash, u16(h.group), h.x25519], ...[vector(h.mlKemCiphertext), vector(h.oaepShare)]]);
