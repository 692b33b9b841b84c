import { attempt, meet } from '../attempt.js';
import { endpointOf } from '../endpoint.js';
import { cannotListen, unreachable } from '../errors.js';
import { warnOfFault } from '../owner.js';
import { limitsFrom } from '../transport.js';
import type { Accept, LinkEvents, Listener, Transport, TransportLimits, TransportOptions } from '../transport.js';
import { MemoryLink } from './link.js';

/** Both ends of one connection, for tests that play the network. Upwards is from the dialler to the listener. */
export interface MemoryWire {
  readonly up: MemoryLink;
  readonly down: MemoryLink;
}

interface Room {
  readonly accept: Accept;
  readonly limits: TransportLimits;
  readonly links: Set<MemoryLink>;
  readonly onFault: (thrown: unknown) => void;
}

/** What `memory://` names live in. Two networks know nothing of each other. */
export class MemoryNetwork {
  readonly rooms = new Map<string, Room>();
  /** Told of every connection before its first message: the place to hold, cut or tamper. */
  onWire: (wire: MemoryWire) => void = () => undefined;
}

/** Links inside one process: for tests and for programs that embed both ends. Same contract, no sockets. */
export function memoryTransport(network = new MemoryNetwork(), options: TransportOptions = {}): Transport {
  const onFault = options.onFault ?? warnOfFault;
  return Object.freeze<Transport>({
    scheme: 'memory',

    async listen(endpoint, accept, given): Promise<Listener> {
      const { name } = endpointOf('memory', endpoint, 'listen');
      if (network.rooms.has(name)) throw cannotListen(endpoint, { code: 'EADDRINUSE' });
      const room: Room = { accept, limits: limitsFrom(given), links: new Set(), onFault };
      network.rooms.set(name, room);
      return {
        endpoint,
        async close() {
          if (network.rooms.get(name) === room) network.rooms.delete(name);
          for (const link of room.links) link.close();
          while (room.links.size > 0) await new Promise((resolve) => setImmediate(resolve));
        },
      };
    },

    async dial(endpoint, events, options = {}) {
      const { name } = endpointOf('memory', endpoint, 'dial');
      const limits = limitsFrom(options);
      await attempt(endpoint, options, async (giveUp) => {
        await new Promise((resolve) => setImmediate(resolve));
        giveUp.throwIfAborted();
      });
      const room = network.rooms.get(name);
      if (!room) throw unreachable(endpoint, { code: 'ECONNREFUSED' });
      const up = new MemoryLink(`memory:${name}`, limits, onFault);
      const down = new MemoryLink('memory:dialler', room.limits, room.onFault, () => room.links.delete(down));
      MemoryLink.join(up, down);
      network.onWire({ up, down });
      welcome(down, room);
      return meet(up, events);
    },
  });
}

function welcome(link: MemoryLink, room: Room): void {
  if (room.links.size >= room.limits.maxLinks) return link.close();
  room.links.add(link);
  link.expectFirst();
  let events: LinkEvents | undefined;
  try {
    events = room.accept(link);
  } catch (thrown) {
    room.onFault(thrown);
  }
  if (events) link.owner.meet(events);
  else link.close();
}
