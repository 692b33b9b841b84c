// The deceptive server: stands where a fleet is expected, plays one with keys of its own, and passes what it is given on to the true
// fleet. node deceiver.ts <job as JSON>. Says what it hears as one JSON value a line.
import { createEpoch, encodeId, Keyring, PrivateIdentity, PublicIdentity, randomBytes, X25519Key, MlKemKey } from '@keyway/crypto';
import { acceptAttach, attachMacKey, grantChannel, serviceKeyId, Session, signManifest, verifyManifest } from '@keyway/session';
import { transportFor, type Link, type LinkEvents } from '@keyway/transport';
import {
  decodeEnvelope,
  encodeEnvelope,
  groupIds,
  reasonOf,
  suiteIds,
  type ChannelGrant,
  type ChannelRequest,
  type Envelope,
} from '@keyway/wire';

interface Job {
  /** What it does with a channel request; in each case the true fleet is asked on the side, as if the client had. */
  readonly form:
    | 'answer with own keys' // and ask nobody
    | 'put own keys into the request' // and pass on what the true fleet says
    | 'relay the request' // of a client that takes us for its fleet
    | 'rewrite the fleet in the request'; // likewise
  /** Endpoint and fingerprint, in hex, of the true fleet's channel-broker. */
  readonly trueBroker: string;
  readonly trueFleet: string;
}

const job = JSON.parse(process.argv[2]!) as Job;
const say = (event: object): void => void process.stdout.write(`${JSON.stringify(event)}\n`);

const root = PrivateIdentity.generate('ed25519');
const fleet = root.public.fingerprint;
const signer = PrivateIdentity.generate('ed25519');
const exchange = X25519Key.generate();
const keyId = serviceKeyId(signer.public.spki, exchange.publicKey);
const tickets = new Keyring([createEpoch({ id: 1, key: randomBytes(32), notBeforeMs: 0, issueUntilMs: 2 ** 52, acceptUntilMs: 2 ** 52 })]);
const settings = {
  heartbeatMs: 5_000,
  timeoutMs: 15_000,
  maxBodyBytes: 262_144,
  windowMessages: 8_192,
  windowBytes: 1_048_576,
  maxStreams: 64,
};

const listener = await transportFor('tcp://127.0.0.1:0').listen('tcp://127.0.0.1:0', (link) => meet(link));
say({ event: 'listening', fingerprint: encodeId(fleet), port: Number(new URL(listener.endpoint).port) });

function meet(link: Link): LinkEvents {
  let session: Session | undefined;
  return {
    received: (bytes) => {
      const envelope = decodeEnvelope(bytes);
      if (envelope?.kind === 'channel_request') void answer(link, envelope.value);
      else if (envelope?.kind === 'attach') session = attach(link, envelope);
      else session?.receive(bytes, Date.now(), { ...deaf, run: (...run) => say({ event: 'payload', bytes: run[6].length }) });
    },
    drained: () => undefined,
    closed: () => undefined,
  };
}

async function answer(link: Link, request: ChannelRequest): Promise<void> {
  say({ event: 'request' });
  if (job.form === 'answer with own keys') {
    link.send(encodeEnvelope({ kind: 'channel_grant', value: grant(request) }));
    return;
  }
  const theirs = await askTrueFleet(changed(request));
  const said = theirs?.kind === 'refusal' ? reasonOf(theirs.value.code) : theirs?.kind;
  say({ event: 'true fleet', said });
  if (job.form === 'put own keys into the request') link.send(encodeEnvelope(theirs!));
  else link.send(encodeEnvelope({ kind: 'channel_grant', value: grant(request) }));
}

function changed(request: ChannelRequest): ChannelRequest {
  if (job.form === 'rewrite the fleet in the request') return { ...request, fleet: Buffer.from(job.trueFleet, 'hex') };
  if (job.form === 'relay the request') return request;
  return { ...request, x25519: X25519Key.generate().publicKey, mlKem: MlKemKey.generate().publicKey };
}

async function askTrueFleet(request: ChannelRequest): Promise<Envelope | undefined> {
  const heard = Promise.withResolvers<Envelope | undefined>();
  const link = await transportFor(job.trueBroker).dial(job.trueBroker, () => ({
    received: (bytes) => heard.resolve(decodeEnvelope(bytes)),
    drained: () => undefined,
    closed: () => heard.resolve(undefined),
  }));
  link.send(encodeEnvelope({ kind: 'channel_request', value: request }));
  const envelope = await heard.promise;
  link.close();
  return envelope;
}

/** As good a grant as anybody can make who does not hold the root key. */
function grant(request: ChannelRequest): ChannelGrant {
  const now = Date.now();
  const service = { keyId, signingKey: signer.public.spki, exchangeKey: exchange.publicKey, endpoints: [listener.endpoint] };
  const services = [
    { role: 'channel-broker' as const, ...service },
    { role: 'router' as const, ...service },
  ];
  const times = { version: 1, notBeforeMs: now - 1_000, expiresMs: now + 86_400_000 };
  const lists = { suites: [suiteIds.AES_256_GCM], groups: [groupIds.X25519_MLKEM768] };
  const manifest = verifyManifest(signManifest({ fleet, ...times, services, ...lists }, root), fleet, now);
  if (typeof manifest === 'string') throw new Error(manifest);
  const client = PublicIdentity.fromSpki(request.enrolKey);
  const chosen = { suite: suiteIds.AES_256_GCM, group: groupIds.X25519_MLKEM768, rights: 1, serial: 1 };
  const unsigned = grantChannel({
    ...{ request, client, ...chosen, validUntilMs: now + 3_600_000, nowMs: now, settings, routers: [keyId], keyId, manifest, tickets },
    ...{ x25519: X25519Key.generate(), share: randomBytes(32) },
  });
  return unsigned!.finish(signer.sign(unsigned!.toSign));
}

function attach(link: Link, { value }: Extract<Envelope, { kind: 'attach' }>): Session | undefined {
  const macKey = attachMacKey(fleet, exchange.publicKey);
  const accepted = acceptAttach(value, { fleet, keyId, key: exchange, macKey }, tickets, X25519Key.generate(), Date.now());
  say({ event: 'attach' });
  if (typeof accepted === 'string') return undefined;
  link.send(encodeEnvelope({ kind: 'attached', value: accepted.answer }));
  const session = new Session('router', accepted.traffic, settings, Date.now(), Infinity);
  return session;
}

const nothing = (): void => undefined;
const deaf = {
  ...{ open: nothing, run: nothing, refused: nothing, accepted: nothing, goOn: nothing, stored: nothing, credit: nothing },
  ...{ settings: nothing, request: nothing, reply: nothing, presence: nothing },
};
