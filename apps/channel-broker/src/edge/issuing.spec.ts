import { openTicket, PrivateIdentity } from '@keyway/crypto';
import { openGrant, type Channel } from '@keyway/session';
import { decodeTicketBody, groupIds, suiteIds } from '@keyway/wire';
import { TestFleet } from '../testing/fleet.js';
import type { Service } from '../testing/service.js';
import { bytesOf, opened, requestBy, Stranger } from '../testing/stranger.js';

let fleet: TestFleet;
let auth: Service;
let broker: Service;
let endpoints: readonly string[];
beforeAll(async () => {
  fleet = new TestFleet();
  [auth, broker] = [fleet.startAuth(), fleet.startBroker()];
  await Promise.all([auth.ready(), broker.ready()]);
  endpoints = await fleet.endpoints(broker);
}, 20_000);
afterAll(() => fleet.stop());

const adam = PrivateIdentity.generate('rsa-3072');
const eve = PrivateIdentity.generate('ed25519');

describe.each([0, 1])('on endpoint %d (TCP, ZeroMQ)', (at) => {
  it.each([
    ['RSA-3072', adam],
    ['Ed25519', eve],
  ])('a client with %s gets a channel whose ticket opens with the keyring', async (_name, client) => {
    const link = await Stranger.at(endpoints[at]!);
    const pending = requestBy(client, fleet.fleet);
    const grant = opened('channel_grant', await link.ask(bytesOf(pending.request)));
    const channel = openGrant(pending, grant, Date.now(), undefined) as Channel;
    expect(channel).toMatchObject({ suite: suiteIds.AES_256_GCM, routers: [fleet.router.id] });
    const ticket = decodeTicketBody(openTicket(await fleet.keyring(), Date.now(), fleet.fleet, channel.ticket)!)!;
    expect(Buffer.from(ticket.channelSecret).equals(channel.secret)).toBe(true);
    expect(ticket).toMatchObject({ rights: 1, validUntilMs: channel.validUntilMs, suite: channel.suite });
    expect(Buffer.from(ticket.clientId).equals(client.public.fingerprint)).toBe(true);
    expect(grant.group).toBe(groupIds.X25519_MLKEM768);
    link.leave();
  });
});
