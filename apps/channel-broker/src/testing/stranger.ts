import { MlKemKey, randomBytes, X25519Key, type PrivateIdentity } from '@keyway/crypto';
import { beginChannelRequest, type PendingRequest, type RequestInput } from '@keyway/session';
import { transportFor, type Link, type LinkCloseReason } from '@keyway/transport';
import { decodeEnvelope, encodeEnvelope, reasonOf, type ChannelRequest, type Envelope } from '@keyway/wire';

/** A link to the channel-broker and what came back on it. */
export class Stranger {
  readonly #answers: Uint8Array[] = [];
  readonly #asked: ((bytes: Uint8Array | LinkCloseReason) => void)[] = [];
  closed: LinkCloseReason | undefined;
  #link!: Link;

  static async at(endpoint: string): Promise<Stranger> {
    const stranger = new Stranger();
    stranger.#link = await transportFor(endpoint).dial(endpoint, () => ({
      received: (bytes) => stranger.#hear(bytes),
      drained: () => undefined,
      closed: (reason) => {
        stranger.closed = reason;
        for (const tell of stranger.#asked.splice(0)) tell(reason);
      },
    }));
    return stranger;
  }

  /** The next answer, or how the link ended. */
  ask(bytes: Uint8Array): Promise<Uint8Array | LinkCloseReason> {
    this.#link.send(new Uint8Array(bytes));
    return this.next();
  }

  next(): Promise<Uint8Array | LinkCloseReason> {
    const there = this.#answers.shift() ?? this.closed;
    return there !== undefined ? Promise.resolve(there) : new Promise((resolve) => this.#asked.push(resolve));
  }

  leave(): void {
    this.#link.close();
  }

  #hear(bytes: Uint8Array): void {
    const tell = this.#asked.shift();
    if (tell) tell(bytes);
    else this.#answers.push(bytes);
  }
}

export const requestBy = (identity: PrivateIdentity, fleet: Uint8Array, changed: Partial<RequestInput> = {}): PendingRequest =>
  beginChannelRequest({
    identity,
    fleet,
    x25519: X25519Key.generate(),
    mlKem: MlKemKey.generate(),
    salt: randomBytes(32),
    nowMs: Date.now(),
    enrol: true,
    ...changed,
  });

export const bytesOf = (request: ChannelRequest): Uint8Array => encodeEnvelope({ kind: 'channel_request', value: request });

/** What an answer says, in one word: the reason of a refusal, or its kind, or how the link ended. */
export function said(answer: Uint8Array | LinkCloseReason): string {
  if (typeof answer === 'string') return answer;
  const envelope = decodeEnvelope(answer);
  return envelope?.kind === 'refusal' ? (reasonOf(envelope.value.code) ?? 'unknown code') : (envelope?.kind ?? 'junk');
}

type Values = { readonly [E in Envelope as E['kind']]: E['value'] };

/** The value of an answer that must be of this kind. */
export function opened<K extends keyof Values>(kind: K, answer: Uint8Array | LinkCloseReason): Values[K] {
  const envelope = typeof answer === 'string' ? undefined : decodeEnvelope(answer);
  if (envelope?.kind !== kind) throw new Error(`not a ${kind}: ${said(answer)}`);
  return envelope.value as Values[K];
}
