import { connect, type Client, type ConnectOptions } from '@keyway/client';
import { PrivateIdentity } from '@keyway/crypto';
import { startFleet, type Fleet, type FleetOptions } from '@keyway/fleet';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folders: string[] = [];
const endings: (() => Promise<unknown>)[] = [];

/** Ends what a spec left running, last first, and removes its folders. For `afterAll`. */
export async function cleanUp(): Promise<void> {
  for (const end of endings.splice(0).reverse()) await end();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Something that must be ended whatever happens. */
export const atEnd = (end: () => Promise<unknown>): void => void endings.push(end);

/** An empty folder that goes when the spec is over. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-tests-'));
  folders.push(folder);
  return folder;
}

/** Compiled code of the services, kept from run to run: most of a start is compiling. Killed services do not write theirs. */
const compileCache = fileURLToPath(new URL('../../../node_modules/.cache/keyway-tests', import.meta.url));
/** Without colours, whatever the runner of the tests wishes for its own output. */
export const environment: NodeJS.ProcessEnv = { ...withoutColours(process.env), NODE_COMPILE_CACHE: compileCache };

function withoutColours({ FORCE_COLOR: _, ...env }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return env;
}

/** A real fleet: three processes on free ports, in a home of its own unless told. */
export async function aFleet(options: Partial<FleetOptions> = {}): Promise<Fleet> {
  const fleet = await startFleet({ home: join(freshFolder(), 'home'), ports: 'free', env: environment, ...options });
  atEnd(() => fleet.stop({ atOnce: true }));
  return fleet;
}

export const aKey = (): PrivateIdentity => PrivateIdentity.generate('ed25519');

/** An attached client with a key of its own unless told. */
export async function aClient(fleet: Fleet | string, options: Partial<ConnectOptions> = {}): Promise<Client> {
  const address = typeof fleet === 'string' ? fleet : fleet.address;
  const client = await connect({ fleet: address, identity: aKey(), ...options });
  atEnd(() => client.close());
  return client;
}

/** How long something that should happen soon may take on a busy machine. */
const patienceMs = 20_000;

/** Looks again and again until `condition` gives something; what has no event of its own, such as a counter, is awaited so. */
export async function until<T>(what: string, condition: () => T | Promise<T>, mostMs = patienceMs): Promise<NonNullable<T>> {
  const end = performance.now() + mostMs;
  for (;;) {
    const value = await condition();
    if (value !== undefined && value !== null && value !== false) return value;
    if (performance.now() > end) throw new Error(`${what}: not within ${mostMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Rejects with a sentence instead of letting a test hang. */
export async function within<T>(mostMs: number, what: string, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`${what}: not within ${mostMs} ms`)), mostMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** The reason with which `work` fails; `'succeeded'` when it does not. */
export async function reasonOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'succeeded';
  } catch (thrown) {
    return (thrown as { reason?: string }).reason ?? String(thrown);
  }
}
