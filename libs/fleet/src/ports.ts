import { WireError } from '@keyway/wire';
import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import type { ServiceName } from './service-name.js';

export type PortName = 'brokerTcp' | 'brokerZmq' | 'routerTcp' | 'routerZmq' | 'authHttp' | 'brokerHttp' | 'routerHttp';
/** The TCP ports of a fleet; `…Http` are for health and metrics. */
export type Ports = Readonly<Record<PortName, number>>;

const offsets: Ports = { brokerTcp: 0, brokerZmq: 1, routerTcp: 10, routerZmq: 11, authHttp: 90, brokerHttp: 91, routerHttp: 92 };
export const portNames = Object.keys(offsets) as readonly PortName[];
const HIGHEST_BASE = 65_535 - 92;

/** The seven ports that belong to a base: 7400 gives 7400, 7401, 7410, 7411, 7490, 7491, 7492. */
export function portsFrom(base: number): Ports {
  if (!Number.isInteger(base) || base < 1 || base > HIGHEST_BASE) {
    throw new WireError('config_invalid', `${base} is no base for ports: 1 to ${HIGHEST_BASE}`);
  }
  return Object.fromEntries(portNames.map((name) => [name, base + offsets[name]])) as Ports;
}

export const defaultPorts: Ports = portsFrom(7400);

const portsOf: Readonly<Record<ServiceName, readonly PortName[]>> = {
  auth: ['authHttp'],
  'channel-broker': ['brokerTcp', 'brokerZmq', 'brokerHttp'],
  router: ['routerTcp', 'routerZmq', 'routerHttp'],
};

/** Throws WireError `port_taken` for the first port that cannot be bound, `config_invalid` for ports that exclude each other. */
export async function checkPorts(ports: Ports, host: string, names: readonly PortName[] = portNames): Promise<void> {
  const twice = portNames.find((name, at) => portNames.some((other, before) => before < at && ports[other] === ports[name]));
  if (twice) throw new WireError('config_invalid', `port ${ports[twice]} is given twice`);
  for (const name of names) {
    const server = await bind(ports[name], host).catch((thrown: unknown) => {
      throw unbindable(thrown, name, ports[name], host);
    });
    await closed(server);
  }
}

/** The ports of one service, asked after it ended: is somebody else in its place? */
export const checkPortsOf = (service: ServiceName, ports: Ports, host: string): Promise<void> => checkPorts(ports, host, portsOf[service]);

/**
 * Ports that are free now, outside the range from which the system takes ports for outgoing connections.
 * @param wanted - kept where they are free.
 */
export async function findFreePorts(host: string, wanted: Partial<Ports> = {}): Promise<Ports> {
  const held = new Map<PortName, Server>(); // all bound until all are found, so that none is given twice
  try {
    for (const name of portNames) held.set(name, await bindAny(host, wanted[name]));
    return Object.fromEntries(portNames.map((name) => [name, portOf(held.get(name)!)])) as Ports;
  } finally {
    await Promise.all([...held.values()].map(closed));
  }
}

const LOWEST_FREE = 20_000;
const LOWEST_EPHEMERAL = 32_768;
const TRIES = 200;

async function bindAny(host: string, wanted: number | undefined): Promise<Server> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const port = attempt === 0 && wanted !== undefined ? wanted : randomInt(LOWEST_FREE, LOWEST_EPHEMERAL);
    const server = await bind(port, host).catch(() => undefined);
    if (server) return server;
  }
  throw new WireError('port_taken', `no free port on ${host} between ${LOWEST_FREE} and ${LOWEST_EPHEMERAL}`);
}

function bind(port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}

const closed = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
const portOf = (server: Server): number => (server.address() as { port: number }).port;

const uses: Readonly<Record<PortName, string>> = {
  brokerTcp: 'the channel-broker (tcp)',
  brokerZmq: 'the channel-broker (zmq)',
  routerTcp: 'the router (tcp)',
  routerZmq: 'the router (zmq)',
  authHttp: 'health and metrics of auth',
  brokerHttp: 'health and metrics of the channel-broker',
  routerHttp: 'health and metrics of the router',
};

function unbindable(thrown: unknown, name: PortName, port: number, host: string): WireError {
  const { code } = thrown as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    const todo = 'Stop the program that uses it, or choose other ports, once: npm start -- --ports free (or --port-base <n>)';
    return new WireError('port_taken', `${host}:${port} is needed for ${uses[name]}. ${todo}`, { cause: thrown });
  }
  return new WireError('config_invalid', `port ${port} on ${host} cannot be opened for ${uses[name]} (${code ?? 'out of range'})`, {
    cause: thrown,
  });
}
