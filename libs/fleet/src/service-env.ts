import { encodeId } from '@keyway/crypto';
import { join } from 'node:path';
import { exchangeKeyFile, signingKeyFile, type FleetPaths } from './home.js';
import type { Ports } from './ports.js';
import type { ServiceName } from './service-name.js';

/** What a fleet may be told beyond its defaults. */
export interface FleetSettings {
  /** How long a channel lasts. */
  readonly leaseMs?: number;
  readonly heartbeatMs?: number;
  readonly timeoutMs?: number;
  /** What may wait in one mailbox. */
  readonly mailboxBytes?: number;
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

export interface ServiceEnvInput {
  readonly paths: FleetPaths;
  readonly fingerprint: Uint8Array;
  readonly ports: Ports;
  readonly host: string;
  /** Folder of the sockets between the services. */
  readonly sockets: string;
  readonly settings: FleetSettings;
  /** The environment of the caller, handed on without what belongs to us. */
  readonly env: NodeJS.ProcessEnv;
}

/** A service is told everything by its supervisor: a variable left over in somebody's shell must not change a fleet. */
const ours = /^(KEYWAY|AUTH|BROKER|ROUTER)_/;

/** The whole environment of a service, as its config.ts reads it. Secrets go by file, never in here. */
export function serviceEnv(service: ServiceName, input: ServiceEnvInput): NodeJS.ProcessEnv {
  const { settings } = input;
  const inherited = Object.fromEntries(Object.entries(input.env).filter(([name]) => !ours.test(name)));
  return defined({
    ...inherited,
    KEYWAY_FLEET: encodeId(input.fingerprint),
    KEYWAY_SERVICE_NAME: service,
    KEYWAY_HTTP_HOST: input.host,
    KEYWAY_HTTP_PORT: String(input.ports[httpPorts[service]]),
    KEYWAY_LOG_LEVEL: settings.logLevel,
    KEYWAY_PARENT_WATCH: '1',
    ...own[service](input),
  });
}

export const httpPorts = { auth: 'authHttp', 'channel-broker': 'brokerHttp', router: 'routerHttp' } as const;

const authSocket = ({ sockets }: ServiceEnvInput): string => `ipc://${join(sockets, 'auth.sock')}`;
const listen = (host: string, tcp: number, zmq: number): string => `tcp://${host}:${tcp},zmq://${host}:${zmq}`;

const own: Readonly<Record<ServiceName, (input: ServiceEnvInput) => Record<string, string | number | undefined>>> = {
  auth: (input) => ({
    AUTH_DATA: input.paths.auth,
    AUTH_RPC_BIND: authSocket(input),
    AUTH_MANIFEST_FILE: input.paths.manifest,
    AUTH_KEK_FILE: input.paths.kek,
    AUTH_EXCHANGE_KEY_FILE: exchangeKeyFile(input.paths.auth),
    AUTH_OPERATORS: input.paths.operatorPublic,
    AUTH_HEARTBEAT_MS: input.settings.heartbeatMs,
    AUTH_TIMEOUT_MS: input.settings.timeoutMs,
    AUTH_LONGEST_LEASE_MS: longestLease(input.settings.leaseMs),
  }),
  'channel-broker': (input) => ({
    AUTH_RPC: authSocket(input),
    BROKER_LISTEN: listen(input.host, input.ports.brokerTcp, input.ports.brokerZmq),
    BROKER_SIGNING_KEY_FILE: signingKeyFile(input.paths.broker),
    BROKER_EXCHANGE_KEY_FILE: exchangeKeyFile(input.paths.broker),
    BROKER_LEASE_MS: input.settings.leaseMs,
    BROKER_HEARTBEAT_MS: input.settings.heartbeatMs,
    BROKER_TIMEOUT_MS: input.settings.timeoutMs,
  }),
  router: (input) => ({
    AUTH_RPC: authSocket(input),
    ROUTER_LISTEN: listen(input.host, input.ports.routerTcp, input.ports.routerZmq),
    ROUTER_SIGNING_KEY_FILE: signingKeyFile(input.paths.router),
    ROUTER_EXCHANGE_KEY_FILE: exchangeKeyFile(input.paths.router),
    ROUTER_DATA: input.paths.router,
    ROUTER_HEARTBEAT_MS: input.settings.heartbeatMs,
    ROUTER_TIMEOUT_MS: input.settings.timeoutMs,
    ROUTER_MAILBOX_BYTES: input.settings.mailboxBytes,
  }),
};

/** Auth refuses leases over a day unless told. */
const longestLease = (leaseMs = 0): number | undefined => (leaseMs > 86_400_000 ? leaseMs : undefined);

const defined = (values: Record<string, string | number | undefined>): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
