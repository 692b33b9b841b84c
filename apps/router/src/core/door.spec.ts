import { Keyring, randomBytes, X25519Key } from '@keyway/crypto';
import { beginAttach } from '@keyway/session';
import { decodeEnvelope, encodeEnvelope, reasonOf, type Attach, type Envelope } from '@keyway/wire';
import type { TestClient } from '../testing/client.js';
import { namedId } from '../testing/keys.js';
import { World } from '../testing/world.js';

const hello = (client: TestClient, change: Partial<Attach> = {}): Uint8Array => {
  const { hello: value } = beginAttach(client.channel, client.world.fleet.router, X25519Key.generate(), randomBytes(32))!;
  return encodeEnvelope({ kind: 'attach', value: { ...value, ...change } });
};
/** What comes back on a new link that says `bytes`. */
function answers(client: TestClient, ...bytes: Uint8Array[]) {
  const link = client.dial(...bytes);
  while (client.deliverToRouter());
  return { link, envelopes: link.toClient.map((each) => decodeEnvelope(each)) };
}
const refusal = (envelope: Envelope | undefined) => envelope?.kind === 'refusal' && reasonOf(envelope.value.code);

describe('a hello', () => {
  const forged: readonly (readonly [what: string, counted: string, make: (client: TestClient) => Uint8Array])[] = [
    ['for another router', 'malformed', (client) => hello(client, { router: namedId('another') })],
    ['whose MAC is not made with the router’s key', 'malformed', (client) => hello(client, { mac: new Uint8Array(16) })],
    ['whose proof does not fit', 'unauthorised', (client) => hello(client, { proof: new Uint8Array(32) })],
    ['with a ticket of an unknown epoch', 'unauthorised', (client) => hello(stranger(client))],
    ['with a ticket whose lease has ended', 'channel_expired', (client) => hello(expired(client))],
  ];
  const stranger = ({ world }: TestClient) => Object.assign(world.client('eve'), { channel: otherFleet(world) });
  const otherFleet = (world: World) => world.fleet.channel(namedId('eve'), world.settings, {}, new World().fleet.tickets);
  const expired = ({ world }: TestClient) => world.client('late', { ticket: { validUntilMs: world.now } });

  it.each(forged)('%s is answered `unauthorised` like every other, and counted as %s', (_what, counted, make) => {
    const world = new World();
    const client = world.client('adam');
    const { link, envelopes } = answers(client, make(client));
    expect(envelopes.map(refusal)).toEqual(['unauthorised']);
    expect(link.toClient).toEqual(answers(client, hello(client, { mac: new Uint8Array(16) })).link.toClient);
    expect(link.closed).toBe(true);
    expect(world.door.totals.refused.get(counted)).toBeGreaterThan(0);
    expect(world.door.halfOpenCount).toBe(0);
  });

  it.each([-5, 5])('counts by the wall clock, also when that was set by %d days since the router started', async (days) => {
    const world = new World();
    world.wallSet = days * 86_400_000;
    const validUntilMs = world.now + world.wallSet + 10_000;
    const adam = world.client('adam', { ticket: { validUntilMs } }).attach();
    await world.settle();
    expect(world.relay.attachedCount).toBe(1);
    world.advance(9_999);
    await world.settle();
    expect(adam.ended).toEqual([]);
    world.advance(1);
    await world.settle();
    expect(adam.ended).toEqual(['channel_expired']);
  });

  it('that was refused cost the router no key pair', () => {
    const world = new World();
    const client = world.client('adam');
    for (let i = 0; i < 10; i += 1) answers(client, hello(client, { mac: new Uint8Array(16) }));
    expect(world.ephemerals).toBeLessThanOrEqual(1);
  });

  it('that is none ends the link without an answer', () => {
    const world = new World();
    const client = world.client('adam');
    const whole = hello(client);
    for (const bytes of [whole.subarray(0, -1), Buffer.concat([whole, whole]), Buffer.from([0x32]), Buffer.from([0x32, 0])]) {
      const { link, envelopes } = answers(client, bytes);
      expect([link.closed, envelopes]).toEqual([true, []]);
    }
    expect(world.door.totals.malformed).toBe(4);
  });

  it('is told to come back while the router has no ticket epochs yet: its channel is not the fault', () => {
    const world = new World();
    world.tickets = new Keyring();
    const client = world.client('adam');
    expect(answers(client, hello(client)).envelopes.map(refusal)).toEqual(['unavailable']);
  });

  it('of a draining router’s client is refused with `session_draining`', () => {
    const world = new World();
    world.door.drain();
    const client = world.client('adam');
    expect(answers(client, hello(client)).envelopes.map(refusal)).toEqual(['session_draining']);
  });
});

