import { MlKemKey, PrivateIdentity, randomBytes, X25519Key } from '@keyway/crypto';
import { parseFleetAddress } from '@keyway/client';
import {
  beginAttach,
  beginChannelRequest,
  finishAttach,
  openGrant,
  serviceOf,
  Session,
  type Channel,
  type PendingRequest,
} from '@keyway/session';
import { transportFor, type Link } from '@keyway/transport';
import { decodeEnvelope, encodeEnvelope } from '@keyway/wire';

/** A connection that takes one question at a time. */
export interface Line {
  readonly link: Link;
  ask(bytes: Uint8Array): Promise<Uint8Array>;
}

export async function openLine(endpoint: string): Promise<Line> {
  let answer: ((bytes: Uint8Array) => void) | undefined;
  const link = await transportFor(endpoint).dial(endpoint, () => ({
    received: (bytes) => answer?.(bytes),
    drained: () => undefined,
    closed: () => undefined,
  }));
  return {
    link,
    ask(bytes) {
      const answered = new Promise<Uint8Array>((resolve) => (answer = resolve));
      link.send(bytes);
      return answered;
    },
  };
}

export const brokerEndpoint = (address: string): string => {
  const { host, port } = parseFleetAddress(address);
  return `tcp://${host}:${port}`;
};

export function newRequest(identity: PrivateIdentity, fleet: Uint8Array, enrol: boolean): PendingRequest {
  const keys = { x25519: X25519Key.generate(), mlKem: MlKemKey.generate() };
  return beginChannelRequest({ identity, fleet, ...keys, salt: randomBytes(32), nowMs: Date.now(), enrol });
}

/** Makes a client known to the fleet. */
export async function enrol(line: Line, identity: PrivateIdentity, fleet: Uint8Array): Promise<Channel> {
  const pending = newRequest(identity, fleet, true);
  const answer = decodeEnvelope(await line.ask(encodeEnvelope({ kind: 'channel_request', value: pending.request })));
  if (answer?.kind !== 'channel_grant') throw new Error(`no grant but ${JSON.stringify(answer)}`);
  const channel = openGrant(pending, answer.value, Date.now(), undefined);
  if (typeof channel === 'string') throw new Error(channel);
  return channel;
}

/** An attach whose costly half is done. `go` is what a server sees of it. */
export function prepareAttach(channel: Channel, scheme: 'tcp' | 'zmq'): () => Promise<{ readonly link: Link; readonly session: Session }> {
  const router = serviceOf(channel.manifest.manifest, 'router', channel.routers[0]!)!;
  const pending = beginAttach(channel, router, X25519Key.generate(), randomBytes(32))!;
  const hello = encodeEnvelope({ kind: 'attach', value: pending.hello });
  const endpoint = router.endpoints.find((text) => text.startsWith(`${scheme}:`))!;
  return async () => {
    const line = await openLine(endpoint);
    const answer = decodeEnvelope(await line.ask(hello));
    const traffic = answer?.kind === 'attached' ? finishAttach(pending, answer.value) : 'refused';
    if (typeof traffic === 'string') throw new Error(traffic);
    const session = new Session('client', traffic, channel.settings, Date.now(), Infinity);
    session.out.credit(1, 1);
    line.link.send(session.flush(Date.now())!); // the record that proves the keys
    return { link: line.link, session };
  };
}
