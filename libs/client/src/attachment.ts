import { randomBytes, wipe, X25519Key } from '@keyway/crypto';
import type { Channel, PendingAttach, RouterKey } from '@keyway/session';
import { beginAttach, finishAttach, Session } from '@keyway/session';
import type { Clock, Link, LinkEvents } from '@keyway/transport';
import { transportFor } from '@keyway/transport';
import type { ErrorReason, SessionSettings } from '@keyway/wire';
import { decodeEnvelope, encodeEnvelope, reasonOf, WireError } from '@keyway/wire';
import { aborted, Alarm } from './alarm.js';
import { transportOptions, type StepOptions } from './exchange.js';
import type { Calls } from './calls.js';
import { ClientFrames } from './frames.js';
import type { Inbox } from './inbox.js';
import type { Outbox } from './outbox.js';
import type { StateWriter } from './state-writer.js';

/** What a session works on; it outlives the session. */
export interface Holdings {
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  readonly calls: Calls;
  readonly writer: StateWriter;
  /** Traffic of all sessions. */
  readonly counters: { recordsOut: number; recordsIn: number; bytesOut: number; bytesIn: number; dropped: number };
}

/** How a session ended. `told`: the router said so, under its keys. */
export interface End {
  readonly reason: ErrorReason;
  readonly told: boolean;
  readonly retryAfterMs: number;
}

export interface RouterChoice extends RouterKey {
  readonly endpoint: string;
}

const leastWaitMs = 20;
/** How long answers are waited for when a session has no handle left. */
const exhaustedMs = 1_000;

/** One session over one link, from the hello to its end. */
export class Attachment implements LinkEvents {
  readonly #opened = Promise.withResolvers<void>();
  readonly #ended = Promise.withResolvers<End>();
  readonly #alarm: Alarm;
  readonly #frames: ClientFrames;
  #session: Session | undefined;
  #turn: NodeJS.Immediate | undefined;
  #writable = true;
  #giveUpAt = Infinity;
  #over = false;

  private constructor(
    private readonly link: Link,
    private readonly pending: PendingAttach,
    readonly router: RouterChoice,
    private readonly holdings: Holdings,
    private readonly onOpen: () => void,
  ) {
    this.#alarm = new Alarm(holdings.clock, () => this.#tick());
    this.#frames = new ClientFrames(holdings, (reason) => this.#session?.stop(reason, holdings.clock.now()));
    this.#opened.promise.catch(() => undefined);
    link.send(encodeEnvelope({ kind: 'attach', value: pending.hello }));
  }

  /**
   * Attaches a channel to a router. Rejects with a WireError; then nothing is left behind.
   * @param onOpen - called when the router has proven itself, before the first record: what was attached until then ends there.
   */
  static async open(
    channel: Channel,
    router: RouterChoice,
    holdings: Holdings,
    onOpen: () => void,
    step: StepOptions,
  ): Promise<Attachment> {
    const pending = beginAttach(channel, router, X25519Key.generate(), randomBytes(32));
    if (pending === undefined) throw new WireError('bad_manifest', 'a router has no usable key');
    let attachment: Attachment | undefined;
    try {
      const dialled = { signal: step.signal, timeoutMs: step.stepMs };
      const meet = (link: Link): LinkEvents => (attachment = new Attachment(link, pending, router, holdings, onOpen));
      await transportFor(router.endpoint, transportOptions).dial(router.endpoint, meet, dialled);
      await attachment!.#answered(step);
      return attachment!;
    } catch (thrown) {
      attachment?.abandon();
      wipe(pending.psk, pending.es);
      pending.ephemeral.wipe();
      throw thrown;
    }
  }

  /** What the router said last of how sessions are to be. */
  get settings(): SessionSettings {
    return this.#session?.settings ?? this.pending.channel.settings;
  }

  /** Resolves when the session is over; never rejects. */
  get ended(): Promise<End> {
    return this.#ended.promise;
  }

