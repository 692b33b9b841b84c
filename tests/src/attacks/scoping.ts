import type { Client } from '@keyway/client';
import { FileReceiver, parseFleetAddress } from '@keyway/client';
import { TestFleet } from '@keyway/client/testing';
import { randomBytes } from '@keyway/crypto';
import type { Fleet } from '@keyway/fleet';
import { transportFor, type Link } from '@keyway/transport';
import { codeOf, decodeEnvelope, encodeEnvelope, encodeRpcBatch, isRecord, type Envelope, type EnvelopeKind } from '@keyway/wire';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { counted } from '../harness/metrics.js';
import { aClient, aKey, atEnd, freshFolder, until } from '../harness/places.js';
import { aChannel, aHello, anAttachment, aRequest, deaf, flushTo, helloBytes, requestBytes, wordOf } from '../harness/stranger.js';
import { edgeOf, type WatchedFleet } from '../harness/watched.js';

/** Says one message to an edge and hears one, or how it hung up. */
async function say(endpoint: string, bytes: Uint8Array): Promise<Envelope | 'closed' | undefined> {
  const heard = Promise.withResolvers<Envelope | 'closed' | undefined>();
  const events = (_link: Link) => ({
    received: (answer: Uint8Array) => heard.resolve(isRecord(answer) ? undefined : decodeEnvelope(answer)),
    drained: () => undefined,
    closed: () => heard.resolve('closed'),
  });
  const link = await transportFor(endpoint).dial(endpoint, events);
  link.send(new Uint8Array(bytes));
  const answer = await heard.promise;
  link.close();
  return answer;
}

const kinds: readonly EnvelopeKind[] = [
  ...(['channel_request', 'channel_grant', 'refusal', 'manifest_request'] as const),
  ...(['manifest', 'attach', 'attached', 'record'] as const),
];
const served = { 'channel-broker': ['channel_request', 'manifest_request'], router: ['attach'] } as const;

/** Sends a file of that name. @returns the name under which it was saved. */
async function sendNamed(adam: Client, eve: Client, name: string, inbox: ReturnType<Client['messages']>): Promise<string> {
  const [from, to] = [freshFolder(), join(freshFolder(), 'files')];
  mkdirSync(to, { mode: 0o700 });
  writeFileSync(join(from, name), 'contents');
  await adam.sendFile(eve.id, join(from, name));
  const receiver = new FileReceiver(to);
  for (;;) {
    const { value: message } = await inbox.next();
    const event = message && (await receiver.accept(message));
    if (event?.kind === 'complete') break;
  }
  await receiver.close();
  return readdirSync(to)
    .filter((one) => !one.startsWith('.'))
    .join();
}

/** To an edge a call looks like a kind it does not serve, or like nothing. */
const refusals = {
  'channel-broker': ['broker_malformed_total', 'broker_forbidden_total{kind="channel_grant"}'],
  router: ['router_malformed_total', 'router_forbidden_total{kind="channel_request"}', 'router_forbidden_total{kind="channel_grant"}'],
};

type Out = Awaited<ReturnType<typeof anAttachment>>['session']['out'];
const settings = { heartbeatMs: 1, timeoutMs: 2, maxBodyBytes: 1, windowMessages: 1, windowBytes: 1, maxStreams: 1 };

