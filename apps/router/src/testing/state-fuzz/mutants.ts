import { eachBody } from '@keyway/wire';
import { Session, TrafficKeys, type Received, type StreamFrames } from '@keyway/session';
import { keyOf, Route } from '../../core/route.js';
import type { corpus } from './corpus.js';
import { recordSeq } from './fuzz-link.js';
import type { Sabotage } from './fuzz-world.js';

/** Takes what it has had before once more. */
class CredulousSession extends Session {
  readonly #had = new Map<number, Uint8Array>();
  #more = 0;

  override get records(): { readonly sent: number; readonly received: number } {
    const { sent, received } = super.records;
    return { sent, received: received + this.#more };
  }
  override receive(message: Uint8Array, now: number, visitor: StreamFrames): Received {
    const seq = recordSeq(message);
    const received = super.receive(message, now, visitor);
    if (received === 'dropped' && seq !== undefined && this.#had.get(seq) === message) {
      this.#more += 1;
      return 'taken';
    }
    if (received === 'taken') this.#had.set(seq!, message);
    return received;
  }
}

const { open } = TrafficKeys.prototype;
const { acceptable } = Route.prototype;

/** What stories of the corpus showed, brought back: each still goes wrong, so it tests something. */
export const broughtBack: Readonly<Record<keyof typeof corpus, Sabotage>> = {
  acceptedBehindAHalt: {
    router: () => void (Route.prototype.acceptable = (upTo): number => upTo),
    undo: () => void (Route.prototype.acceptable = acceptable),
  },
};

/** Each lacks one defence; and what the books say about it. */
export const mutants: Readonly<Record<string, Sabotage & { readonly says: RegExp }>> = {
  'a router that accepts before the store has it': {
    says: /accepted before it was stored/,
    router: ({ relay }) => {
      const durable = relay.durable.bind(relay);
      relay.durable = (route, run): void => {
        durable(route, run);
        route.peer.outbox.accept(route, run.firstSeq + run.count + run.skipped - 1);
      };
    },
  },
  'a store that forgets a row it took': {
    says: /was accepted and is lost|is skipped, and nobody dropped it|ended: stream_gap/,
    store: ({ mailbox }) => {
      const read = mailbox.read.bind(mailbox);
      mailbox.read = async (...given) => (await read(...given)).filter(({ id }) => id % 7 !== 0);
    },
  },
  'a mailbox that reads the newest first': {
    says: /is skipped, and nobody dropped it|behind number|was accepted and is lost/,
    store: ({ mailbox }) => {
      const read = mailbox.read.bind(mailbox);
      mailbox.read = async (...given) => [...(await read(...given))].reverse();
    },
  },
  'a router that swaps live runs': {
    says: /behind number|was never answered for|are accounted for|was accepted and is lost/,
    router: ({ relay }) => {
      const live = relay.live.bind(relay);
      let held: Parameters<typeof relay.live> | undefined;
      relay.live = (...run): void => {
        if (held === undefined) return void (held = [run[0], run[1], run[2], run[3], run[4].slice(), run[5]]);
        live(...run);
        live(...held);
        held = undefined;
      };
    },
  },
  'a router that drops live messages without a word': {
    says: /was never answered for|are accounted for|was accepted and is lost/,
    router: ({ relay }) => (relay.live = (): void => undefined),
  },
  'a receiver that forgets its marks': {
    says: /twice without being told so/,
    client: ({ disk }) => (disk.mark = (): void => undefined),
  },
  'a receiver that forgets what it had in hand': {
    says: /twice without being told so/,
    client: ({ disk }) => {
      const mark = disk.mark.bind(disk);
      disk.mark = (one): void => mark({ ...one, inHand: 0 });
    },
  },
  'a client that goes on with the numbers of a lost process': {
    says: /was used for|the router took/,
    reusesStreams: true,
  },
  'a session that takes a record twice': {
    says: /took record \d+ behind/,
    client: (client) => (client.makeSession = (...given) => new CredulousSession(...given)),
  },
  'a session that seals two records under one number': {
    says: /a nonce was used twice/,
    router: () => {
      const sealOnce = TrafficKeys.prototype.sealInto;
      TrafficKeys.prototype.sealInto = function (seq, plaintext, target, offset) {
        if (seq === 3) sealOnce.call(this, seq, plaintext, new Uint8Array(target.length), offset);
        return sealOnce.call(this, seq, plaintext, target, offset);
      };
    },
  },
  'a session that begins its numbers anew with new keys': {
    says: /record \d+ to(Router|Client) has number/,
    client: (client) => {
      const make = client.makeSession;
      client.makeSession = (...given): Session => {
        const session = make(...given);
        session.spend(5);
        return session;
      };
    },
  },
  'a router that knows no credit': {
    says: /was sent more than it granted/,
    router: ({ relay }) => {
      const attach = relay.attach.bind(relay);
      relay.attach = (peer): void => {
        attach(peer);
        peer.inbox.credit(1e9, 1e9);
      };
    },
  },
  'a router that answers a request twice': {
    says: /has 2 answers|are accounted for/,
    router: ({ relay: { requests } }) => {
      const answer = requests.answer.bind(requests);
      requests.answer = (ask, source, body): void => {
        answer(ask, source, body);
        ask.desk.reply(ask.id, 0, source, body);
      };
    },
  },
  'a router that forgets deadlines': {
    says: /has 0 answers/,
    router: ({ relay: { requests } }) => (requests.sweep = (): void => undefined),
  },
  'a router that forgets what was revoked': {
    says: /is attached with a revoked ticket/,
    router: ({ relay }) => (relay.revocations.covers = (): boolean => false),
  },
  'a router that replaces a session at the hello': {
    says: /was replaced by what it had sent before/,
    router: ({ door, relay }) => {
      const admit = door.admit.bind(door);
      door.admit = (hello, wallMs): ReturnType<typeof admit> => {
        const accepted = admit(hello, wallMs);
        if (typeof accepted !== 'string') relay.peer(keyOf(accepted.ticket.clientId))?.stop('session_replaced');
        return accepted;
      };
    },
  },
  'a session that takes what somebody changed': {
    says: /took a record that somebody had changed|was replaced by what it had sent before/,
    router: () => {
      TrafficKeys.prototype.open = function (seq, sealed) {
        return open.call(this, seq, sealed) ?? new Uint8Array(0);
      };
    },
    undo: () => void (TrafficKeys.prototype.open = open),
  },
  'a router that heeds no full link': {
    says: /goes on sending to a link that is full/,
    router: ({ relay }) => {
      const attach = relay.attach.bind(relay);
      relay.attach = (peer): void => {
        const send = peer.link.send.bind(peer.link);
        peer.link.send = (bytes): boolean => send(bytes) || true;
        attach(peer);
      };
    },
  },
  'a router that counts what it stores twice': {
    says: /are accounted for/,
    router: ({ relay: { totals } }) => {
      let stored = 0;
      Object.defineProperty(totals, 'durableStored', { get: () => stored, set: (to: number) => (stored += 2 * (to - stored)) });
    },
  },
  'a router that mixes up the bodies of two streams': {
    says: /the router took/,
    router: ({ relay }) => {
      const durable = relay.durable.bind(relay);
      let before: Uint8Array | undefined;
      relay.durable = (route, run): void => {
        let bodies = 0;
        eachBody(run.bodies, () => (bodies += 1));
        const swapped = bodies === 1 && before !== undefined ? { ...run, bodies: before } : run;
        if (bodies === 1) before = run.bodies.slice();
        durable(route, swapped);
      };
    },
  },
};
