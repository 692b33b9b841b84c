import type { Desk } from './desk.js';
import type { Question } from './ports.js';
import type { Relay } from './relay.js';

/** A question whose turn has come, with the time that is left for it; undefined: nobody wants to know any more. */
export type Wanted = () => Question | undefined;

/**
 * What sessions have auth asked, a session at a time, and few under way: who asks for thousands holds up neither others who ask nor whoever
 * wants a channel or is to be blocked.
 */
export class Turns {
  #underWay = 0;
  /** Those whose turn is next come first. Bounded: a request asks for one thing at a time. */
  readonly #waiting = new Map<Desk, Wanted[]>();

  constructor(private readonly relay: Relay) {}

  ask(desk: Desk, wanted: Wanted): void {
    const waiting = this.#waiting.get(desk);
    if (waiting === undefined) this.#waiting.set(desk, [wanted]);
    else waiting.push(wanted);
    this.#next();
  }

  #next(): void {
    for (const [desk, waiting] of this.#waiting) {
      if (this.#underWay >= this.relay.limits.questions) return;
      this.#waiting.delete(desk);
      const question = waiting.shift()!();
      if (waiting.length > 0) this.#waiting.set(desk, waiting);
      if (question !== undefined) this.#ask(question);
    }
  }

  #ask(question: Question): void {
    this.#underWay += 1;
    this.relay.effects.ask({
      ...question,
      answered: (answer) => {
        this.#underWay -= 1;
        question.answered(answer);
        this.#next();
      },
    });
  }
}