/** T23 and T24: what is said at the wrong place, or in the wrong direction, or with names that mean something elsewhere. */
export function scopeAttacks(place: () => WatchedFleet): void {
  let watched: WatchedFleet;
  let fleet: Fleet;
  /** One of each kind, all well formed: recorded from a channel and a session, or made up. */
  let samples: Readonly<Record<EnvelopeKind, Uint8Array>>;
  beforeAll(async () => {
    watched = place();
    ({ fleet } = watched);
    const { fingerprint } = parseFleetAddress(fleet.address);
    const channel = await aChannel(watched.ports.broker, aKey(), fingerprint);
    const attached = await anAttachment(watched.ports.router, channel);
    attached.session.out.heartbeat(Date.now());
    const record = flushTo(attached);
    attached.stranger.close();
    const request = requestBytes(aRequest(aKey(), fingerprint).request);
    const grant = await say(`tcp://127.0.0.1:${watched.ports.broker}`, request);
    const refusal = { code: codeOf('unauthorised'), requestHash: new Uint8Array(0), timeMs: Date.now(), retryAfterMs: 0 };
    samples = {
      channel_request: requestBytes(aRequest(aKey(), fingerprint).request),
      channel_grant: encodeEnvelope(grant as Envelope),
      refusal: encodeEnvelope({ kind: 'refusal', value: refusal }),
      manifest_request: encodeEnvelope({ kind: 'manifest_request', value: { fleet: fingerprint } }),
      manifest: encodeEnvelope({ kind: 'manifest', value: channel.manifest.signed }),
      attach: helloBytes(aHello(channel)),
      attached: encodeEnvelope({ kind: 'attached', value: { x25519: randomBytes(32), confirm: randomBytes(32) } }),
      record,
    };
  });

  it.each(['tcp', 'zmq'] as const)(
    'T23 each kind of message on a %s socket that does not serve it is refused and counted by its kind',
    async (scheme) => {
      for (const service of ['channel-broker', 'router'] as const) {
        const endpoint = edgeOf(watched, service, scheme);
        const prefix = service === 'router' ? 'router' : 'broker';
        for (const kind of kinds.filter((one) => !(served[service] as readonly string[]).includes(one))) {
          let heard = '';
          const work = async () => void (heard = wordOf(await say(endpoint, samples[kind])));
          const added = await counted(fleet, service, [`${prefix}_forbidden_total{kind="${kind}"}`], work);
          expect([service, kind, heard, added]).toEqual([service, kind, service === 'router' ? 'closed' : 'frame_forbidden', [1]]);
        }
      }
    },
  );

  it('T23 a call between services is nothing at a public socket', async () => {
    const call = { id: 1, pattern: 'auth.keyring', timeoutMs: 1_000, body: randomBytes(32), trace: '' };
    const batch = encodeRpcBatch({ calls: [call], answers: [] });
    const answers = encodeRpcBatch({ calls: [], answers: [{ id: 1, code: 0, body: randomBytes(32) }] });
    for (const service of ['channel-broker', 'router'] as const) {
      const work = async () => {
        for (const endpoint of [edgeOf(watched, service, 'tcp'), edgeOf(watched, service, 'zmq')]) {
          for (const bytes of [batch, answers]) expect(['closed', 'frame_forbidden']).toContain(wordOf(await say(endpoint, bytes)));
        }
      };
      const added = await counted(fleet, service, refusals[service], work);
      expect(added.reduce((sum, count) => sum + count, 0)).toBe(4); // two messages on two sockets
    }
  });

  it.each([
    ['refused', (out) => out.refused(1, 1, 1, codeOf('mailbox_full'))],
    ['accepted', (out) => out.accepted(1, 1)],
    ['goOn', (out) => out.goOn(1)],
    ['config', (out) => out.config(Date.now(), settings)],
  ] as readonly (readonly [string, (out: Out) => void])[])(
    'T23 a client that speaks as a router (%s) is stopped: frame_forbidden',
    async (_frame, write) => {
      const channel = await aChannel(watched.ports.broker, aKey(), parseFleetAddress(fleet.address).fingerprint);
      const attached = await anAttachment(watched.ports.router, channel);
      const work = async () => {
        write(attached.session.out);
        flushTo(attached);
        while (attached.session.closed === undefined) attached.session.receive(await attached.stranger.hear(), Date.now(), deaf);
        await attached.stranger.peer.end();
      };
      expect(await counted(fleet, 'router', ['router_closed_total{reason="frame_forbidden"}'], work)).toEqual([1]);
      expect(attached.session.closed).toBe('frame_forbidden'); // told so, under the session's keys
    },
  );

  it.each([
    ['stored', (out) => out.stored(1, 1)],
    ['credit', (out) => out.credit(1, 1)],
  ] as readonly (readonly [string, (out: Out) => void])[])(
    'T23 a router that speaks as a client (%s) is left: frame_forbidden',
    async (_frame, write) => {
      const hostile = await TestFleet.start();
      atEnd(() => hostile.stop());
      const identity = aKey();
      const client = await aClient(hostile.address, { identity });
      const peer = await until('the client is attached', () => hostile.router.peerOf(identity.public.fingerprint));
      const left = new Promise((resolve) => client.on('detached', ({ reason }) => resolve(reason)));
      write(peer.session.out);
      peer.wake();
      expect(await left).toBe('frame_forbidden');
      await client.close();
    },
  );

  it('T24 names that mean something to JavaScript are only names: nothing is polluted, at either end or between', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    const [adam, eve] = await Promise.all([aClient(watched.address), aClient(watched.address)]);
    const words = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
    const json = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    const inbox = eve.messages();
    for (const contentType of words) {
      await adam.send(eve.id, json, { contentType });
      const { value: message } = await inbox.next();
      expect([message?.contentType, message?.text()]).toEqual([contentType, json]);
    }
    for (const name of words) expect(await sendNamed(adam, eve, name, inbox)).toBe(name);
    for (const word of words) await expect(adam.send(word, 'x')).rejects.toMatchObject({ reason: 'recipient_unknown' });
    for (const word of ['__proto__', 'constructor', 'prototype', 'valueof']) {
      await expect(adam.request(word, 'x')).rejects.toMatchObject({ reason: 'no_such_service' });
      const serving = await eve.serve(word, (request) => `${word} heard ${request.text()}`);
      expect((await adam.request(word, json)).text()).toBe(`${word} heard ${json}`);
      await serving.stop();
      expect(await adam.resolve(word)).toBeUndefined();
    }
    await eve.claimName('constructor');
    expect(await adam.resolve('constructor')).toMatchObject({ id: eve.id });
    await adam.send('constructor', 'by name');
    expect((await inbox.next()).value?.text()).toBe('by name');
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    await Promise.all([adam.close(), eve.close()]);
  });
}
