import { encodeId } from '@keyway/crypto';
import { WireError } from '@keyway/wire';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FleetEvent, FleetEventKind, FleetEventOf } from './events.js';
import { foundFleet, renewManifest, type FoundedFleet } from './found.js';
import { fleetPaths, prepareHome, type FleetPaths } from './home.js';
import { waitForLeftovers, writeServiceMarks } from './leftovers.js';
import { takeLock, type Lock } from './lock.js';
import { checkPortsOf, type Ports } from './ports.js';
import { httpPorts, serviceEnv, type FleetSettings } from './service-env.js';
import { serviceNames, stopOrder, type ServiceName } from './service-name.js';
import { ServiceProcess } from './service-process.js';
import { removeSocketFolder, socketFolder } from './socket-folder.js';

export interface FleetOptions {
  /** Everything lies in `<home>/fleet`; founded there on the first start. */
  readonly home: string;
  /** Some or all ports, or `'free'`. Remembered in the home; without any, the remembered ones or 7400 and following. */
  readonly ports?: Partial<Ports> | 'free';
  readonly host?: '127.0.0.1';
  readonly settings?: FleetSettings;
  /** The environment of the process: only its main.ts reads it. */
  readonly env: NodeJS.ProcessEnv;
  /** Hears what happens from the first moment on. */
  readonly onEvent?: (event: FleetEvent) => void;
  /** How long the first start may take. */
  readonly readyMs?: number;
  /** Gives up while the fleet is not ready yet (`aborted`); afterwards `stop()` is the way. */
  readonly signal?: AbortSignal;
  /** Folder with `<service>/dist/main.js`. */
  readonly apps?: string;
  /** More variables for one service, over those of the supervisor. */
  readonly serviceEnv?: Partial<Record<ServiceName, Readonly<Record<string, string>>>>;
}

/** A running fleet. */
export interface Fleet {
  /** `keyway://<fingerprint>@host:port`: all that a client needs to know. */
  readonly address: string;
  /** 52 characters. */
  readonly fingerprint: string;
  readonly endpoints: Readonly<Record<'channel-broker' | 'router', readonly string[]>>;
  /** `http://host:port` with /live, /ready and /metrics. */
  readonly health: Readonly<Record<ServiceName, string>>;
  readonly ports: Ports;
  readonly paths: FleetPaths;
  readonly manifestVersion: number;
  readonly manifestExpiresMs: number;
  /** From the call of `startFleet` until all services were ready. */
  readonly startupMs: number;
  pid(service: ServiceName): number | undefined;
  /** Sends a signal to a service, which is then started again when it ends. */
  kill(service: ServiceName, signal: NodeJS.Signals): void;
  /** Resolves when the service, or each of them, is ready now. Throws WireError `service_failed` or `timed_out` (after 30 s unless told). */
  waitReady(service?: ServiceName, timeoutMs?: number): Promise<void>;
  /** Returns its removal. */
  on<K extends FleetEventKind>(kind: K, listener: (event: FleetEventOf<K>) => void): () => void;
  /** Router, channel-broker, auth, each within six seconds; `atOnce` kills them. Lets go of the home. Harmless when repeated. */
  stop(how?: { readonly atOnce?: boolean }): Promise<void>;
}

const READY_MS = 30_000;
const RENEWAL_MS = 3_600_000;
const defaultApps = fileURLToPath(new URL('../../../apps/', import.meta.url));

/**
 * Founds a fleet where there is none, starts its three services as processes and resolves when each is ready.
 * Throws WireError: `aborted`, `state_locked`, `port_taken`, `key_exposed`, `key_damaged`, `state_damaged`, `service_failed`, `timed_out`.
 * Then nothing runs and the home is free again.
 */
export async function startFleet(options: FleetOptions): Promise<Fleet> {
  const startedAt = performance.now();
  const paths = fleetPaths(options.home);
  prepareHome(paths);
  const lock = takeLock(paths.lock, paths.home);
  const listeners = new Set<(event: FleetEvent) => void>(options.onEvent ? [options.onEvent] : []);
  const emit = (event: FleetEvent): void => {
    for (const listener of listeners) listener(event);
  };
  let services: Services | undefined;
  try {
    await waitForLeftovers(paths.services, (service, pid) => emit({ kind: 'waiting', service, pid }));
    const host = options.host ?? '127.0.0.1';
    const founded = await foundFleet(paths, { host, ports: options.ports });
    services = startServices(options, founded, emit);
    await allReady(services, options.readyMs ?? READY_MS, options.signal);
    return new RunningFleet(founded, services, listeners, lock, Math.round(performance.now() - startedAt));
  } catch (thrown) {
    if (services) await stopServices(services, true);
    leave(paths, lock);
    throw thrown;
  }
}

function leave(paths: FleetPaths, lock: Lock): void {
  removeSocketFolder(paths.run, tmpdir());
  lock.release();
}

type Services = ReadonlyMap<ServiceName, ServiceProcess>;

