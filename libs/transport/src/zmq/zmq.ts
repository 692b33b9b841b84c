import { attempt, meet } from '../attempt.js';
import { endpointOf } from '../endpoint.js';
import { warnOfFault } from '../owner.js';
import { StreamListener } from '../stream/listener.js';
import { limitsFrom } from '../transport.js';
import type { Transport, TransportOptions } from '../transport.js';
import { connectDealer, firstOf } from './connect.js';
import { DealerLink } from './dealer.js';
import { zmtpRouter } from './zmtp.js';

/**
 * ZeroMQ: listeners accept DEALER peers of any implementation, diallers are libzmq's DEALER. One frame is one message.
 * libzmq does not say why it dropped a connection: to a dialler every such end, an oversize message included, is 'ended'.
 */
export function zmqTransport({ onFault = warnOfFault }: TransportOptions = {}): Transport {
  return Object.freeze<Transport>({
    scheme: 'zmq',

    async listen(endpoint, accept, given) {
      const { host, port } = endpointOf('zmq', endpoint, 'listen');
      return new StreamListener(zmtpRouter, accept, limitsFrom(given), onFault).open(endpoint, host, port);
    },

    async dial(endpoint, events, options = {}) {
      const { host, port } = endpointOf('zmq', endpoint, 'dial');
      const limits = limitsFrom(options);
      const { dealer, address } = await attempt(endpoint, options, (giveUp) => connectDealer(endpoint, host, port, limits, giveUp));
      const link = new DealerLink(`zmq:${address}`, dealer, limits, onFault);
      void firstOf(dealer, ['disconnect']).then(() => link.lost());
      return meet(link, events);
    },
  });
}
