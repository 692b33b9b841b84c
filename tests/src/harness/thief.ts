import {
  createAead,
  hkdf,
  hmacSha256,
  Keyring,
  label,
  openTicket,
  PrivateIdentity,
  sha256,
  unwrapEpoch,
  X25519Key,
  type Epoch,
} from '@keyway/crypto';
import type { FleetPaths } from '@keyway/fleet';
import { deriveTraffic, type Traffic } from '@keyway/session';
import {
  decodeGrantBody,
  decodeTicketBody,
  readRecordHead,
  suiteIds,
  type Attach,
  type Attached,
  type ChannelGrant,
  type TicketBody,
} from '@keyway/wire';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const none = new Uint8Array(0);
const u16 = (value: number): Uint8Array => Uint8Array.of(value >>> 8, value & 0xff);
const vector = (bytes: Uint8Array): Uint8Array => Buffer.concat([u16(bytes.length), bytes]);

/** Somebody with every long-term key of a fleet, out of its folders, and the ticket epochs out of its registry. */
export class Thief {
  readonly root: PrivateIdentity;
  readonly brokerExchange: X25519Key;
  readonly routerExchange: X25519Key;
  readonly epochs: readonly Epoch[];

  constructor(
    paths: FleetPaths,
    readonly fleet: Uint8Array,
  ) {
    this.root = PrivateIdentity.fromPem(readFileSync(paths.rootKey));
    this.brokerExchange = X25519Key.fromPem(readFileSync(join(paths.broker, 'exchange.pem')));
    this.routerExchange = X25519Key.fromPem(readFileSync(join(paths.router, 'exchange.pem')));
    const kek = Buffer.from(readFileSync(paths.kek, 'latin1'), 'base64');
    const aad = Buffer.concat([Buffer.from('ticket\0'), fleet]);
    const registry = new DatabaseSync(join(paths.auth, 'registry.sqlite'));
    const rows = registry.prepare("select wrapped from epoch where purpose = 'ticket'").all();
    registry.close();
    this.epochs = rows.map(({ wrapped }) => unwrapEpoch(kek, wrapped as Uint8Array, aad)!);
  }

  /** The inside of a ticket: the epoch keys are all that this takes. */
  ticket(hello: Attach): TicketBody | undefined {
    const opened = openTicket(new Keyring(this.epochs), Date.now(), this.fleet, hello.ticket);
    return opened && decodeTicketBody(opened);
  }

  /**
   * The keys of a session, if `ephemeralShared` is what the two ephemeral keys agree on. Everything else is at hand; `confirmed`
   * says whether the guess was right.
   */
  traffic(hello: Attach, answer: Attached, ephemeralShared: Uint8Array): { readonly traffic: Traffic; readonly confirmed: boolean } {
    const ticket = this.ticket(hello)!;
    const psk = hkdf(ticket.channelSecret, none, label('attach'), 64).subarray(0, 32);
    const es = this.routerExchange.agree(hello.x25519)!;
    const transcript = label('attach-hash', this.fleet, hello.router, hello.salt, hello.x25519, vector(hello.ticket));
    const helloHash = sha256(transcript, hello.mac, hello.proof);
    const { traffic, confirm } = deriveTraffic(ticket.suite, psk, es, ephemeralShared, helloHash, answer.x25519)!;
    return { traffic, confirmed: Buffer.compare(confirm, answer.confirm) === 0 };
  }

  /** Everything the long-term keys agree on with the public values that passed, and what else a thief might try. */
  guesses(hello: Attach, answer: Attached): readonly Uint8Array[] {
    const publics = [hello.x25519, answer.x25519, this.routerExchange.publicKey, this.brokerExchange.publicKey];
    const keys = [this.routerExchange, this.brokerExchange];
    const agreed = keys.flatMap((key) => publics.map((shared) => key.agree(shared)!));
    const { channelSecret } = this.ticket(hello)!;
    return [...agreed, ...publics, channelSecret, new Uint8Array(32), hmacSha256(channelSecret, hello.salt)];
  }

  /** The body of a grant, if `agreed` and `kem` are what its ephemeral keys agree on; the RSA share is the identity's to open. */
  grantBody(grant: ChannelGrant, identity: PrivateIdentity, agreed: Uint8Array, kem: Uint8Array): unknown {
    const { requestHash, keyId, manifestHash, group, x25519, mlKemCiphertext, oaepShare } = grant;
    const head = Buffer.concat([requestHash, keyId, manifestHash, u16(group), x25519, vector(mlKemCiphertext), vector(oaepShare)]);
    const headHash = sha256(label('grant-hash', head));
    const share = identity.openShare(oaepShare) ?? none;
    const key = hkdf(Buffer.concat([agreed, kem, share]), none, label('grant-key', headHash), 64).subarray(0, 32);
    const opened = createAead(suiteIds.AES_256_GCM, key).open(new Uint8Array(12), grant.sealed, headHash);
    return opened && decodeGrantBody(opened);
  }
}

/** How many of these records open under some keys. */
export function opened(records: readonly Buffer[], traffic: Traffic): number {
  const head = { seq: 0, start: 0 };
  let count = 0;
  for (const record of records) {
    if (!readRecordHead(record, head)) throw new Error('not a record');
    const sealed = record.subarray(head.start);
    if (traffic.c2r.open(head.seq, sealed) ?? traffic.r2c.open(head.seq, sealed)) count += 1;
  }
  return count;
}
