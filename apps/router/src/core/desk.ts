import { codeOf, replySizeBound } from '@keyway/wire';
import type { Ask } from './ask.js';
import type { Peer } from './peer.js';
import type { Requests } from './requests.js';
import { kept } from './route.js';
import type { Worker } from './worker.js';

interface WaitingReply {
  readonly id: number;
  readonly code: number;
  readonly source: Uint8Array;
  readonly body: Uint8Array;
}

const none = new Uint8Array(0);
const mostIds = 2 ** 32 - 1;

/** What one session asks of services, and does for them. Made when it first does either: most sessions never do. */
export class Desk {
  /** Its requests without an answer, by their ids. */
  readonly open = new Map<number, Ask>();
  /** What was given to it to work on, by our ids. */
  readonly works = new Map<number, Ask>();
  /** The services it works for. */
  readonly offers = new Map<string, Worker>();
  lastId = 0;
  lastWorkId = 0;
  /** Of `open`, for keyway.admin. */
  adminCalls = 0;
  /** Answers its link had no room for. */
  #replies: WaitingReply[] = [];
  /** Bodies held for it: of open requests, and of those answers. */
  #heldBytes = 0;

  constructor(
    readonly peer: Peer,
    private readonly requests: Requests,
  ) {}

  /** Requests that have no answer yet, or whose answer has not left. */
  get waiting(): number {
    return this.open.size + this.#replies.length;
  }

  /** A number for work that none of its works has. Behind the last one comes 1 again. */
  nextWorkId(): number {
    do this.lastWorkId = (this.lastWorkId % mostIds) + 1;
    while (this.works.has(this.lastWorkId));
    return this.lastWorkId;
  }

  hold(bytes: number): void {
    this.#heldBytes += bytes;
    this.requests.heldBytes += bytes;
  }

  /** May so many bytes more be held? */
  holds(bytes: number): boolean {
    const { sessionRequestBytes, sessionShareBytes, requestBytes } = this.peer.limits;
    const own = this.#heldBytes + bytes;
    return own <= sessionRequestBytes && (own <= sessionShareBytes || this.requests.heldBytes + bytes <= requestBytes);
  }

  /** Writes an answer; or keeps it until the link takes more; or, when too much is kept, says `backpressure` in its place. */
  reply(id: number, code: number, source: Uint8Array, body: Uint8Array): void {
    const { peer } = this;
    if (peer.makeRoom(replySizeBound(body.length))) {
      peer.session.out.reply(id, code, source, body);
      this.requests.relay.touch(peer);
    } else if (body.length > 0 && this.holds(body.length)) {
      this.hold(body.length);
      this.#replies.push({ id, code, source, body: kept(body) });
    } else if (body.length === 0) peer.control(() => peer.session.out.reply(id, code, source, none));
    else peer.control(() => peer.session.out.reply(id, codeOf('backpressure'), this.requests.facts.router, none));
  }

  /** The link may take more: writes what was kept, and gets work that waits. */
  pump(): void {
    let written = 0;
    for (const { id, code, source, body } of this.#replies) {
      if (!this.peer.makeRoom(replySizeBound(body.length))) break;
      this.peer.session.out.reply(id, code, source, body);
      this.hold(-body.length);
      written += 1;
    }
    if (written > 0) this.#replies.splice(0, written);
    if (this.offers.size > 0) this.requests.services.ready(this);
  }

  /** The session is over. */
  close(): void {
    for (const { body } of this.#replies) this.hold(-body.length);
    this.#replies = [];
  }
}
