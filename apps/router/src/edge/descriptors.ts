import { readdirSync, readFileSync } from 'node:fs';
import { defaultLimits } from '@keyway/transport';

/** Left for what opens a file or a socket for a moment: health checks, calls to auth, the mailboxes. */
const spare = 48;
/** With fewer left the next client may find no room. Above `spare`, for peers that have said nothing yet are no links to count. */
const few = 56;

/**
 * File descriptors are what a router runs out of first. Links get no more of them than leaves some for all else, so that a router
 * without room for one more client still serves those it has, and can say so.
 */
export class Descriptors {
  /** All listeners together hold no more links than this. */
  readonly mostLinks: number;
  readonly #limit = limitOf();
  #links = 0;

  /** To be made when everything is open but the listeners. */
  constructor() {
    this.mostLinks = Math.max(1, Math.min(defaultLimits.maxLinks, this.#limit - openNow() - spare));
  }

  /** @returns false when there is no room for another link. */
  take(): boolean {
    if (this.#links >= this.mostLinks) return false;
    this.#links += 1;
    return true;
  }
  giveBack(): void {
    this.#links -= 1;
  }

  /** `'ok'`, or why the next client may find no room. */
  get state(): string {
    if (this.#links >= this.mostLinks) return `${this.#links} links, and room for no more`;
    const open = openNow();
    return open + few > this.#limit ? `${open} of ${this.#limit} file descriptors are in use` : 'ok';
  }
}

/** Infinity where the system does not say: then the default limit of links is the only one. */
function limitOf(): number {
  try {
    return Number(/^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'latin1'))?.[1] ?? Infinity);
  } catch {
    return Infinity;
  }
}

function openNow(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch (thrown) {
    return ['EMFILE', 'ENFILE'].includes((thrown as NodeJS.ErrnoException).code ?? '') ? Infinity : 0;
  }
}
