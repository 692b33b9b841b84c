import type { Asked, Given } from '../errands.js';
import type { FuzzClient } from './fuzz-client.js';
import type { FuzzWorld } from './fuzz-world.js';
import type { StoryBytes } from './story-bytes.js';

/** Keeps the books on requests: who asked what, how often it was given to somebody, and what came back. */
export class ErrandBook {
  readonly #asked = new Map<string, Asked>();
  /** How often each question was given to a worker. */
  readonly #attempts = new Map<string, number>();
  readonly #looked = new Map<FuzzClient, number>();

  constructor(private readonly world: FuzzWorld) {}

  ask(client: FuzzClient, story: StoryBytes): string {
    const text = `q${this.#asked.size + 1}`;
    const service = story.pick(['sum', 'sum', 'sum', 'sum', 'rare', 'none']);
    this.#asked.set(text, client.ask(service, `${text}|${'x'.repeat(story.pick([0, 10, 70]))}`, story.pick([100, 1_000, 60_000])));
    return `asks ${service} ${text}`;
  }

  serve(client: FuzzClient, story: StoryBytes): string {
    const [service, slots] = [story.pick(['sum', 'sum', 'rare']), story.below(4)];
    client.serve(service, slots);
    return `serves ${service}, ${slots} at a time`;
  }

  /** Work it was given, in any order; some of it twice, some never, some in an earlier session. */
  answer(client: FuzzClient, story: StoryBytes): string {
    const recent = client.given.slice(-4);
    if (recent.length === 0) {
      client.call({ kind: 'status', value: {} });
      return 'asks for the status';
    }
    const given = story.pick(recent);
    const reason = story.pick([undefined, undefined, 'forbidden', 'no_worker'] as const);
    client.answer(given, `a${questionOf(given)}|`, reason);
    return `answers ${questionOf(given)} ${reason ?? ''}`;
  }

  /** Each time a request is given to somebody it says how often that was before. */
  look(): void {
    const { account, people, relay } = this.world;
    for (const client of people) {
      for (const given of client.given.slice(this.#looked.get(client) ?? 0)) {
        const question = questionOf(given);
        const before = this.#attempts.get(question) ?? 0;
        if (given.attempt <= before || given.attempt > relay.limits.attempts) {
          account.fault(`${question} was given as attempt ${given.attempt}, behind ${before}`);
        }
        this.#attempts.set(question, given.attempt);
      }
      this.#looked.set(client, client.given.length);
    }
  }

  /** There was time for all: each has one answer of its own, or its session ended before. */
  close(): void {
    const { account, people } = this.world;
    for (const client of people) {
      for (const { id, service, session, replies } of client.asked) {
        const wrong = replies.length > 1 || (replies.length === 0 && session === client.session);
        if (wrong) account.fault(`request ${id} of ${client.name} to ${service} has ${replies.length} answers`);
      }
    }
    for (const [text, { replies }] of this.#asked) {
      for (const { outcome, body } of replies) {
        const says = Buffer.from(body).toString('latin1').split('|', 1)[0];
        if (outcome === 'done' && says !== `a${text}`) account.fault(`${text} was answered with ${says}`);
      }
    }
  }
}

const questionOf = ({ text }: Given): string => text.split('|', 1)[0]!;
