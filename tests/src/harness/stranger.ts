import { MlKemKey, randomBytes, X25519Key, type PrivateIdentity } from '@keyway/crypto';
import {
  beginAttach,
  beginChannelRequest,
  finishAttach,
  openGrant,
  servicesOf,
  Session,
  type Channel,
  type PendingAttach,
  type PendingRequest,
  type RekeyLimits,
  type StreamFrames,
} from '@keyway/session';
import { RawPeer } from '@keyway/transport/testing';
import { decodeEnvelope, encodeEnvelope, reasonOf, type ChannelRequest, type Envelope } from '@keyway/wire';
import { framed } from './tap.js';

/** The protocol by hand, message by message, for peers that keep to only some of it. */
export class Stranger {
  #at = 0;

  private constructor(readonly peer: RawPeer) {}

  static async at(port: number): Promise<Stranger> {
    return new Stranger(await RawPeer.connect(`tcp://127.0.0.1:${port}`));
  }

  say(message: Uint8Array): void {
    this.peer.send(framed(message));
  }

  /** The next message of the other side; rejects when it hangs up first. */
  async hear(): Promise<Buffer> {
    const head = await this.peer.hear(this.#at + 4);
    const end = this.#at + 4 + head.readUInt32BE(this.#at);
    const all = await this.peer.hear(end);
    const message = Buffer.from(all.subarray(this.#at + 4, end));
    this.#at = end;
    return message;
  }

  async ask(message: Uint8Array): Promise<Envelope | undefined> {
    this.say(message);
    return decodeEnvelope(await this.hear());
  }

  close(): void {
    this.peer.close();
  }
}

/** Says one thing to a port and hears one thing. 'closed' when the other side just hangs up. */
export async function sayTo(port: number, message: Uint8Array): Promise<Envelope | 'closed' | undefined> {
  const stranger = await Stranger.at(port);
  try {
    return await stranger.ask(message);
  } catch {
    return 'closed';
  } finally {
    stranger.close();
  }
}

/** The answer in a word: its kind, or the reason of a refusal. */
export const wordOf = (answer: Envelope | 'closed' | undefined): string => {
  if (answer === undefined || answer === 'closed') return 'closed';
  return answer.kind === 'refusal' ? (reasonOf(answer.value.code) ?? String(answer.value.code)) : answer.kind;
};

export const requestBytes = (value: ChannelRequest): Uint8Array => encodeEnvelope({ kind: 'channel_request', value });

/** A fresh request; `change` says what is unusual about it. */
export function aRequest(
  identity: PrivateIdentity,
  fleet: Uint8Array,
  change: Partial<Parameters<typeof beginChannelRequest>[0]> = {},
): PendingRequest {
  const keys = { x25519: X25519Key.generate(), mlKem: MlKemKey.generate() };
  return beginChannelRequest({ identity, fleet, ...keys, salt: randomBytes(32), nowMs: Date.now(), enrol: true, ...change });
}

/** A channel of a fleet, got by hand. Throws what the channel-broker said instead. */
export async function aChannel(port: number, identity: PrivateIdentity, fleet: Uint8Array): Promise<Channel> {
  const pending = aRequest(identity, fleet);
  const answer = await sayTo(port, requestBytes(pending.request));
  if (answer === undefined || answer === 'closed' || answer.kind !== 'channel_grant') throw new Error(wordOf(answer));
  const channel = openGrant(pending, answer.value, Date.now(), undefined, 0);
  if (typeof channel === 'string') throw new Error(channel);
  return channel;
}

/** A hello for the router of the channel's manifest. */
export function aHello(channel: Channel, ephemeral = X25519Key.generate()): PendingAttach {
  const { keyId, exchangeKey } = servicesOf(channel.manifest.manifest, 'router')[0]!;
  return beginAttach(channel, { keyId, exchangeKey }, ephemeral, randomBytes(32))!;
}

export const helloBytes = (pending: PendingAttach): Uint8Array => encodeEnvelope({ kind: 'attach', value: pending.hello });

export interface Attached {
  readonly stranger: Stranger;
  readonly session: Session;
  /** The hello as it was sent. */
  readonly hello: Uint8Array;
}

/** Attaches by hand. Nothing is sent yet, so the session has not proven its keys. */
export async function anAttachment(port: number, channel: Channel, rekey?: RekeyLimits): Promise<Attached> {
  const stranger = await Stranger.at(port);
  const pending = aHello(channel);
  const hello = helloBytes(pending);
  const answer = await stranger.ask(hello);
  if (answer?.kind !== 'attached') throw new Error(wordOf(answer));
  const traffic = finishAttach(pending, answer.value);
  if (typeof traffic === 'string') throw new Error(traffic);
  return { stranger, session: new Session('client', traffic, channel.settings, Date.now(), Infinity, rekey), hello };
}

/** Flushes what waits in a session and says it; returns the record. */
export function flushTo({ stranger, session }: Attached): Uint8Array {
  const record = session.flush(Date.now())!;
  stranger.say(record);
  return record;
}

const nothing = (): void => undefined;
/** Takes every frame and does nothing with it. */
export const deaf: StreamFrames = {
  ...{ open: nothing, run: nothing, refused: nothing, accepted: nothing },
  ...{ goOn: nothing, stored: nothing, credit: nothing, settings: nothing },
  ...{ request: nothing, reply: nothing, presence: nothing },
};