class RunningFleet implements Fleet {
  readonly address: string;
  readonly fingerprint: string;
  readonly endpoints: Fleet['endpoints'];
  readonly health: Fleet['health'];
  readonly ports: Ports;
  readonly paths: FleetPaths;
  readonly #renewal: NodeJS.Timeout;
  #founded: FoundedFleet;
  #stopped: Promise<void> | undefined;

  constructor(
    founded: FoundedFleet,
    private readonly services: Services,
    private readonly listeners: Set<(event: FleetEvent) => void>,
    private readonly lock: Lock,
    readonly startupMs: number,
  ) {
    this.fingerprint = encodeId(founded.fingerprint);
    this.address = `keyway://${this.fingerprint}@${founded.host}:${founded.ports.brokerTcp}`;
    this.endpoints = founded.endpoints;
    this.health = healthAddresses(founded);
    this.ports = founded.ports;
    this.paths = founded.paths;
    this.#founded = founded;
    this.#renewal = setInterval(() => this.#renew(), RENEWAL_MS).unref();
  }

  get manifestVersion(): number {
    return this.#founded.manifest.version;
  }

  get manifestExpiresMs(): number {
    return this.#founded.manifest.expiresMs;
  }

  pid(service: ServiceName): number | undefined {
    return this.services.get(service)?.pid;
  }

  kill(service: ServiceName, signal: NodeJS.Signals): void {
    this.services.get(service)?.kill(signal);
  }

  async waitReady(service?: ServiceName, timeoutMs = READY_MS): Promise<void> {
    const untilMs = performance.now() + timeoutMs;
    const asked = service ? [this.services.get(service)!] : [...this.services.values()];
    await Promise.all(asked.map((one) => one.waitReady(untilMs)));
  }

  on<K extends FleetEventKind>(kind: K, listener: (event: FleetEventOf<K>) => void): () => void {
    const filtered = (event: FleetEvent): void => {
      if (event.kind === kind) listener(event as FleetEventOf<K>);
    };
    this.listeners.add(filtered);
    return () => void this.listeners.delete(filtered);
  }

  async stop({ atOnce = false }: { readonly atOnce?: boolean } = {}): Promise<void> {
    clearInterval(this.#renewal);
    if (atOnce) await stopServices(this.services, true); // also while a gentle stop is under way
    this.#stopped ??= stopServices(this.services, false).finally(() => leave(this.paths, this.lock));
    await this.#stopped;
  }

  #renew(): void {
    const { version, expiresMs } = this.#founded.manifest;
    try {
      this.#founded = renewManifest(this.#founded, Date.now());
      const { manifest } = this.#founded;
      if (manifest.version !== version) this.#tell({ kind: 'renewed', version: manifest.version, expiresMs: manifest.expiresMs });
    } catch (thrown) {
      this.#tell({ kind: 'renewal_failed', error: WireError.from(thrown), expiresMs });
    }
  }

  #tell(event: FleetEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}

function startServices(options: FleetOptions, founded: FoundedFleet, emit: (event: FleetEvent) => void): Services {
  const { paths, ports, host, fingerprint } = founded;
  const apps = options.apps ?? defaultApps;
  const sockets = socketFolder(paths.run, tmpdir());
  const input = { paths, fingerprint, ports, host, sockets, settings: options.settings ?? {}, env: options.env };
  const health = healthAddresses(founded);
  const services = new Map<ServiceName, ServiceProcess>();
  const note = (event: FleetEvent): void => {
    if (event.kind === 'started') {
      writeServiceMarks(paths.services, Object.fromEntries([...services].map(([name, service]) => [name, service.pid])));
    }
    emit(event);
  };
  for (const name of serviceNames) {
    const spec = {
      name,
      main: join(apps, name, 'dist', 'main.js'),
      env: { ...serviceEnv(name, input), ...options.serviceEnv?.[name] },
      logFile: join(paths.logs, `${name}.log`),
      health: health[name],
      blocked: () => checkPortsOf(name, ports, host),
    };
    services.set(name, new ServiceProcess(spec, note));
  }
  for (const service of services.values()) service.start();
  return services;
}

const healthAddresses = ({ host, ports }: FoundedFleet): Readonly<Record<ServiceName, string>> =>
  Object.fromEntries(serviceNames.map((name) => [name, `http://${host}:${ports[httpPorts[name]]}`])) as Record<ServiceName, string>;

async function allReady(services: Services, readyMs: number, signal: AbortSignal | undefined): Promise<void> {
  const untilMs = performance.now() + readyMs;
  try {
    await Promise.all([...services.values()].map((service) => service.waitReady(untilMs, signal)));
  } catch (thrown) {
    const error = WireError.from(thrown);
    throw error.reason === 'timed_out' ? new WireError('service_failed', error.message, { cause: error }) : error;
  }
}

async function stopServices(services: Services, atOnce: boolean): Promise<void> {
  if (atOnce) {
    await Promise.all([...services.values()].map((service) => service.stop(true)));
    return;
  }
  for (const name of stopOrder) await services.get(name)?.stop();
}