describe('a session that has not proven its keys', () => {
  it('replaces nobody when its hello was recorded, and is cut after `halfOpenMs`', async () => {
    const world = new World({ door: { halfOpenMs: 10_000 } });
    const adam = world.client('adam');
    const recorded = hello(adam);
    adam.attach();
    await world.settle();
    const { session, link, visitor } = adam;
    const replay = answers(adam, recorded);
    expect(replay.envelopes.map((envelope) => envelope?.kind)).toEqual(['attached']);
    Object.assign(adam, { link, visitor });
    world.travel();
    expect([session!.closed, world.relay.attachedCount, world.door.halfOpenCount]).toEqual([undefined, 1, 1]);
    world.advance(9_999);
    expect(replay.link.closed).toBe(false);
    world.advance(1);
    expect([replay.link.closed, world.door.halfOpenCount, link!.closed]).toEqual([true, 0, false]);
  });

  it('proves nothing with records of other keys, however many: they are counted and dropped', async () => {
    const world = new World();
    const { adam, eve } = await world.attached('adam', 'eve');
    adam.send(eve);
    adam.pump();
    const record = adam.link!.toRouter.pop()!;
    const mallory = world.client('mallory');
    answers(mallory, hello(mallory), record, record);
    expect([world.relay.totals.recordsDropped, world.door.halfOpenCount, world.relay.attachedCount]).toEqual([2, 1, 2]);
  });

  it('is one of so many at most: the oldest is cut', () => {
    const world = new World({ door: { halfOpen: 3 } });
    const links = Array.from({ length: 5 }, (_, i) => {
      const client = world.client(`c${i}`);
      return answers(client, hello(client)).link;
    });
    expect(links.map(({ closed }) => closed)).toEqual([true, true, false, false, false]);
    expect(world.door.halfOpenCount).toBe(3);
  });

  it('is forgotten when its link goes', () => {
    const world = new World();
    const client = world.client('adam');
    answers(client, hello(client));
    client.sever();
    world.travel();
    expect(world.door.halfOpenCount).toBe(0);
  });
});

describe('an attached client', () => {
  it('is replaced by its next session, and told so after all that was accepted', async () => {
    const world = new World();
    const { adam, eve } = await world.attached('adam', 'eve');
    const first = { session: adam.session!, link: adam.link!, visitor: adam.visitor! };
    const sent = adam.send(eve);
    world.travel();
    await world.perform(world.job('append'));
    adam.session = undefined;
    const { hello: value } = beginAttach(adam.channel, world.fleet.router, X25519Key.generate(), randomBytes(32))!;
    void value;
    Object.assign(adam, first);
    const twin = world.client('adam').attach();
    Object.assign(twin, { channel: adam.channel });
    world.travel();
    expect(sent.state).toBe('accepted');
    expect(adam.ended).toEqual(['session_replaced']);
    expect(world.relay.attachedCount).toBe(2);
    expect(world.relay.totals.replaced).toBe(1);
    expect(first.link.closed).toBe(true);
    await world.settle();
    expect(twin.session?.closed).toBeUndefined();
  });

  it('ends with its lease, whatever it sends', async () => {
    const world = new World();
    const adam = world.client('adam', { ticket: { validUntilMs: world.now + 20_000 } }).attach();
    await world.settle();
    world.advance(19_999);
    world.travel();
    expect(adam.ended).toEqual([]);
    world.advance(1);
    world.travel();
    expect(adam.ended).toEqual(['channel_expired']);
    expect(world.relay.attachedCount).toBe(0);
  });

  it('is cut when it was silent too long, and lives on by its heartbeats', async () => {
    const world = new World();
    const { adam, eve } = await world.attached('adam', 'eve');
    adam.deaf = true;
    for (let i = 0; i < 10; i += 1) {
      world.now += 10_000;
      world.door.sweep(world.now);
      eve.tick();
      eve.flush();
      world.travel();
    }
    expect(world.relay.totals.closed).toEqual(new Map([['session_idle', 1]]));
    expect(eve.session?.closed).toBeUndefined();
  });
});

