import { parseFleetAddress } from '@keyway/client';
import { PrivateIdentity, X25519Key } from '@keyway/crypto';
import { finishAttach, Session, type PendingRequest } from '@keyway/session';
import { decodeEnvelope, encodeEnvelope, isRecord, type Attach, type Attached, type ChannelGrant } from '@keyway/wire';
import { aClient } from '../harness/places.js';
import { aChannel, aHello, aRequest, deaf, helloBytes, requestBytes, sayTo, Stranger } from '../harness/stranger.js';
import type { Tap } from '../harness/tap.js';
import { opened, Thief } from '../harness/thief.js';
import type { WatchedFleet } from '../harness/watched.js';

const marker = 'a sentence that nobody but eve may read';
function sessionOf(tap: Tap, link: number): { readonly hello: Attach; readonly answer: Attached; readonly records: readonly Buffer[] } {
  const [hello, answer] = [tap.of('up', link)[0]!, tap.of('down', link)[0]!].map(decodeEnvelope);
  if (hello?.kind !== 'attach' || answer?.kind !== 'attached') throw new Error('no session passed');
  const records = [...tap.of('up', link), ...tap.of('down', link)].filter(isRecord);
  return { hello: hello.value, answer: answer.value, records };
}

/** T16. The fleet ends here: a thief takes its folders. */
export function thefts(place: () => WatchedFleet): void {
  let watched: WatchedFleet;
  let thief: Thief;
  /** A session made by hand, whose ephemeral key was kept: what a thief lacks. */
  let kept: { readonly link: number; readonly ephemeral: X25519Key };
  /** A request made by hand: likewise. */
  let asked: { readonly pending: PendingRequest; readonly grant: ChannelGrant };
  let first: { readonly router: number; readonly broker: number };
  const identity = PrivateIdentity.generate('rsa-2048');

  // a fleet serves two clients and one made by hand, all is recorded, the fleet ends, and a thief takes its folders
  beforeAll(async () => {
    watched = place();
    first = { router: watched.router.links, broker: watched.broker.links };
    const { fingerprint } = parseFleetAddress(watched.address);
    const [adam, eve] = await Promise.all([aClient(watched.address, { identity }), aClient(watched.address)]);
    const inbox = eve.messages();
    for (let n = 0; n < 50; n += 1) {
      await adam.send(eve.id, marker);
      await inbox.next();
    }
    await Promise.all([adam.close(), eve.close()]);
    const pending = aRequest(identity, fingerprint);
    const answer = await sayTo(watched.ports.broker, requestBytes(pending.request));
    asked = { pending, grant: (answer as Extract<typeof answer, { kind: 'channel_grant' }>).value };
    kept = await talkByHand(fingerprint);
    await watched.fleet.stop({ atOnce: true });
    thief = new Thief(watched.fleet.paths, fingerprint);
  });

  async function talkByHand(fingerprint: Uint8Array): Promise<typeof kept> {
    const channel = await aChannel(watched.ports.broker, identity, fingerprint);
    const ephemeral = X25519Key.generate();
    const pem = ephemeral.toPem();
    const pending = aHello(channel, ephemeral);
    const stranger = await Stranger.at(watched.router.port);
    const answer = await stranger.ask(helloBytes(pending));
    const traffic = finishAttach(pending, (answer as Extract<typeof answer, { kind: 'attached' }>).value);
    const session = new Session('client', traffic as Exclude<typeof traffic, string>, channel.settings, Date.now(), Infinity);
    session.out.credit(10, 10_000);
    stranger.say(session.flush(Date.now())!);
    expect(session.receive(await stranger.hear(), Date.now(), deaf)).toBe('taken');
    stranger.close();
    return { link: watched.router.links - 1, ephemeral: X25519Key.fromPem(pem) };
  }

  it('T16 with every long-term key, every ticket epoch and all that was recorded, no record can be opened', () => {
    expect(thief.epochs.length).toBeGreaterThan(0);
    let records = 0;
    for (let link = first.router; link < watched.router.links; link += 1) {
      const session = sessionOf(watched.router, link);
      records += session.records.length;
      expect(thief.ticket(session.hello)).toBeDefined(); // the theft is real: tickets open
      for (const guess of thief.guesses(session.hello, session.answer)) {
        const { traffic, confirmed } = thief.traffic(session.hello, session.answer, guess);
        expect([confirmed, opened(session.records, traffic)]).toEqual([false, 0]);
      }
    }
    expect(records).toBeGreaterThan(100);
  });

  it('T16 what is missing is the ephemeral key, and nothing else: with it the same thief opens all', () => {
    const { hello, answer, records } = sessionOf(watched.router, kept.link);
    const { traffic, confirmed } = thief.traffic(hello, answer, kept.ephemeral.agree(answer.x25519)!);
    expect(records.length).toBeGreaterThan(1);
    expect([confirmed, opened(records, traffic)]).toEqual([true, records.length]);
  });

  it('T16 a recorded grant stays closed to whoever takes the RSA key of its client and all keys of the fleet', () => {
    const grants = [...watched.broker.since(first.broker, 'down'), encodeEnvelope({ kind: 'channel_grant', value: asked.grant })].map(
      decodeEnvelope,
    );
    expect(grants.length).toBe(3);
    for (const grant of grants) {
      if (grant?.kind !== 'channel_grant') throw new Error('no grant');
      const { value } = grant;
      const publics = [value.x25519, asked.pending.request.x25519, thief.brokerExchange.publicKey, thief.routerExchange.publicKey];
      const agreed = publics.flatMap((shared) => [thief.brokerExchange.agree(shared)!, thief.routerExchange.agree(shared)!, shared]);
      for (const one of [...agreed, new Uint8Array(32)]) {
        for (const kem of [new Uint8Array(32), one, value.mlKemCiphertext.subarray(0, 32)]) {
          expect(thief.grantBody(value, identity, one, kem)).toBeUndefined();
        }
      }
    }
    const { pending, grant } = asked; // and the way is the right one: the client's ephemeral keys open it
    const kem = pending.mlKem.decapsulate(grant.mlKemCiphertext)!;
    expect(thief.grantBody(grant, identity, pending.x25519.agree(grant.x25519)!, kem)).toBeDefined();
  });

  it('T16 no message stands in the recorded traffic in the clear', () => {
    const all = Buffer.concat([...watched.router.passed, ...watched.broker.passed].map(({ bytes }) => bytes));
    expect(all.length).toBeGreaterThan(10_000);
    expect(all.includes(marker)).toBe(false);
  });
}
