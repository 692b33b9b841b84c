import { PrivateIdentity } from '@keyway/crypto';
import type { Client } from '../client.js';
import { connect, type ConnectOptions } from '../connect.js';
import { Backoff } from '../backoff.js';
import type { Message } from '../messages.js';
import { TestFleet, type TestFleetOptions } from './fleet.js';

/** A fleet and clients that go away with it: `await using scene = await Scene.start()`. */
export class Scene implements AsyncDisposable {
  readonly #clients: Client[] = [];
  /** A test that waits in vain must end, or its clients keep the process alive. */
  readonly #timer: NodeJS.Timeout;

  private constructor(
    readonly fleet: TestFleet,
    lifeMs: number,
  ) {
    this.#timer = setTimeout(() => void this[Symbol.asyncDispose](), lifeMs);
  }

  static async start({ lifeMs = 25_000, ...options }: TestFleetOptions & { readonly lifeMs?: number } = {}): Promise<Scene> {
    return new Scene(await TestFleet.start(options), lifeMs);
  }

  async client(options: Partial<ConnectOptions> = {}): Promise<Client> {
    const identity = PrivateIdentity.generate('ed25519');
    const client = await connect({ fleet: this.fleet.address, identity, backoff: new Backoff(10, 50), ...options });
    this.#clients.push(client);
    return client;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearTimeout(this.#timer);
    await Promise.all(this.#clients.map((client) => client.close()));
    await this.fleet.stop();
  }
}

/** The next `count` messages; the last one stays in hand unless it is `done`. */
export async function take(client: Client, count: number, done = true): Promise<Message[]> {
  const got: Message[] = [];
  if (count === 0) return got;
  for await (const message of client.messages()) {
    got.push(message);
    if (got.length < count) continue;
    if (done) message.done();
    break;
  }
  return got;
}

export const texts = (messages: readonly Message[]): string[] => messages.map((message) => message.text());

/** Resolves when something becomes true; looks once per turn of the event loop. */
export async function until(holds: () => boolean, ms = 5_000): Promise<void> {
  const end = performance.now() + ms;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`not within ${ms} ms: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** The reason an attempt is rejected with; undefined when it is not. */
export const reasonOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => undefined,
    (thrown: unknown) => (thrown as { reason?: unknown }).reason ?? thrown,
  );
