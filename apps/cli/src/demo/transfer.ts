import type { Client } from '@keyway/client';
import type { Fleet } from '@keyway/fleet';
import { WireError } from '@keyway/wire';
import { join } from 'node:path';
import { bytesText } from '../amounts.js';
import type { Context } from '../context.js';
import type { ProgressBar } from '../progress.js';
import { Receiver, type ReceiverEvent } from './receiver.js';
import { Tally } from './tally.js';

/** Shares of the file at which somebody is killed. */
const RECEIVER_AT = 0.3;
const ROUTER_AT = 0.6;

export interface Scene {
  readonly context: Context;
  readonly fleet: Fleet;
  readonly client: Client;
  /** The receiver's client id. */
  readonly to: string;
  readonly path: string;
  readonly size: number;
  readonly bar: ProgressBar;
  readonly say: (text: string) => void;
  readonly signal: AbortSignal;
}

export interface Transferred {
  /** Where the receiver saved it. */
  readonly path: string;
  readonly ms: number;
}

/** One file on its way to somebody who is away, then comes, is killed, comes again, and whose router is killed as well. */
export class Transfer {
  readonly tally = new Tally();
  readonly counts = { mailboxFull: 0, receiverKills: 0, routerKills: 0 };
  readonly #saved = Promise.withResolvers<string>();
  readonly #heldBack = Promise.withResolvers<void>();
  #receiver: Receiver | undefined;
  #over = false;
  #received = 0;
  #restarting: Promise<void> | undefined;

  constructor(private readonly scene: Scene) {
    for (const { promise } of [this.#saved, this.#heldBack]) promise.catch(() => undefined);
  }

  async run(): Promise<Transferred> {
    const { client, to, path, signal, bar, size } = this.scene;
    const startedAt = performance.now();
    const aborted = (): void => this.#fail(new WireError('aborted'));
    signal.addEventListener('abort', aborted);
    client.on('halted', ({ reason }) => this.#halted(reason));
    try {
      const sending = client.sendFile(to, path, { signal, onProgress: (done) => bar.update(done, size) });
      sending.catch((thrown: unknown) => this.#fail(thrown));
      await Promise.race([this.#heldBack.promise, sending]);
      this.scene.say(`eve comes: \`keyway listen --as eve\``);
      this.#come();
      const [saved] = await Promise.all([this.#saved.promise, sending]);
      await this.#restarting;
      return { path: saved, ms: performance.now() - startedAt };
    } finally {
      this.#over = true;
      signal.removeEventListener('abort', aborted);
      await this.#restarting?.catch(() => undefined);
      await this.#receiver?.kill();
    }
  }

  #halted(reason: string): void {
    if (reason !== 'mailbox_full') return;
    this.counts.mailboxFull += 1;
    if (this.counts.mailboxFull === 1) {
      this.scene.say(
        `eve's mailbox is full after ${bytesText(this.scene.client.stats().bytesOut)}: the fleet says mailbox_full, adam waits`,
      );
    }
    this.#heldBack.resolve();
  }

  #come(): void {
    const { context, fleet } = this.scene;
    const where = ['--home', context.home, '--fleet', fleet.address, '--files', join(context.home, 'received')];
    this.#receiver = new Receiver(
      ['--as', 'eve', ...where],
      context.env,
      (event) => this.#heard(event),
      (error) => this.#fail(error),
    );
  }

  #heard(event: ReceiverEvent): void {
    if (event.event === 'file' && event.path !== undefined) this.#saved.resolve(event.path);
    if (event.event !== 'piece' || event.id === undefined) return;
    if (this.tally.add(event.id, event.redelivered === true)) this.#received += event.bytes ?? 0;
    const share = this.#received / this.scene.size;
    if (share >= RECEIVER_AT && this.counts.receiverKills === 0) this.#restarting = this.#restartReceiver(share);
    if (share >= ROUTER_AT && this.counts.routerKills === 0) this.#killRouter(share);
  }

  async #restartReceiver(share: number): Promise<void> {
    this.counts.receiverKills += 1;
    this.scene.say(`eve is killed (SIGKILL) with ${percent(share)} of the file and started again`);
    await this.#receiver!.kill();
    if (!this.#over) this.#come();
  }

  #killRouter(share: number): void {
    this.counts.routerKills += 1;
    this.scene.say(`the router is killed (SIGKILL) with ${percent(share)} at eve; the supervisor starts it again`);
    this.scene.fleet.kill('router', 'SIGKILL');
  }

  #fail(thrown: unknown): void {
    this.#saved.reject(thrown);
    this.#heldBack.reject(thrown);
  }
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
