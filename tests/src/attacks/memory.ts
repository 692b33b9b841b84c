import { parseFleetAddress } from '@keyway/client';
import { hkdf, label, randomBytes, sha256, X25519Key } from '@keyway/crypto';
import type { Fleet } from '@keyway/fleet';
import { beginAttach, finishAttach, servicesOf } from '@keyway/session';
import { encodeEnvelope } from '@keyway/wire';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as f from '../evil/frames.js';
import { HandSession } from '../evil/hand-session.js';
import { keyFile } from '../harness/child.js';
import { foundIn, textsOf, type Needles } from '../harness/memory.js';
import { countOf } from '../harness/metrics.js';
import { aKey, atEnd, environment, freshFolder, until } from '../harness/places.js';
import { aChannel, Stranger } from '../harness/stranger.js';

/** Looks into the memory of running processes, which only Linux shows. */
const onLinux = process.platform === 'linux' ? it : it.skip;
const none = new Uint8Array(0);

/** What a router is started with, so that it writes snapshots of its heap into a folder on SIGUSR2. */
export const snapshotOptions = (folder: string): string => `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${folder}`;

/** A snapshot of V8's heap: what is garbage was collected before. */
async function routerSnapshot(fleet: Fleet, snapshots: string): Promise<string> {
  const before = readdirSync(snapshots).length;
  process.kill(fleet.pid('router')!, 'SIGUSR2');
  const path = await until('the snapshot is begun', () => readdirSync(snapshots).sort()[before]);
  await until('the snapshot is whole', () => isWhole(join(snapshots, path)), 60_000);
  return readFileSync(join(snapshots, path), 'latin1');
}

/** It is one JSON object. */
function isWhole(path: string): boolean {
  const end = Buffer.alloc(2);
  const descriptor = openSync(path, 'r');
  readSync(descriptor, end, 0, 2, Math.max(0, fstatSync(descriptor).size - 2));
  closeSync(descriptor);
  return end.includes('}');
}

/** In a snapshot stand strings, and no bytes of buffers. */
const textsIn = (snapshot: string, needles: Needles): readonly string[] =>
  [...needles].flatMap(([name, bytes]) => (textsOf(bytes).some((text) => snapshot.includes(text)) ? [name] : []));

/** Asked until it answers: a process whose memory is looked at, or that writes it down, is busy. */
const sessionsOf = (fleet: Fleet): Promise<number> =>
  until('the router says how many are attached', () =>
    countOf(fleet, 'router', 'router_sessions')
      .then((count) => ({ count }))
      .catch(() => undefined),
  ).then(({ count }) => count);

/** Attaches by hand, and knows every secret of it: docs/protocol.md, "Attaching". */
async function aKnownSession(fleet: Fleet) {
  const { fingerprint } = parseFleetAddress(fleet.address);
  const identity = aKey();
  const channel = await aChannel(fleet.ports.brokerTcp, identity, fingerprint);
  const router = servicesOf(channel.manifest.manifest, 'router')[0]!;
  const ephemeral = X25519Key.generate();
  const copy = X25519Key.fromPem(ephemeral.toPem()); // `finishAttach` wipes the other one
  const pending = beginAttach(channel, router, ephemeral, randomBytes(32))!;
  const [psk, es] = [Uint8Array.from(pending.psk), Uint8Array.from(pending.es)];
  const before = await sessionsOf(fleet);
  const stranger = await Stranger.at(fleet.ports.routerTcp);
  const answer = await stranger.ask(encodeEnvelope({ kind: 'attach', value: pending.hello }));
  if (answer?.kind !== 'attached') throw new Error('not attached');
  const traffic = finishAttach(pending, answer.value);
  if (typeof traffic === 'string') throw new Error(traffic);
  const ee = copy.agree(answer.value.x25519)!;
  const salt = sha256(label('traffic-hash', pending.helloHash, answer.value.x25519));
  const okm = hkdf(Buffer.concat([psk, es, ee]), salt, label('traffic', Uint8Array.of(0, channel.suite)), 184);
  const proofKey = hkdf(channel.secret, none, label('attach'), 64).slice(32);
  const secrets: Needles = new Map([
    ...[['channel secret', channel.secret] as const, ['psk', psk] as const, ['proof key', proofKey] as const],
    ...[['es', es] as const, ['ee', ee] as const],
    ...[['c2r key', okm.slice(0, 32)] as const, ['c2r next', okm.slice(44, 76)] as const],
    ...[['r2c key', okm.slice(76, 108)] as const, ['r2c next', okm.slice(120, 152)] as const],
  ]);
  const end = new HandSession('client', traffic);
  stranger.say(end.record(Buffer.concat([f.open(1, identity.public.fingerprint, randomBytes(16)), f.run(1, 1, f.body('x'))])));
  await stranger.hear();
  await until('it is attached', async () => (await sessionsOf(fleet)) === before + 1);
  return { stranger, secrets, before };
}

