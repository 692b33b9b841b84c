import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { attempt, meet } from '../attempt.js';
import { endpointOf } from '../endpoint.js';
import { unreachable } from '../errors.js';
import { warnOfFault } from '../owner.js';
import { StreamLink } from '../stream/link.js';
import { StreamListener } from '../stream/listener.js';
import { limitsFrom } from '../transport.js';
import type { Transport, TransportOptions } from '../transport.js';
import { lengthPrefixed } from './framing.js';

/** Messages behind a 4-byte big-endian length, over plain TCP: the cheapest edge. */
export function tcpTransport({ onFault = warnOfFault }: TransportOptions = {}): Transport {
  return Object.freeze<Transport>({
    scheme: 'tcp',

    async listen(endpoint, accept, given) {
      const { host, port } = endpointOf('tcp', endpoint, 'listen');
      return new StreamListener(lengthPrefixed, accept, limitsFrom(given), onFault).open(endpoint, host, port);
    },

    async dial(endpoint, events, options = {}) {
      const { host, port } = endpointOf('tcp', endpoint, 'dial');
      const limits = limitsFrom(options);
      const socket = await attempt(endpoint, options, (giveUp) => connected(endpoint, host, port, giveUp));
      return meet(new StreamLink(socket, lengthPrefixed, limits, onFault), events);
    },
  });
}

function connected(endpoint: string, host: string, port: number, giveUp: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    const settle = (failure?: unknown): void => {
      giveUp.removeEventListener('abort', onGiveUp);
      socket.removeAllListeners('error');
      if (failure === undefined) return resolve(socket);
      socket.on('error', () => undefined); // a late one has nobody left to tell
      socket.destroy();
      reject(failure);
    };
    const onGiveUp = (): void => settle(giveUp.reason);
    giveUp.addEventListener('abort', onGiveUp);
    socket.once('error', (cause) => settle(unreachable(endpoint, cause)));
    socket.once('connect', () => settle());
  });
}
