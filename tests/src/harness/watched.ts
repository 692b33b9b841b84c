import { formatFleetAddress, parseFleetAddress } from '@keyway/client';
import type { Fleet, FleetOptions, FleetSettings, Ports } from '@keyway/fleet';
import { randomInt } from 'node:crypto';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { aFleet, atEnd } from './places.js';
import { Tap } from './tap.js';

/** A real fleet whose tcp edges are reached through somebody who listens: on the way to the channel-broker, and to the router. */
export interface WatchedFleet {
  readonly fleet: Fleet;
  /** Leads to the channel-broker through the tap. */
  readonly address: string;
  readonly broker: Tap;
  readonly router: Tap;
  /** The edges themselves, behind the taps. */
  readonly ports: Readonly<Record<'broker' | 'brokerZmq' | 'router' | 'routerZmq', number>>;
}

export interface WatchedOptions {
  readonly settings?: FleetSettings;
  readonly serviceEnv?: FleetOptions['serviceEnv'];
}

/**
 * The manifest names the port at which the tap listens, the router listens elsewhere: so clients walk into the tap with nothing
 * changed in them and nothing unsigned.
 */
export async function aWatchedFleet(options: WatchedOptions = {}): Promise<WatchedFleet> {
  const [hidden, ...free] = await freePorts(portNames.length + 1);
  const ports = Object.fromEntries(portNames.map((name, i) => [name, free[i]!])) as Ports;
  const listen = { ROUTER_LISTEN: `tcp://127.0.0.1:${hidden},zmq://127.0.0.1:${ports.routerZmq}` };
  const { serviceEnv, settings = {} } = options;
  const fleet = await aFleet({ ports, settings, serviceEnv: { ...serviceEnv, router: { ...serviceEnv?.router, ...listen } } });
  const broker = await Tap.between(0, ports.brokerTcp);
  const router = await Tap.between(ports.routerTcp, hidden!);
  atEnd(() => Promise.all([broker.close(), router.close()]));
  const address = formatFleetAddress({ ...parseFleetAddress(fleet.address), port: broker.port });
  const edges = { broker: ports.brokerTcp, brokerZmq: ports.brokerZmq, router: hidden!, routerZmq: ports.routerZmq };
  return { fleet, address, broker, router, ports: edges };
}

/** An edge itself, past the taps. */
export function edgeOf({ ports }: WatchedFleet, service: 'channel-broker' | 'router', scheme: 'tcp' | 'zmq'): string {
  const [tcp, zmq] = service === 'router' ? [ports.router, ports.routerZmq] : [ports.broker, ports.brokerZmq];
  return `${scheme}://127.0.0.1:${scheme === 'tcp' ? tcp : zmq}`;
}

const portNames = ['brokerTcp', 'brokerZmq', 'routerTcp', 'routerZmq', 'authHttp', 'brokerHttp', 'routerHttp'] as const;
const LOWEST = 20_000;
const LOWEST_EPHEMERAL = 32_768;

/** Ports that are free now, outside the range from which outgoing connections take theirs. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const held: Server[] = [];
  while (held.length < count) {
    const server = await open(randomInt(LOWEST, LOWEST_EPHEMERAL));
    if (server) held.push(server);
  }
  const ports = held.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

const open = (port: number): Promise<Server | undefined> =>
  new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
