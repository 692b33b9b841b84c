import { connect, parseFleetAddress } from '@keyway/client';
import { randomBytes, signedBytes } from '@keyway/crypto';
import { openGrant, requestTranscript, verifyRequest } from '@keyway/session';
import { decodeEnvelope, encodeEnvelope, groupIds, suiteIds, type ChannelRequest } from '@keyway/wire';
import { counted } from '../harness/metrics.js';
import { aClient, aKey, reasonOf, until } from '../harness/places.js';
import { aRequest, requestBytes, sayTo, wordOf } from '../harness/stranger.js';
import type { WatchedFleet } from '../harness/watched.js';

/** How long the fleet under attack answers a repeated request. */
export const repeatMs = 1_000;
const grants = 'broker_grants_total';
const badTranscript = 'auth_refused_total{reason="bad_transcript"}';
/** T2 to T5, T7 and T13, as far as channel requests go. */
export function requestAttacks(place: () => WatchedFleet): void {
  let watched: WatchedFleet;
  let fingerprint: Uint8Array;
  beforeAll(() => {
    watched = place();
    ({ fingerprint } = parseFleetAddress(watched.address));
  });
  const ask = async (request: ChannelRequest): Promise<string> => wordOf(await sayTo(watched.ports.broker, requestBytes(request)));

  /** The newest channel request that passed the tap. */
  function recorded(): ChannelRequest {
    const envelope = decodeEnvelope(watched.broker.of('up').at(-1)!);
    if (envelope?.kind !== 'channel_request') throw new Error('no request passed');
    return envelope.value;
  }

  it('T2 a recorded signature is refused under a new salt, a new time, another key, and in another type of message', async () => {
    const identity = aKey();
    await (await aClient(watched.address, { identity })).close();
    const { signature } = recorded();
    const fresh = aRequest(identity, fingerprint).request;
    const work = async () => {
      expect(await ask({ ...recorded(), salt: randomBytes(32), signature })).toBe('unauthorised');
      expect(await ask({ ...recorded(), timeMs: recorded().timeMs + 1, signature })).toBe('unauthorised');
      expect(await ask({ ...fresh, signature })).toBe('unauthorised');
      expect(await ask({ ...aRequest(aKey(), fingerprint).request, signature })).toBe('unauthorised');
    };
    const [refused] = await counted(watched.fleet, 'auth', [badTranscript], work);
    expect(refused).toBe(4);
    // the very same words in another type of message are other bytes: this signature says nothing about them
    const transcript = requestTranscript(recorded());
    const words = transcript.subarray(signedBytes('channel-request').length);
    const verifies = (type: string) => identity.public.verify(signedBytes(type, words), signature);
    expect(['channel-request', 'channel-grant', 'manifest'].map(verifies)).toEqual([true, false, false]);
  });

  it('T3 a client signs once per channel, over values that never come again, and nothing when it attaches', async () => {
    const identity = aKey();
    const [brokerFrom, routerFrom] = [watched.broker.passed.length, watched.router.passed.length];
    const eve = await aClient(watched.address, { identity });
    await eve.send(eve.id, 'to myself');
    await eve.close();
    await (await aClient(watched.address, { identity })).close();
    const asked = watched.broker.passed.slice(brokerFrom).filter(({ way }) => way === 'up');
    const requests = asked.map(({ bytes }) => decodeEnvelope(bytes)).flatMap((one) => (one?.kind === 'channel_request' ? [one.value] : []));
    expect([asked.length, requests.length]).toEqual([2, 2]); // one message each, with one signature in it
    expect(requests.every((request) => verifyRequest(request, identity.public))).toBe(true);
    for (const field of ['salt', 'x25519', 'mlKem', 'signature'] as const) {
      expect(new Set(requests.map((request) => Buffer.from(request[field]).toString('hex'))).size).toBe(2);
    }
    const attaching = watched.router.passed.slice(routerFrom).filter(({ way }) => way === 'up');
    const hellos = attaching.flatMap(({ bytes }) => decodeEnvelope(bytes) ?? []); // records are none
    expect(hellos.map(({ kind }) => kind)).toEqual(['attach', 'attach']);
    for (const { value } of hellos) {
      const fields = Object.entries(value).filter(([name]) => name !== 'ticket');
      expect(fields.filter(([, bytes]) => (bytes as Uint8Array).length >= 64)).toEqual([]); // no room for a signature
    }
  });

  it('T4 a request gets one channel: said again it hears the same bytes for a short while, then nothing', async () => {
    const bytes = requestBytes(aRequest(aKey(), fingerprint).request);
    const hear = async () => sayTo(watched.ports.broker, bytes);
    const first = await hear();
    const since = performance.now();
    const admitted = await counted(watched.fleet, 'auth', ['auth_admitted_total', 'auth_known_total'], async () => {
      for (let i = 0; i < 5; i += 1) {
        const again = wordOf(first) === 'channel_grant' ? await hear() : undefined;
        if (performance.now() - since < repeatMs * 0.8) expect(again).toEqual(first);
      }
    });
    expect(admitted).toEqual([0, 5]);
    await new Promise((resolve) => setTimeout(resolve, repeatMs + 50)); // the very time is under test
    expect(wordOf(await hear())).toBe('unauthorised');
  });

  it('T7 a recorded request is known for what it is, also by a channel-broker and an auth that were killed meanwhile', async () => {
    await (await aClient(watched.address)).close();
    const request = recorded();
    for (const service of ['channel-broker', 'auth'] as const) {
      watched.fleet.kill(service, 'SIGKILL');
      await watched.fleet.waitReady(service);
      await watched.fleet.waitReady('channel-broker');
      const work = async () => {
        const heard = await until('both are back', async () =>
          [await ask(request)].find((word) => word !== 'unavailable' && word !== 'closed'),
        );
        expect([service, heard]).toEqual([service, 'unauthorised']);
      };
      expect(await counted(watched.fleet, 'channel-broker', [grants], work)).toEqual([0]);
    }
  });

  it('T4 a request is fresh for a minute: one that is older, or from the future, is stale', async () => {
    for (const offsetMs of [-61_000, 61_000]) {
      expect(await ask(aRequest(aKey(), fingerprint, { nowMs: Date.now() + offsetMs }).request)).toBe('request_stale');
    }
  });

  it('T5 a copied public key gets no channel, whoever it belongs to', async () => {
    const registered = [aKey(), aKey(), aKey()];
    for (const identity of registered) await (await aClient(watched.address, { identity })).close();
    const thief = aKey();
    const work = async () => {
      for (const { public: victim } of registered) {
        const own = aRequest(thief, fingerprint).request;
        const forged = { ...own, clientId: victim.fingerprint };
        expect(await ask({ ...forged, enrolKey: victim.spki })).toBe('unauthorised');
        expect(await ask({ ...forged, enrolKey: new Uint8Array(0) })).toBe('unauthorised');
        expect(await ask(forged)).toBe('malformed'); // the thief's key under the victim's id
      }
      expect(await ask({ ...aRequest(aKey(), fingerprint, { enrol: false }).request })).toBe('unauthorised'); // unknown: the same word
    };
    expect(await counted(watched.fleet, 'channel-broker', [grants], work)).toEqual([0]);
  });

  it('T13 an offer that is stripped or altered on the way gets no channel', async () => {
    const offers: Partial<ChannelRequest>[] = [
      { suites: [suiteIds.CHACHA20_POLY1305] },
      { groups: [groupIds.X25519_MLKEM768] },
      { suites: [suiteIds.CHACHA20_POLY1305, suiteIds.AES_256_GCM] },
    ];
    for (const offer of offers) {
      watched.broker.meddle = (message, way) => {
        const envelope = decodeEnvelope(message);
        if (way === 'down' || envelope?.kind !== 'channel_request') return undefined;
        return [Buffer.from(requestBytes({ ...envelope.value, ...offer }))];
      };
      // the refusal is for a request the client never made: to the client it is a fleet that gives no answer
      const work = async () => expect(await reasonOf(connect({ fleet: watched.address, identity: aKey() }))).toBe('unavailable');
      expect(await counted(watched.fleet, 'auth', [badTranscript], work)).toEqual([1]);
    }
  });

  it('T13 a choice that is altered on the way back is no grant', async () => {
    watched.broker.meddle = (message, way) => {
      const envelope = decodeEnvelope(message);
      if (way === 'up' || envelope?.kind !== 'channel_grant') return undefined;
      const value = { ...envelope.value, group: groupIds.X25519, mlKemCiphertext: new Uint8Array(0) };
      return [Buffer.from(encodeEnvelope({ kind: 'channel_grant', value }))];
    };
    expect(await reasonOf(connect({ fleet: watched.address, identity: aKey() }))).toBe('bad_grant');
  });

  it('T13 the CBC-HMAC suites are chosen only where nothing better is common, whatever the order of the offer', async () => {
    const { AES_128_CBC_HMAC_SHA256, AES_256_CBC_HMAC_SHA512, AES_256_GCM, CHACHA20_POLY1305 } = suiteIds;
    const chosen = async (...suites: number[]): Promise<number> => {
      const pending = aRequest(aKey(), fingerprint, { suites });
      const answer = await sayTo(watched.ports.broker, requestBytes(pending.request));
      if (answer === undefined || answer === 'closed' || answer.kind !== 'channel_grant') throw new Error(wordOf(answer));
      const channel = openGrant(pending, answer.value, Date.now(), undefined, 0);
      return typeof channel === 'string' ? -1 : channel.suite;
    };
    expect(await chosen(AES_128_CBC_HMAC_SHA256, AES_256_CBC_HMAC_SHA512, CHACHA20_POLY1305, AES_256_GCM)).toBe(AES_256_GCM);
    expect(await chosen(AES_128_CBC_HMAC_SHA256, CHACHA20_POLY1305)).toBe(CHACHA20_POLY1305);
    expect(await chosen(AES_128_CBC_HMAC_SHA256, AES_256_CBC_HMAC_SHA512)).toBe(AES_256_CBC_HMAC_SHA512);
  });

  it.each([
    ['suites nobody knows, DES in spirit', { suites: [99, 0xffff] }],
    ['a group without ML-KEM, which the policy excludes', { groups: [groupIds.X25519] }],
  ])('T13 refuses by name: %s', async (_what, offer) => {
    expect(await ask(aRequest(aKey(), fingerprint, offer).request)).toBe('suite_unsupported');
    expect(await reasonOf(connect({ fleet: watched.address, identity: aKey(), ...offer }))).toBe('suite_unsupported');
  });
}
