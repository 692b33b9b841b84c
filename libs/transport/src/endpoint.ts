import { badEndpoint } from './errors.js';

/** `host` is without brackets; `port` 0 means "any free one" and is for listening only. */
export type Endpoint = SocketEndpoint | MemoryEndpoint;

export interface SocketEndpoint {
  readonly scheme: 'tcp' | 'zmq';
  readonly host: string;
  readonly port: number;
}

export interface MemoryEndpoint {
  readonly scheme: 'memory';
  readonly name: string;
}

export type Scheme = Endpoint['scheme'];

const memoryName = /^memory:\/\/([a-z0-9][a-z0-9._-]{0,63})$/;
const hostAndPort = /^(tcp|zmq):\/\/(?:\[([0-9a-fA-F:.]{2,45})\]|([A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})))(?::(0|[1-9][0-9]{0,4}))$/;

/**
 * Reads `tcp://host:port`, `zmq://host:port` (IPv6 in brackets) or `memory://name`, and nothing looser: endpoints come from
 * configuration and manifests, where a path, a user or a missing port is a mistake somebody wants to hear about.
 * Throws WireError `address_invalid`.
 */
export function parseEndpoint(text: string): Endpoint {
  const name = memoryName.exec(text)?.[1];
  if (name !== undefined) return { scheme: 'memory', name };
  const match = hostAndPort.exec(text);
  const host = match?.[2] ?? match?.[3];
  const port = Number(match?.[4]);
  if (!match || host === undefined || port > 65_535) {
    throw badEndpoint(`${JSON.stringify(text.slice(0, 100))} is no endpoint: write tcp://host:port, zmq://host:port or memory://name`);
  }
  return { scheme: match[1] as 'tcp' | 'zmq', host, port };
}

/** The inverse of `parseEndpoint`. */
export const formatEndpoint = (endpoint: Endpoint): string =>
  endpoint.scheme === 'memory'
    ? `memory://${endpoint.name}`
    : `${endpoint.scheme}://${endpoint.host.includes(':') ? `[${endpoint.host}]` : endpoint.host}:${endpoint.port}`;

/** `parseEndpoint` for an adapter: any other scheme is `address_invalid`, and so is port 0 when dialling. */
export function endpointOf(scheme: 'tcp' | 'zmq', text: string, use: 'listen' | 'dial'): SocketEndpoint;
export function endpointOf(scheme: 'memory', text: string, use: 'listen' | 'dial'): MemoryEndpoint;
export function endpointOf(scheme: Scheme, text: string, use: 'listen' | 'dial'): Endpoint {
  const endpoint = parseEndpoint(text);
  if (endpoint.scheme !== scheme) throw badEndpoint(`${text} is not for ${scheme}: it must begin with ${scheme}://`);
  if (use === 'dial' && 'port' in endpoint && endpoint.port === 0) {
    throw badEndpoint(`${text} cannot be dialled: port 0 stands for any free port and only makes sense for listening`);
  }
  return endpoint;
}
