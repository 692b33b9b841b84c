import type { Link, LinkCloseReason, LinkEvents } from '../transport.js';

/** An owner that writes down what it is told, and lets a test wait for it without sleeping. */
export class Probe implements LinkEvents {
  link: Link | undefined;
  readonly messages: Uint8Array[] = [];
  drains = 0;
  readonly ends: LinkCloseReason[] = [];
  /** Anything told after `closed`: must stay empty. */
  readonly afterwards: string[] = [];
  onReceived: ((bytes: Uint8Array) => void) | undefined;
  onDrained: (() => void) | undefined;
  onClosed: (() => void) | undefined;
  #waiting: (() => void)[] = [];

  received(bytes: Uint8Array): void {
    if (this.ends.length > 0) this.afterwards.push('received');
    this.messages.push(bytes);
    this.#told();
    this.onReceived?.(bytes);
  }

  drained(): void {
    if (this.ends.length > 0) this.afterwards.push('drained');
    this.drains += 1;
    this.#told();
    this.onDrained?.();
  }

  closed(reason: LinkCloseReason): void {
    if (this.ends.length > 0) this.afterwards.push('closed');
    this.ends.push(reason);
    this.#told();
    this.onClosed?.();
  }

  /** Resolves as soon as `condition` holds; it is looked at after every event. */
  async until(condition: (probe: this) => boolean): Promise<void> {
    while (!condition(this)) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  count(messages: number): Promise<void> {
    return this.until(() => this.messages.length >= messages);
  }

  async end(): Promise<LinkCloseReason> {
    await this.until(() => this.ends.length > 0);
    return this.ends[0] as LinkCloseReason;
  }

  #told(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** Sends all of `messages`, waiting for `drained` whenever the link asks for it. */
export async function sendAll(link: Link, probe: Probe, messages: Iterable<Uint8Array>): Promise<void> {
  for (const message of messages) {
    const drains = probe.drains;
    if (!link.send(message)) await probe.until(() => probe.drains > drains || probe.ends.length > 0);
  }
}
