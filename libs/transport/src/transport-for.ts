import { parseEndpoint } from './endpoint.js';
import { MemoryNetwork, memoryTransport } from './memory/memory.js';
import { tcpTransport } from './tcp/tcp.js';
import type { Transport, TransportOptions } from './transport.js';
import { zmqTransport } from './zmq/zmq.js';

const processWide = new MemoryNetwork(); // `memory://` names mean the same wherever in the process they are used

/** The adapter an endpoint asks for. Throws WireError `address_invalid` when it is none. */
export function transportFor(endpoint: string, options: TransportOptions = {}): Transport {
  const { scheme } = parseEndpoint(endpoint);
  switch (scheme) {
    case 'tcp':
      return tcpTransport(options);
    case 'zmq':
      return zmqTransport(options);
    case 'memory':
      return memoryTransport(processWide, options);
  }
}
