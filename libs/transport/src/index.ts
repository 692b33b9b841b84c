export { drive, systemClock } from './drive.js';
export type { Clock, Driver, Machine } from './drive.js';
export { formatEndpoint, parseEndpoint } from './endpoint.js';
export type { Endpoint } from './endpoint.js';
export { MemoryNetwork, memoryTransport } from './memory/memory.js';
export { tcpTransport } from './tcp/tcp.js';
export { defaultLimits } from './transport.js';
export type {
  Accept,
  DialOptions,
  Link,
  LinkCloseReason,
  LinkEvents,
  Listener,
  Transport,
  TransportLimits,
  TransportOptions,
} from './transport.js';
export { transportFor } from './transport-for.js';
export { zmqTransport } from './zmq/zmq.js';
