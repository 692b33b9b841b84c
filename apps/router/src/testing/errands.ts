import type { Session } from '@keyway/session';
import { codeOf, encodeFleetCall, reasonOf, replySizeBound, requestSizeBound } from '@keyway/wire';
import type { ErrorReason, FleetCalls, SparseOneOf } from '@keyway/wire';
import { keyOf } from '../core/route.js';
import { namedId, nameOf } from './keys.js';

const none = new Uint8Array(0);

/** A request this client made. */
export class Asked {
  readonly replies: { readonly outcome: 'done' | ErrorReason; readonly from: string; readonly body: Uint8Array }[] = [];

  constructor(
    readonly id: number,
    readonly session: Session,
    readonly service: string,
  ) {}

  /** What was said to it: once, or it is a fault. */
  get outcome(): string {
    return this.replies.map(({ outcome }) => outcome).join() || 'waiting';
  }
}

/** A request this client was given to work on. */
export interface Given {
  readonly id: number;
  readonly service: string;
  readonly timeoutMs: number;
  readonly key: string;
  readonly from: string;
  readonly attempt: number;
  readonly text: string;
  readonly session: Session;
}

/** What a client asks of services and does for them. */
export abstract class Errands {
  readonly asked: Asked[] = [];
  readonly given: Given[] = [];
  /** Presence it was told, such as `eve on`. */
  readonly news: string[] = [];

  abstract readonly name: string;
  abstract readonly session: Session | undefined;
  abstract flush(): void;

  /** Asks a service, in this session. */
  ask(service: string, body: Uint8Array | string = 'please', timeoutMs = 10_000, id = this.#nextId()): Asked {
    const session = this.session!;
    const asked = new Asked(id, session, service);
    this.asked.push(asked);
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    if (session.out.wouldOverflow(requestSizeBound(bytes.length))) this.flush();
    session.out.request(id, service, timeoutMs, namedId(`${this.name} ${id}`, 16), none, 0, bytes);
    return asked;
  }
  call(call: SparseOneOf<FleetCalls>): Asked {
    return this.ask('keyway.fleet', encodeFleetCall(call));
  }
  serve(service: string, inFlight = 16): Asked {
    return this.call({ kind: 'serve', value: { service, inFlight } });
  }
  /** Answers work it was given. */
  answer({ id, session }: Given, body: Uint8Array | string = 'here you are', reason?: ErrorReason): void {
    if (session !== this.session) return;
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    if (session.out.wouldOverflow(replySizeBound(bytes.length))) this.flush();
    session.out.reply(id, reason === undefined ? 0 : codeOf(reason), none, bytes);
  }
  /** Requests of this session that have no answer. */
  get unanswered(): number {
    return this.asked.filter(({ session, replies }) => session === this.session && replies.length === 0).length;
  }

  request(id: number, service: string, timeoutMs: number, key: Uint8Array, source: Uint8Array, attempt: number, body: Uint8Array): void {
    const [from, text] = [nameOf(source), Buffer.from(body).toString('latin1')];
    this.given.push({ id, service, timeoutMs, key: keyOf(key), from, attempt, text, session: this.session! });
  }
  reply(id: number, code: number, source: Uint8Array, body: Uint8Array): void {
    const asked = this.asked.findLast((one) => one.id === id && one.session === this.session);
    if (asked === undefined) throw new Error(`an answer to request ${id}, which was never sent`);
    asked.replies.push({ outcome: code === 0 ? 'done' : reasonOf(code)!, from: nameOf(source), body: body.slice() });
  }
  presence(client: Uint8Array, online: boolean): void {
    this.news.push(`${nameOf(client) || 'everybody'} ${online ? 'on' : 'off'}`);
  }

  #nextId(): number {
    return 1 + this.asked.filter(({ session }) => session === this.session).reduce((most, { id }) => Math.max(most, id), 0);
  }
}
