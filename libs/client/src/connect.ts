import { encodeId, equal, type PrivateIdentity } from '@keyway/crypto';
import { verifyManifest, type IncomingWindow, type VerifiedManifest } from '@keyway/session';
import { systemClock, type Clock } from '@keyway/transport';
import { decodeSignedManifest, WireError } from '@keyway/wire';
import { aborted } from './alarm.js';
import { parseFleetAddress } from './address.js';
import { Backoff } from './backoff.js';
import { Calls } from './calls.js';
import type { Standing } from './channel.js';
import type { Client } from './client.js';
import { Connection } from './connection.js';
import { Events } from './events.js';
import { stepMs } from './exchange.js';
import { Inbox } from './inbox.js';
import { fleetAdmin } from './fleet-admin.js';
import { Outbox, type OutboxLimits } from './outbox.js';
import { RunningClient } from './running-client.js';
import { StateWriter } from './state-writer.js';
import { MemoryStore } from './store/memory.js';
import type { StateStore, StoredState } from './store/store.js';
import { parseToken } from './token.js';

export interface ConnectOptions {
  /** keyway://<fingerprint>@host:port, as `npm start` prints it. */
  readonly fleet: string;
  readonly identity: PrivateIdentity;
  /** `kwt1_…`: lets this key into a fleet that is closed. Used when the fleet does not know the key yet, and never again. */
  readonly token?: string | undefined;
  /** Where state survives; closed with the client. Default: a MemoryStore, which lives as long as this client. */
  readonly store?: StateStore | undefined;
  /** Which of the routers' endpoints to use. Default tcp, the cheapest. */
  readonly edge?: 'tcp' | 'zmq' | undefined;
  /** Gives up connecting; without effect afterwards. */
  readonly signal?: AbortSignal | undefined;
  /** Keep trying so long while the fleet does not answer. Default: one round (broker, then every router), each step 10 s at most. */
  readonly timeoutMs?: number | undefined;
  /** What may wait here for the application. Default 8,192 messages, 8 MiB. */
  readonly window?: IncomingWindow | undefined;
  /** What may wait here for an answer of the fleet. Default 1,000,000 messages, 256 MiB. */
  readonly outbox?: OutboxLimits | undefined;
  /** Ids of suites and groups to offer, in order. Default: all this version knows. */
  readonly suites?: readonly number[] | undefined;
  readonly groups?: readonly number[] | undefined;
  /** For tests: timers and session times; the wall clock of requests and messages; one step's time; the waits between attempts. */
  readonly clock?: Clock | undefined;
  readonly wallMs?: (() => number) | undefined;
  readonly stepMs?: number | undefined;
  readonly backoff?: Backoff | undefined;
}

/**
 * Makes a client and attaches it. Rejects with a WireError and leaves nothing behind: `fleet_unpinned`, `address_invalid`,
 * `fleet_key_mismatch`, `request_stale`, `unauthorised`, `peer_unreachable`, `timed_out`, `aborted`, `state_locked`, `state_damaged`, …
 */
export async function connect(options: ConnectOptions): Promise<Client> {
  const address = parseFleetAddress(options.fleet);
  const token = options.token === undefined ? undefined : parseToken(options.token);
  if (options.signal?.aborted) throw aborted(options.signal);
  const store = options.store ?? new MemoryStore();
  const state = await store.open();
  const ending = new AbortController();
  const onAbort = (): void => ending.abort(options.signal?.reason);
  options.signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const wallMs = wholeMs(options.wallMs ?? Date.now);
    const { identity, suites, groups } = options;
    checkOwner(state, address.fingerprint, identity);
    const manifest = knownManifest(state, address.fingerprint, wallMs());
    const known = { manifest, newestVersion: state.newestVersion, enrolled: state.enrolled };
    const client = assemble(options, store, state, { address, identity, token, suites, groups, wallMs, ...known }, ending);
    await client.first();
    return client.running;
  } catch (thrown) {
    ending.abort();
    await store.close().catch(() => undefined);
    throw options.signal?.aborted ? aborted(options.signal) : WireError.from(thrown);
  } finally {
    options.signal?.removeEventListener('abort', onAbort);
  }
}

interface Assembled {
  readonly running: RunningClient;
  first(): Promise<void>;
}

function assemble(options: ConnectOptions, store: StateStore, state: StoredState, standing: Standing, ending: AbortController): Assembled {
  const clock = options.clock ?? systemClock;
  const events = new Events();
  const writer = new StateWriter(store, (error) => running.storeFailed(error));
  const outbox = new Outbox(writer, events, standing.wallMs, options.outbox);
  const inbox = new Inbox(state.marks, writer, events, () => running.wake(), options.window);
  const counters = { recordsOut: 0, recordsIn: 0, bytesOut: 0, bytesIn: 0, dropped: 0 };
  const calls: Calls = new Calls({
    ...{ clock, wallMs: standing.wallMs, events, signal: ending.signal },
    ...{ isAttached: () => running.state === 'attached', wake: () => running.wake() },
  });
  const connection = new Connection(standing, { clock, outbox, inbox, calls, writer, counters }, events, {
    edge: options.edge ?? 'tcp',
    step: { signal: ending.signal, stepMs: options.stepMs ?? stepMs },
    firstUntil: options.timeoutMs === undefined ? undefined : clock.now() + options.timeoutMs,
    backoff: options.backoff,
  });
  const id = encodeId(standing.identity.public.fingerprint);
  const running: RunningClient = new RunningClient({
    ...{ id, clock, events, outbox, inbox, writer, connection, calls, counters, ending },
    admin: (operator) => fleetAdmin(calls.asking, standing, operator),
  });
  if (state.damage !== undefined) events.emit('warning', { reason: 'state_damaged', text: state.damage });
  if (state.owner === undefined) {
    writer.add({ kind: 'owner', fleet: standing.address.fingerprint, client: standing.identity.public.fingerprint });
  }
  outbox.restore(state.outbox);
  return {
    running,
    async first() {
      try {
        await connection.first();
      } catch (thrown) {
        running.discard();
        throw thrown;
      }
      running.run();
    },
  };
}

/** State of one client must not be mixed with that of another: marks and unsent messages would be those of a stranger. */
function checkOwner({ owner }: StoredState, fleet: Uint8Array, identity: PrivateIdentity): void {
  if (owner === undefined) return;
  const same = equal(owner.fleet, fleet) && equal(owner.client, identity.public.fingerprint);
  if (same) return;
  const whose = `client ${encodeId(owner.client)} of fleet ${encodeId(owner.fleet)}`;
  throw new WireError('config_invalid', `the state belongs to ${whose}: give each client and fleet a folder of its own`);
}

function knownManifest(state: StoredState, fleet: Uint8Array, nowMs: number): VerifiedManifest | undefined {
  const signed = state.manifest && decodeSignedManifest(state.manifest);
  const verified = signed && verifyManifest(signed, fleet, nowMs, state.newestVersion);
  return verified === undefined || typeof verified === 'string' ? undefined : verified; // an expired one: the grant brings the next
}

const wholeMs = (now: () => number) => (): number => Math.floor(now());
