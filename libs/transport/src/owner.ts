import type { LinkCloseReason, LinkEvents } from './transport.js';

/**
 * The owner's side of a link, as every adapter holds it: told in order, `closed` last and once, and a handler that
 * throws costs its own link only. Nothing reaches the owner after `mute`, except that one `closed`.
 */
export class Owner {
  #events: LinkEvents | undefined;
  #muted = false;

  /**
   * @param link - is closed when its owner fails.
   * @param onFault - is told what the owner threw.
   */
  constructor(
    private readonly link: { close(): void },
    private readonly onFault: (thrown: unknown) => void,
  ) {}

  /** The owner is known only after the link, which it is made with. */
  meet(events: LinkEvents): void {
    this.#events = events;
  }

  mute(): void {
    this.#muted = true;
  }

  received(bytes: Uint8Array): void {
    if (this.#muted) return;
    try {
      this.#events?.received(bytes);
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  drained(): void {
    if (this.#muted) return;
    try {
      this.#events?.drained();
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  closed(reason: LinkCloseReason): void {
    this.#muted = true;
    const events = this.#events;
    this.#events = undefined;
    try {
      events?.closed(reason);
    } catch (thrown) {
      this.onFault(thrown);
    }
  }

  #fail(thrown: unknown): void {
    this.#muted = true;
    this.link.close();
    this.onFault(thrown);
  }
}

/** What a transport without `onFault` does: loud enough to be found, and the process lives on. */
export const warnOfFault = (thrown: unknown): void =>
  process.emitWarning(thrown instanceof Error ? thrown : new Error(String(thrown)), { type: 'LinkOwnerFault' });

/** The check every `send` begins with. */
export function assertSendable(bytes: Uint8Array, maxMessageBytes: number): void {
  if (bytes.length < 1 || bytes.length > maxMessageBytes) {
    throw new RangeError(`a message has 1 to ${maxMessageBytes} bytes, this one ${bytes.length}`);
  }
}
