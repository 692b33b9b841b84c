import { createEpoch, Keyring, randomBytes, sealTicket, X25519Key } from '@keyway/crypto';
import { attachMacKey, type Channel, type RouterIdentity, type RouterKey, type VerifiedManifest } from '@keyway/session';
import { encodeTicketBody, suiteIds, type SessionSettings, type TicketBody } from '@keyway/wire';

/** An id that tells its owner: easy to find in a failing test. */
export function namedId(name: string, size = 32): Uint8Array {
  const id = new Uint8Array(size);
  id.set(Buffer.from(name).subarray(0, size));
  return id;
}

/** Whose id it is. */
export const nameOf = (id: Uint8Array): string => Buffer.from(id).toString('latin1').replace(/\0+$/, '');

/** A fleet of one router, as far as attaching needs one: a ticket epoch and the router's keys. */
export class TestFleet {
  readonly fleet = namedId('fleet');
  readonly keyId = namedId('router');
  readonly exchange = X25519Key.generate();
  readonly tickets: Keyring;
  readonly router: RouterKey = { keyId: this.keyId, exchangeKey: this.exchange.publicKey };
  readonly identity: RouterIdentity = {
    fleet: this.fleet,
    keyId: this.keyId,
    key: this.exchange,
    macKey: attachMacKey(this.fleet, this.exchange.publicKey),
  };

  constructor(readonly now: number) {
    const key = randomBytes(32);
    this.tickets = new Keyring([createEpoch({ id: 1, key, notBeforeMs: 0, issueUntilMs: now + 1e9, acceptUntilMs: now + 2e9 })]);
  }

  /** What a channel-broker would have granted. */
  channel(clientId: Uint8Array, settings: SessionSettings, more: Partial<TicketBody> = {}, tickets = this.tickets): Channel {
    const body: TicketBody = {
      ...{ channelId: randomBytes(32), clientId, channelSecret: randomBytes(32), suite: suiteIds.AES_256_GCM },
      ...{ issuedMs: this.now, validUntilMs: this.now + 1e8, rights: 13, serial: 1 },
      ...more,
    };
    const manifest = { manifest: { fleet: this.fleet } } as unknown as VerifiedManifest; // attaching reads nothing else of it
    return {
      ...{ id: body.channelId, secret: body.channelSecret, suite: body.suite, issuedMs: body.issuedMs, validUntilMs: body.validUntilMs },
      ...{ ticket: sealTicket(tickets, this.now, this.fleet, encodeTicketBody(body)), settings, routers: [this.keyId], manifest },
    };
  }
}
