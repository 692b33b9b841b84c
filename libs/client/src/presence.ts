import { encodeId } from '@keyway/crypto';
import { parseRecipient } from './address.js';
import { guard } from './events.js';
import { memberOf, pageMembers, type FleetCalls, type Member } from './fleet-calls.js';

/** Somebody came or went. */
export interface PresenceEvent {
  /** The client id as text. */
  readonly id: string;
  readonly online: boolean;
  /** By the fleet's clock. */
  readonly at: Date;
}

export type PresenceListener = (event: PresenceEvent) => void;

interface Watcher {
  /** undefined: everybody. */
  readonly ids: ReadonlySet<string> | undefined;
  readonly listener: PresenceListener;
  /** Who is online as far as this listener was told. */
  readonly online: Set<string>;
}

/** How many clients one session may watch by id. */
const mostWatched = 4_096;

/**
 * Who is watched, and what the listeners know. For a listener everybody is offline until it is told otherwise; from then on it hears
 * of changes only, also over re-attaches: what changed meanwhile is told once the router watches again.
 */
export class Presence {
  readonly #watchers = new Set<Watcher>();
  /** Who is online, as far as the router said, and since when. */
  readonly #online = new Map<string, number>();
  /** For each question under way: of whom frames have told since it was asked, and when that was. They are news, the answer may not be. */
  readonly #hearing = new Set<Map<string, number>>();

  /** @param stale - the router has told less than there was to tell: what is watched is to be asked for again. */
  constructor(
    private readonly fleet: FleetCalls,
    private readonly wallMs: () => number,
    private readonly stale: () => void,
  ) {}

  /** @returns how to stop. Rejects with a WireError when the fleet does not allow it. */
  async watch(whom: 'all' | readonly string[], listener: PresenceListener): Promise<() => void> {
    const ids = whom === 'all' ? undefined : new Set(whom.map((id) => parseRecipient(id).text));
    const watcher: Watcher = { ids, listener, online: new Set() };
    const before = this.#ids();
    if (new Set([...before, ...(ids ?? [])]).size > mostWatched) throw new RangeError(`at most ${mostWatched} clients are watched by id`);
    this.#watchers.add(watcher);
    try {
      if (ids === undefined) await this.#askAll();
      else await this.#ask([...ids]);
    } catch (thrown) {
      this.#watchers.delete(watcher);
      throw thrown;
    }
    for (const [id, atMs] of this.#online) this.#tell(watcher, id, true, atMs);
    return () => this.#stop(watcher);
  }

  /** Takes a Presence frame; one about nobody, 32 zeros, says that there is more than is told. */
  came(client: Uint8Array, online: boolean, timeMs: number): void {
    if (client.every((byte) => byte === 0)) return this.stale();
    const id = encodeId(client);
    for (const heard of this.#hearing) heard.set(id, timeMs);
    this.#learn(id, online, timeMs);
  }

  get watching(): boolean {
    return this.#watchers.size > 0;
  }

  /** Asks again for what is watched, in a new session. */
  async renew(): Promise<void> {
    const ids = [...this.#ids()];
    if (ids.length > 0) await this.#ask(ids);
    if (this.#all()) await this.#askAll();
  }

  async #ask(ids: readonly string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += pageMembers) {
      const page = ids.slice(at, at + pageMembers);
      const clients = page.map((id) => parseRecipient(id).id);
      await this.#hear(async (heard) => {
        const { members } = await this.fleet.call({ kind: 'watch', value: { all: false, clients, off: false } });
        const seen = new Set<string>();
        for (const fields of members) seen.add(this.#learnFrom(memberOf(fields), heard));
        for (const id of page) if (!seen.has(id) && !heard.has(id)) this.#learn(id, false, 0);
      });
    }
  }

  /** Everybody: those who are online are listed page by page, while Presence frames may already come. */
  async #askAll(): Promise<void> {
    const left = new Set(this.#online.keys());
    await this.#hear(async (heard) => {
      await this.fleet.call({ kind: 'watch', value: { all: true, clients: [], off: false } });
      for await (const member of this.fleet.list({ online: true })) left.delete(this.#learnFrom(member, heard));
      for (const id of left) if (!heard.has(id)) this.#learn(id, false, 0);
    });
  }

  async #hear(run: (heard: ReadonlyMap<string, number>) => Promise<void>): Promise<void> {
    const heard = new Map<string, number>();
    this.#hearing.add(heard);
    try {
      await run(heard);
    } finally {
      this.#hearing.delete(heard);
    }
  }

  /** An answer is older than a frame that came meanwhile, unless it tells of a later time. @returns whom it is about; empty: nobody. */
  #learnFrom(member: Member | undefined, heard: ReadonlyMap<string, number>): string {
    if (member === undefined) return '';
    const sinceMs = member.since?.getTime() ?? 0;
    if (sinceMs > (heard.get(member.id) ?? -1)) this.#learn(member.id, member.online, sinceMs);
    return member.id;
  }

  /** @param sinceMs - 0: the router does not know since when. */
  #learn(id: string, online: boolean, sinceMs: number): void {
    const atMs = sinceMs === 0 ? this.wallMs() : sinceMs;
    if (online) this.#online.set(id, atMs);
    else this.#online.delete(id);
    for (const watcher of this.#watchers) this.#tell(watcher, id, online, atMs);
  }

  #tell(watcher: Watcher, id: string, online: boolean, atMs: number): void {
    if (watcher.ids?.has(id) === false || watcher.online.has(id) === online) return;
    if (online) watcher.online.add(id);
    else watcher.online.delete(id);
    guard(() => watcher.listener({ id, online, at: new Date(atMs) }));
  }

  #stop(watcher: Watcher): void {
    if (!this.#watchers.delete(watcher)) return;
    const left = this.#ids();
    const gone = [...(watcher.ids ?? [])].filter((id) => !left.has(id));
    // it is a courtesy: frames nobody listens to are left out, and the next session does not ask for them
    if (watcher.ids === undefined && !this.#all()) void this.#unwatchAll(left);
    else for (let at = 0; at < gone.length; at += pageMembers) void this.#unwatch(gone.slice(at, at + pageMembers));
  }

  async #unwatchAll(left: ReadonlySet<string>): Promise<void> {
    await this.fleet.call({ kind: 'watch', value: { all: true, clients: [], off: true } }).catch(() => undefined);
    await this.#ask([...left]).catch(() => undefined);
  }

  async #unwatch(ids: readonly string[]): Promise<void> {
    const clients = ids.map((id) => parseRecipient(id).id);
    await this.fleet.call({ kind: 'watch', value: { all: false, clients, off: true } }).catch(() => undefined);
  }

  #ids(): Set<string> {
    const ids = new Set<string>();
    for (const watcher of this.#watchers) for (const id of watcher.ids ?? []) ids.add(id);
    return ids;
  }

  #all(): boolean {
    for (const { ids } of this.#watchers) if (ids === undefined) return true;
    return false;
  }
}