/** T38: what is left in memory. `snapshots`: the folder of `snapshotOptions`. */
export function memories(place: () => { readonly fleet: Fleet; readonly snapshots: string }): void {
  onLinux('T38 a router forgets a session when it ends: no key of it is left in its memory, nor the secret of the channel', async () => {
    const { fleet, snapshots } = place();
    const { stranger, secrets, before } = await aKnownSession(fleet);
    const pid = fleet.pid('router')!;
    const during = new Set(foundIn(pid, secrets));
    expect([...during]).toEqual(expect.arrayContaining(['c2r key', 'r2c key'])); // the search finds what is there
    stranger.close();
    await until('it is gone', async () => (await sessionsOf(fleet)) === before);
    const snapshot = await routerSnapshot(fleet, snapshots);
    expect([textsIn(snapshot, secrets), foundIn(pid, secrets)]).toEqual([[], []]);
  });

  onLinux('T38 a client that was closed has forgotten everything it ever derived', async () => {
    const folder = freshFolder();
    const derived = join(folder, 'derived');
    const job = { fleet: place().fleet.address, keyFile: keyFile(aKey()), snapshot: join(folder, 'client.heapsnapshot') };
    const client = new Remembering(job, derived);
    expect(await client.says()).toBe('attached');
    const secrets = needlesFrom(readFileSync(derived, 'latin1'));
    expect(secrets.size).toBeGreaterThan(10);
    expect(new Set(foundIn(client.pid, secrets)).size).toBeGreaterThan(1); // the keys in use
    client.goOn();
    expect(await client.says()).toBe('closed');
    expect([textsIn(readFileSync(job.snapshot, 'latin1'), secrets), foundIn(client.pid, secrets)]).toEqual([[], []]);
  });
}

/** programs/forgets.ts, which tells a file what it derives. */
class Remembering {
  readonly over: Promise<unknown>;
  readonly #child;
  readonly #lines: AsyncIterator<string>;

  constructor(job: object, derived: string) {
    const descriptor = openSync(derived, 'w', 0o600);
    const [hook, program] = ['derived-keys.mjs', 'forgets.ts'].map((name) =>
      fileURLToPath(new URL(`../programs/${name}`, import.meta.url)),
    );
    const options = { env: environment, stdio: ['pipe', 'pipe', 'inherit', descriptor] as ['pipe', 'pipe', 'inherit', number] };
    this.#child = spawn(process.execPath, ['--import', hook!, program!, JSON.stringify(job)], options);
    closeSync(descriptor);
    this.over = once(this.#child, 'exit');
    this.#lines = createInterface({ input: this.#child.stdout! })[Symbol.asyncIterator]();
    atEnd(async () => {
      this.#child.kill('SIGKILL');
      await this.over;
    });
  }

  get pid(): number {
    return this.#child.pid!;
  }
  async says(): Promise<string> {
    const line = await Promise.race([this.#lines.next(), this.over]);
    if (Array.isArray(line)) throw new Error('it ended');
    return (JSON.parse(String((line as IteratorResult<string>).value)) as { event: string }).event;
  }
  goOn(): void {
    this.#child.stdin!.write('go on\n');
  }
}

/** Where keys and secrets begin in what HKDF gives for an attach (docs/protocol.md). The confirmation behind them crosses the wire. */
const traffic = { c2r: 0, 'c2r next': 44, r2c: 76, 'r2c next': 120 };

/** All that was derived, cut into pieces of 32 bytes. */
function needlesFrom(lines: string): Needles {
  const needles = new Map<string, Uint8Array>();
  for (const [i, line] of lines.trim().split('\n').entries()) {
    const [kind, hex] = line.split(' ');
    const bytes = Buffer.from(hex!, 'hex');
    const pieces = Object.fromEntries(Array.from({ length: bytes.length / 32 }, (_, n) => [n, 32 * n]));
    for (const [name, at] of Object.entries(bytes.length === 184 ? traffic : pieces)) {
      needles.set(`${kind} ${i} ${name}`, bytes.subarray(at, at + 32));
    }
  }
  return needles;
}
