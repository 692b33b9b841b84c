import { encodeId } from '@keyway/crypto';
import type { ErrorReason, FleetAnswer, FleetCall, Member, Sparse } from '@keyway/wire';
import { codeOf, decodeFleetCall, encodeFleetAnswer, encodePayload, rightBits } from '@keyway/wire';
import type { TestPeer } from './peer.js';
import type { TestRouter } from './router.js';

interface Work {
  readonly asker: TestPeer;
  readonly askedAs: number;
  readonly service: string;
  readonly key: Uint8Array;
  readonly body: Uint8Array;
  readonly deadlineMs: number;
  readonly attempt: number;
}

interface Worker {
  inFlight: number;
  readonly works: Map<number, Work>;
}

/** Requests, services and presence: the least a client can tell from none. Everybody may see and serve everything. */
export class TestDesk {
  /** Turn a request away so; undefined: serve. Asked for each one that comes. */
  refuse: (service: string) => ErrorReason | undefined = () => undefined;
  readonly asked: { readonly service: string; readonly key: string; readonly timeoutMs: number }[] = [];
  readonly #workers = new Map<string, Map<TestPeer, Worker>>();
  readonly #watchers = new Map<TestPeer, { all: boolean; readonly ids: Set<string> }>();
  #nextId = 1;

  constructor(private readonly router: TestRouter) {}

  request(asker: TestPeer, id: number, service: string, timeoutMs: number, key: Uint8Array, body: Uint8Array): void {
    this.asked.push({ service, key: Buffer.from(key).toString('hex'), timeoutMs });
    const reason = this.refuse(service);
    if (reason !== undefined) return this.#refuse(asker, id, reason, 'said by the test');
    if (service === 'keyway.fleet') return this.#fleet(asker, id, body);
    const deadlineMs = this.router.nowMs() + timeoutMs;
    this.#give({ asker, askedAs: id, service, key: key.slice(), body: body.slice(), deadlineMs, attempt: 1 });
  }

  reply(worker: TestPeer, id: number, code: number, body: Uint8Array): void {
    for (const workers of this.#workers.values()) {
      const works = workers.get(worker)?.works;
      const work = works?.get(id);
      works?.delete(id);
      if (work !== undefined) work.asker.answer(work.askedAs, code, worker.id, body);
    }
  }

  /** A session ended: what it had in work goes to somebody else. */
  left(peer: TestPeer): void {
    this.#watchers.delete(peer);
    for (const workers of this.#workers.values()) {
      const left = workers.get(peer);
      workers.delete(peer);
      for (const work of left?.works.values() ?? []) this.#give({ ...work, attempt: work.attempt + 1 });
    }
  }

  presence(id: Uint8Array, online: boolean): void {
    for (const [peer, { all, ids }] of this.#watchers) {
      if (!all && !ids.has(encodeId(id))) continue;
      peer.session.out.presence(id, online, this.router.nowMs());
      peer.wake();
    }
  }

  #give(work: Work): void {
    const workers = this.#workers.get(work.service);
    if (workers === undefined || workers.size === 0) {
      return this.#refuse(work.asker, work.askedAs, this.router.world.declared.has(work.service) ? 'no_worker' : 'no_such_service', '');
    }
    const free = ([, { inFlight, works }]: [TestPeer, Worker]): number => inFlight - works.size;
    const [peer, worker] = [...workers].sort((a, b) => free(b) - free(a))[0]!;
    if (worker.works.size >= worker.inFlight) return this.#refuse(work.asker, work.askedAs, 'backpressure', 'all workers are busy');
    const id = this.#nextId++;
    worker.works.set(id, work);
    const left = Math.max(1, Math.ceil(work.deadlineMs - this.router.nowMs()));
    peer.work(id, work.service, left, work.key, work.asker.id, work.attempt, work.body);
  }

  #refuse(asker: TestPeer, id: number, reason: ErrorReason, sentence: string): void {
    const body = encodePayload({ contentType: 'text/plain; charset=utf-8', data: new TextEncoder().encode(sentence) });
    asker.answer(id, codeOf(reason), this.router.identity.keyId, body);
  }

  #fleet(asker: TestPeer, id: number, body: Uint8Array): void {
    const call = decodeFleetCall(body);
    const answer = call === undefined ? 'malformed' : this.#answer(asker, call);
    if (typeof answer === 'string') return this.#refuse(asker, id, answer, '');
    asker.answer(id, 0, this.router.identity.keyId, encodeFleetAnswer(answer));
  }

  #answer(asker: TestPeer, call: FleetCall): Sparse<FleetAnswer> | ErrorReason {
    const { names } = this.router.world;
    switch (call.kind) {
      case 'resolve':
        return { members: call.value.names.map((name) => this.#member(names.get(name))) };
      case 'who':
        return { members: call.value.clients.map((id) => this.#member(this.router.knows(id) ? id : undefined)) };
      case 'list': {
        const { after, limit, online } = call.value;
        const all = this.router.members().filter((id) => after.length === 0 || Buffer.compare(id, after) > 0);
        const seen = all.filter((id) => !online || this.router.peerOf(id) !== undefined);
        return { members: seen.slice(0, limit).map((id) => this.#member(id)), more: seen.length > limit };
      }
      case 'watch': {
        const { all, clients, off } = call.value;
        const watched = this.#watchers.get(asker) ?? { all: false, ids: new Set<string>() };
        if (all) watched.all = !off;
        if (all && off) watched.ids.clear();
        for (const id of clients) watched.ids[off ? 'delete' : 'add'](encodeId(id));
        this.#watchers.set(asker, watched);
        return { members: clients.map((id) => this.#member(this.router.knows(id) ? id : undefined)) };
      }
      case 'claim': {
        const { name } = call.value;
        if (names.has(name)) return 'name_taken';
        names.set(name, asker.id);
        return {};
      }
      case 'visibility':
        return {};
      case 'serve': {
        const { service, inFlight } = call.value;
        this.router.world.declared.add(service);
        const workers = this.#workers.get(service) ?? new Map<TestPeer, Worker>();
        this.#workers.set(service, workers);
        const worker = workers.get(asker) ?? { inFlight, works: new Map<number, Work>() };
        worker.inFlight = inFlight;
        workers.set(asker, worker);
        return {};
      }
      case 'status':
        return {
          status: {
            ...{ timeMs: this.router.nowMs(), version: 'test', router: this.router.identity.keyId, startedMs: 1, attached: 1 },
            ...{ manifestVersion: 1, rights: rightBits.send | rightBits.serve, waitingMessages: 2, waitingBytes: 3 },
            name: [...names].find(([, id]) => encodeId(id) === asker.name)?.[0] ?? '',
          },
        };
    }
  }

  #member(id: Uint8Array | undefined): Sparse<Member> {
    if (id === undefined) return {};
    const name = [...this.router.world.names].find(([, owner]) => encodeId(owner) === encodeId(id))?.[0] ?? '';
    return { id, name, online: this.router.peerOf(id) !== undefined, sinceMs: 0 };
  }
}
