import { join } from 'node:path';
import { readFiles } from '@keyway/sqlite-log/testing';
import type { Files } from '@keyway/sqlite-log/testing';
import { isWireError } from '@keyway/wire';
import type { Registry } from '../registry.js';
import { openSqliteRegistry } from '../sqlite/open.js';
import { admission, auditHash, channelId, clientId, epoch, hex, nameOf, token, tokenId } from './rows.js';

const clients = 400;
const channels = 2 * clients;
const names = 120;
const some = 32;

export interface FullRegistry {
  /** As a process leaves it that is killed: about half of it is in the log. */
  readonly killed: Files;
  readonly closed: Files;
  /** What it answers. */
  readonly answers: Answers;
}

/** Something of everything: half a megabyte, and two of log. */
export async function aFullRegistry(folder: string): Promise<FullRegistry> {
  const path = join(folder, 'sound.db');
  await fill(path, 0, clients / 2, true);
  const registry = await fill(path, clients / 2, clients, false);
  const answers = await answersOf(registry);
  const killed = readFiles(path);
  await registry.close();
  return { killed, closed: readFiles(path), answers };
}

async function fill(path: string, from: number, to: number, close: boolean): Promise<Registry> {
  const registry = await openSqliteRegistry({ path, auditHash });
  const enrolling = (n: number) => {
    const spki = Uint8Array.from({ length: n % 4 === 0 ? 422 : 44 }, (_, at) => at ^ n);
    return [admission(n, n, { enrol: { spki, rights: 13, detail: '{"kind":"ed25519"}' } }), admission(n, clients + n)];
  };
  for (let first = from; first < to; first += 10) await registry.admit(Array.from({ length: 10 }, (_, at) => enrolling(first + at)).flat());
  const share = (of: number): number[] => Array.from({ length: of / 2 }, (_, n) => (from === 0 ? n : of / 2 + n));
  await registry.transact(async (unit) => {
    for (const n of share(names)) await unit.addName(nameOf(n, `client-${n}`), n);
    for (const n of share(some)) {
      await unit.addToken(token(n, { uses: 3, wrapped: Uint8Array.from({ length: 60 }, (_, at) => at ^ n) }));
      await unit.putService({ name: `service-${n}`, ownerId: clientId(n), members: false, workers: [clientId(n), clientId(n + 1)] }, n);
      await unit.revokeTickets(clientId(n));
      await unit.changeClient(clientId(n), { blocked: true });
    }
    await unit.setPolicy({ enrolment: 'open', seeing: 'members', serving: 'first' });
    await unit.setSettings({ heartbeatMs: 1, timeoutMs: 2, maxBodyBytes: 3, windowMessages: 4, windowBytes: 5, maxStreams: 6 });
  });
  for (const n of share(8)) await registry.addEpoch(epoch(n + 1));
  if (close) await registry.close();
  return registry;
}

/** By what was asked; `none`: as if it was never there; `damaged`: refused with `state_damaged`. */
export type Answers = ReadonlyMap<string, string>;

export const none = 'none';
export const refused = 'damaged';

/** Asks for everything one by one. */
export async function answersOf(registry: Registry): Promise<Answers> {
  const answers = new Map<string, string>();
  const ask = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    answers.set(what, await said(work));
  };
  const listed = await registry.transact((unit) => unit.clients({ limit: 2 * clients, nowMs: 0 }));
  for (const { name, channels: _, ...client } of listed) {
    answers.set(`client ${hex(client.id)}`, text(client));
    if (name) answers.set(`name of client ${hex(client.id)}`, name);
  }
  const ids = Array.from({ length: clients }, (_, n) => clientId(n));
  const { glimpses } = await registry.glimpse(ids.map((id) => ({ clientId: id, viewer: id })));
  glimpses.forEach(({ client }, n) => answers.set(`glimpse of client ${n}`, text(client && { ...client, name: undefined })));
  const owners = await registry.named(Array.from({ length: names }, (_, n) => `client-${n}`));
  owners.forEach((owner, n) => answers.set(`owner of name ${n}`, text(owner)));
  for (let n = 0; n < names; n += 20) await ask(`names like ${n}`, () => registry.transact((unit) => unit.namesLike('', `~client-${n}`)));
  for (let n = 0; n < some; n += 1) {
    await ask(`token ${n}`, async () => (await registry.terms(tokenId(n))).token);
    await ask(`service ${n}`, async () => {
      const { service } = await registry.serviceTerms(`service-${n}`, clientId(0));
      for (const worker of service?.workers ?? []) answers.set(`worker ${hex(worker)} of service ${n}`, 'yes');
      return service && { ...service, workers: undefined };
    });
  }
  await ask('policy', async () => (await registry.terms(undefined)).policy);
  await ask('settings', async () => (await registry.changes(0)).settings);
  for (const { id, ...rest } of await registry.epochs('ticket')) answers.set(`epoch ${id}`, text(rest));
  return answers;
}

/** How far tickets are revoked, for each client that was; what the feed refuses counts as all of them. */
export async function revokedUpTo(registry: Registry): Promise<readonly number[]> {
  const { revoked } = await registry.changes(0);
  const byClient = new Map(revoked.map(({ clientId: id, ticketsUpTo }) => [hex(id), ticketsUpTo]));
  return Array.from({ length: some }, (_, n) => byClient.get(hex(clientId(n))) ?? 0);
}

/** Asks for every channel again. @returns how many were admitted. */
export async function admittedAgain(registry: Registry): Promise<number> {
  const again = Array.from({ length: channels }, (_, n) => admission(n % clients, n, { channelId: channelId(n), enrol: undefined }));
  return (await registry.admit(again)).filter(({ kind }) => kind !== 'known').length;
}

async function said(work: () => Promise<unknown>): Promise<string> {
  try {
    return text(await work());
  } catch (thrown) {
    if (isWireError(thrown) && thrown.reason === 'state_damaged') return refused;
    throw thrown;
  }
}

const text = (value: unknown): string =>
  value === undefined ? none : JSON.stringify(value, (_, part: unknown) => (ArrayBuffer.isView(part) ? hex(part as Uint8Array) : part));