  /** Something waits to be sent: it leaves together with all that this turn of the event loop brings. */
  wake(): void {
    if (!this.#over) this.#turn ??= setImmediate(() => this.#flush());
  }

  /** Says what there is to say and STOP, and ends. */
  stop(reason: ErrorReason): void {
    this.#flush(); // acknowledgements above all
    this.#session?.stop(reason, this.holdings.clock.now());
    this.#flush();
    this.#end({ reason, told: false, retryAfterMs: 0 });
  }

  /** Ends without a word: another session of ours takes over. */
  abandon(): void {
    this.#end({ reason: 'session_replaced', told: false, retryAfterMs: 0 });
  }

  received(bytes: Uint8Array): void {
    const session = this.#session;
    if (this.#over) return;
    if (session === undefined) return this.#attached(bytes);
    const { counters, clock, inbox } = this.holdings;
    counters.recordsIn += 1;
    counters.bytesIn += bytes.length;
    const outcome = session.receive(bytes, clock.now(), this.#frames);
    if (outcome === 'dropped') counters.dropped += 1;
    inbox.arrived();
    if (outcome === 'closed') this.#flush();
    else this.wake();
  }

  drained(): void {
    this.#writable = true;
    this.wake();
  }

  closed(): void {
    this.#opened.reject(new WireError('peer_unreachable', `${this.router.endpoint} hung up`));
    this.#end({ reason: 'peer_unreachable', told: false, retryAfterMs: 0 });
  }

  /** Takes the answer to the hello, and at once begins the session: records may follow in the same chunk. */
  #attached(bytes: Uint8Array): void {
    const answer = decodeEnvelope(bytes);
    if (answer?.kind === 'refusal') {
      const reason = reasonOf(answer.value.code) ?? 'unavailable';
      const error = new WireError(reason, 'said by the router');
      return this.#opened.reject(Object.assign(error, { retryAfterMs: answer.value.retryAfterMs }));
    }
    const traffic = answer?.kind === 'attached' ? finishAttach(this.pending, answer.value) : 'router_unproven';
    if (typeof traffic === 'string') return this.#opened.reject(new WireError(traffic));
    const { clock, outbox, inbox, calls } = this.holdings;
    const { settings } = this.pending.channel;
    this.onOpen();
    this.#session = new Session('client', traffic, settings, clock.now(), Infinity);
    outbox.limit(settings.maxBodyBytes);
    calls.limit(settings.maxBodyBytes);
    outbox.streams.attached();
    inbox.streams.attached();
    calls.attached();
    this.#opened.resolve();
    this.#flush(); // the first record proves us: until then the router keeps the session before
  }

  async #answered(step: StepOptions): Promise<void> {
    const { promise, reject } = this.#opened;
    const onAbort = (): void => reject(aborted(step.signal));
    const late = (): void => reject(new WireError('timed_out', `${this.router.endpoint} gave no answer within ${step.stepMs} ms`));
    const timer = setTimeout(late, step.stepMs);
    step.signal.addEventListener('abort', onAbort, { once: true });
    if (step.signal.aborted) onAbort();
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      step.signal.removeEventListener('abort', onAbort);
    }
  }

  #tick(): void {
    if (this.#over) return;
    this.#session?.tick(this.holdings.clock.now());
    this.#flush();
  }

  /** Everything that waits leaves, in as few records as it fits into; never before the store has it. */
  #flush(): void {
    clearImmediate(this.#turn);
    this.#turn = undefined;
    const session = this.#session;
    if (this.#over || session === undefined) return;
    const { outbox, inbox, calls, writer, clock, counters } = this.holdings;
    const now = clock.now();
    if (now >= inbox.streams.gapDeadline(now)) session.stop('stream_gap', now);
    outbox.note();
    const safe = writer.flush();
    let toldByUs = false;
    for (;;) {
      if (this.#writable && session.closed === undefined) calls.pump(session.out, now);
      if (safe && this.#writable && session.closed === undefined) {
        inbox.streams.writeAcks(session.out);
        if (!outbox.streams.exhausted) outbox.streams.pump(session.out, session.settings, now);
        else if (this.#isAnswered(now)) session.stop('stream_limit', now); // the handles of a new session are fresh
      }
      if (!this.#writable && session.closed === undefined) break;
      const bytes = session.flush(now);
      if (bytes === undefined) break;
      toldByUs = session.closed !== undefined; // a Stop of ours; a full link takes it too, it is the last thing
      counters.recordsOut += 1;
      counters.bytesOut += bytes.length;
      this.#writable = this.link.send(bytes);
    }
    if (session.closed === undefined) this.#arm(session, now);
    else this.#end({ reason: session.closed, told: !toldByUs, retryAfterMs: session.retryAfterMs });
  }

  #arm(session: Session, now: number): void {
    const { inbox, outbox } = this.holdings;
    const retryAt = Math.max(outbox.streams.retryAtMs, now + leastWaitMs); // overdue when the window is full
    this.#alarm.at(Math.min(session.deadline ?? Infinity, retryAt, inbox.streams.gapDeadline(now), this.#giveUpAt));
  }

  /** No stream can be opened any more: nothing new is sent until what was sent is answered, or its time is up. */
  #isAnswered(now: number): boolean {
    this.#giveUpAt = Math.min(this.#giveUpAt, now + exhaustedMs);
    const { unanswered, retryAtMs } = this.holdings.outbox.streams;
    return (unanswered === 0 && retryAtMs === Infinity) || now >= this.#giveUpAt; // halted ones would halt the next session as well
  }

  #end(end: End): void {
    if (this.#over) return;
    this.#over = true;
    clearImmediate(this.#turn);
    this.#alarm.stop();
    this.#session?.abandon(end.reason);
    this.link.close();
    this.#ended.resolve(end);
  }
}
