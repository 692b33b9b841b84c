import type { Accept, DialOptions, Link, Listener, Transport, TransportLimits } from '../../transport.js';
import type { Network } from '../chaos-proxy.js';
import { Probe } from '../probe.js';

/** What an adapter brings to the suite; made anew for every test. */
export interface AdapterUnderTest {
  readonly transport: Transport;
  /** To listen on; any free port where it has ports. */
  readonly endpoint: string;
  /** Where nobody listens. */
  readonly nowhere: string;
  /** Puts a network between; dial its endpoint once. */
  between(listenerEndpoint: string): Promise<Network>;
}

export type MakeAdapter = (onFault: (thrown: unknown) => void) => Promise<AdapterUnderTest>;

/** One adapter with one listener, whose accepted links come out in order, and everything to be closed after the test. */
export class Rig {
  readonly faults: unknown[] = [];
  readonly accepted: Probe[] = [];
  adapter!: AdapterUnderTest;
  #accepting: (() => void)[] = [];
  readonly #closing: (() => unknown)[] = [];

  static async with(make: MakeAdapter): Promise<Rig> {
    const rig = new Rig();
    rig.adapter = await make((thrown) => rig.faults.push(thrown));
    return rig;
  }

  /** Accepts everybody with a probe, unless told otherwise. */
  async listen(limits: Partial<TransportLimits> = {}, accept: Accept = (link) => this.probe(link)): Promise<Listener> {
    const listener = await this.adapter.transport.listen(this.adapter.endpoint, accept, limits);
    this.onEnd(() => listener.close());
    return listener;
  }

  probe(link: Link): Probe {
    const probe = new Probe();
    probe.link = link;
    this.accepted.push(probe);
    const waiting = this.#accepting;
    this.#accepting = [];
    for (const resolve of waiting) resolve();
    return probe;
  }

  /** The `index`th accepted link, from 0, as soon as it is there. */
  async peer(index = 0): Promise<Probe & { link: Link }> {
    while (this.accepted.length <= index) await new Promise<void>((resolve) => this.#accepting.push(resolve));
    return this.accepted[index] as Probe & { link: Link };
  }

  async dial(endpoint: string, options: DialOptions = {}): Promise<Probe & { link: Link }> {
    const probe = new Probe();
    probe.link = await this.adapter.transport.dial(endpoint, () => probe, options);
    this.onEnd(() => probe.link?.close());
    return probe as Probe & { link: Link };
  }

  /** A dialled link and its accepted end. */
  async pair(limits: Partial<TransportLimits> = {}, options: DialOptions = {}) {
    const listener = await this.listen(limits);
    const near = await this.dial(listener.endpoint, options);
    return { listener, near, far: await this.peer() };
  }

  /** The same with a network between them. */
  async distantPair(limits: Partial<TransportLimits> = {}, options: DialOptions = {}) {
    const listener = await this.listen(limits);
    const network = await this.adapter.between(listener.endpoint);
    this.onEnd(() => network.close());
    const near = await this.dial(network.endpoint, options);
    return { listener, network, near, far: await this.peer() };
  }

  onEnd(close: () => unknown): void {
    this.#closing.push(close);
  }

  async close(): Promise<void> {
    for (const close of this.#closing.reverse()) await close();
  }
}

/** A message whose every byte depends on its number and place, so that nothing lost, moved or mixed goes unseen. */
export function numbered(index: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; at += 1) bytes[at] = (index * 31 + at * 7 + (at >>> 8)) & 0xff;
  return bytes;
}

/** Throws at the first message that is not what `numbered` made. Far cheaper than a matcher for each of thousands. */
export function expectNumbered(messages: readonly Uint8Array[], sizeOf: (index: number) => number): void {
  messages.forEach((message, index) => {
    if (!numbered(index, sizeOf(index)).equals(message)) throw new Error(`message ${index} is not what was sent`);
  });
}