describe('what is not for this socket', () => {
  const kinds = ['channel_request', 'channel_grant', 'refusal', 'manifest_request', 'manifest', 'attached'] as const;
  const tags = {
    channel_request: 0x0a,
    channel_grant: 0x12,
    refusal: 0x1a,
    manifest_request: 0x22,
    manifest: 0x2a,
    attach: 0x32,
    attached: 0x3a,
  };

  it.each(kinds)('%s is counted and ends a link that has not said hello (T23)', (kind) => {
    const world = new World();
    const { link, envelopes } = answers(world.client('adam'), Uint8Array.of(tags[kind], 0));
    expect([link.closed, envelopes]).toEqual([true, []]);
    expect(world.door.totals.forbidden).toEqual(new Map([[kind, 1]]));
  });

  it.each([...kinds, 'attach'] as const)('%s is counted and not handled behind a hello (T23)', async (kind) => {
    const world = new World();
    const { adam } = await world.attached('adam');
    adam.visitor!.received(Uint8Array.of(tags[kind], 0), world.now);
    adam.visitor!.received(Uint8Array.of(0xff), world.now);
    world.travel();
    expect(world.door.totals.forbidden).toEqual(
      new Map([
        [kind, 1],
        ['unknown', 1],
      ]),
    );
    expect(adam.session!.closed).toBeUndefined();
  });

  it('a record before the hello is counted like any other kind', () => {
    const world = new World();
    answers(world.client('adam'), Uint8Array.of(0x42, 0));
    expect(world.door.totals.forbidden).toEqual(new Map([['record', 1]]));
  });

  it.each(['refused', 'accepted', 'goOn', 'config'] as const)(
    'a frame only routers may send (%s) ends the session (T23)',
    async (frame) => {
      const world = new World();
      const { adam } = await world.attached('adam');
      const { out } = adam.session!;
      if (frame === 'refused') out.refused(1, 1, 1, 4001);
      else if (frame === 'accepted') out.accepted(1, 1);
      else if (frame === 'goOn') out.goOn(1);
      else out.config(0, world.settings);
      adam.flush();
      world.travel();
      expect(adam.ended).toEqual(['frame_forbidden']);
    },
  );

  it('mutated bytes never throw, before and behind the hello', async () => {
    const world = new World();
    const { adam, eve } = await world.attached('adam', 'eve');
    adam.send(eve, 'x'.repeat(300));
    adam.pump();
    const samples = [adam.link!.toRouter.pop()!, hello(adam)];
    for (let i = 0; i < 4_000; i += 1) {
      const bytes = Uint8Array.from(samples[i % 2]!);
      for (let n = 0; n <= i % 5; n += 1) bytes[Math.floor(Math.random() * (i % 3 === 0 ? 8 : bytes.length))] = Math.random() * 256;
      const cut = bytes.subarray(0, i % 7 === 0 ? Math.random() * bytes.length : bytes.length);
      adam.visitor!.received(cut, world.now);
      if (i % 20 === 0) world.door.enter({ source: 'memory:test', send: () => true, close: () => undefined }).received(cut, world.now);
    }
    world.travel();
    expect(adam.session?.closed).toBeUndefined();
  });
});
