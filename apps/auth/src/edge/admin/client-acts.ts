import { isKeyError, PublicIdentity } from '@keyway/crypto';
import type { ClientRow } from '@keyway/registry';
import { rightBits, WireError, type AdminCalls, type Added, type ClientEntry, type NewClient } from '@keyway/wire';
import { detailOf } from '../../core/detail.js';
import { wantedName, type WantedName } from '../../core/naming.js';
import { knownRights, memberRights, operatorRights } from '../../core/rights.js';
import { whyOf } from '../../core/why.js';
import { likeNames } from '../names-like.js';
import { read, type Act, type Acting } from './act.js';

/** Each has an outcome of its own: one bad line of a long list spoils no other. */
export const addClients: Act<AdminCalls['addClients']> = async (acting, { clients }) => {
  const added: Added[] = [];
  for (const client of clients) added.push(await add(acting, client));
  const known = added.filter((one) => one.known).length;
  const refused = added.filter(({ code }) => code !== 0).length;
  return { answer: { added }, action: 'clients_added', detail: { added: added.length - known - refused, known, refused } };
};

async function add(acting: Acting, { spki, name, hidden, operator }: NewClient): Promise<Added> {
  const { unit, nowMs } = acting;
  const identity = keyOf(spki);
  if (identity instanceof WireError) return refusedOne(none, identity);
  const { fingerprint: id } = identity;
  if (await unit.client(id)) return { id, code: 0, detail: '', known: true };
  const wanted = name === '' ? undefined : await freeName(acting, name, undefined);
  if (wanted instanceof WireError) return refusedOne(id, wanted);
  const rights = operator ? operatorRights : memberRights;
  await unit.addClient({ id, spki: identity.spki, rights, hidden, createdMs: nowMs });
  if (wanted) await unit.addName({ ...nameRow(wanted), clientId: id, tokenId: undefined, ownerId: id }, nowMs);
  await unit.note({
    timeMs: nowMs,
    actor: acting.operator,
    action: 'client_added',
    detail: detailOf({ client: id, name: wanted?.name, rights, hidden }),
  });
  return { id, code: 0, detail: '', known: false };
}

const refusedOne = (id: Uint8Array, error: WireError): Added => ({ id, code: error.code, detail: whyOf(error), known: false });

function keyOf(spki: Uint8Array): PublicIdentity | WireError {
  try {
    return PublicIdentity.fromSpki(spki);
  } catch (thrown) {
    if (!isKeyError(thrown)) throw thrown;
    return new WireError(thrown.reason, thrown.message);
  }
}

export const listClients: Act<AdminCalls['listClients']> = async ({ unit, nowMs }, { after, limit, name, blocked, client }) => {
  const rows = await unit.clients({
    ...{ limit: limit + 1, nowMs, blocked },
    after: after.length > 0 ? after : undefined,
    id: client.length > 0 ? client : undefined,
    name: name.normalize('NFC').toLowerCase() || undefined,
  });
  const clients = rows.slice(0, limit).map((row): ClientEntry => ({
    ...{ id: row.id, name: row.name ?? '', kind: kinds.get(row.spki.length) ?? '', rights: rightsOf(row), blocked: row.blocked },
    ...{ createdMs: row.createdMs, seenMs: row.seenMs, channels: row.channels },
  }));
  return read('clients', { clients, more: rows.length > limit });
};

/** Canonical SPKI has one length for each kind of key. */
const kinds = new Map([
  [44, 'ed25519'],
  [294, 'rsa-2048'],
  [422, 'rsa-3072'],
  [550, 'rsa-4096'],
]);

export const changeClient: Act<AdminCalls['changeClient']> = async (acting, { client, name, dropName, setRights, clearRights }) => {
  const { unit, nowMs } = acting;
  const row = await existing(acting, client);
  if (name !== '' && dropName) throw new WireError('malformed', 'give a name, or drop the one there is: not both');
  if (((setRights | clearRights) & ~knownRights) !== 0 || (setRights & clearRights) !== 0)
    throw new WireError('malformed', `rights are bits of ${knownRights}, and none is set and cleared at once`);
  const wanted = name === '' ? undefined : await freeName(acting, name, client);
  if (wanted instanceof WireError) throw wanted;
  const before = rightsOf(row);
  const rights = (before | setRights) & ~clearRights;
  if ((rights & rightBits.operator) === 0) await keepAnOperator(acting, row);
  if (rights !== before) {
    await unit.changeClient(client, { rights: rights & ~rightBits.hidden, hidden: (rights & rightBits.hidden) !== 0 });
    await unit.revokeTickets(client);
  }
  if (wanted || dropName) await unit.dropNameOf(client);
  if (wanted) await unit.addName({ ...nameRow(wanted), clientId: client, tokenId: undefined, ownerId: client }, nowMs);
  return {
    action: 'client_changed',
    detail: { client, name: wanted?.name, dropped: dropName ? row.name : undefined, ...(rights === before ? {} : { rights, before }) },
  };
};

export const block: Act<AdminCalls['block']> = async (acting, { client, reason }) => {
  const { unit } = acting;
  await keepAnOperator(acting, await existing(acting, client));
  await unit.changeClient(client, { blocked: true });
  await unit.revokeTickets(client);
  return { action: 'block', detail: { client, reason } };
};

export const unblock: Act<AdminCalls['unblock']> = async (acting, { client }) => {
  await existing(acting, client);
  await acting.unit.changeClient(client, { blocked: false });
  return { action: 'unblock', detail: { client } };
};

export const revoke: Act<AdminCalls['revoke']> = async (acting, { client }) => {
  await existing(acting, client);
  await acting.unit.revokeTickets(client);
  return { action: 'revoke', detail: { client } };
};

async function existing({ unit }: Acting, id: Uint8Array): Promise<ClientRow> {
  const row = await unit.client(id);
  if (!row) throw new WireError('recipient_unknown', 'this fleet knows no client with this id');
  return row;
}

/** A fleet without an operator could never have one again. */
async function keepAnOperator({ unit }: Acting, { rights, blocked }: ClientRow): Promise<void> {
  if (blocked || (rights & rightBits.operator) === 0) return;
  if ((await unit.countWithRight(rightBits.operator)) === 1)
    throw new WireError('forbidden', 'it is the last operator: make somebody else one first');
}

/** A name an operator gives: any that is free, also one with a number. */
export async function freeName({ unit, nowMs }: Acting, text: string, clientId: Uint8Array | undefined): Promise<WantedName | WireError> {
  const wanted = wantedName(text);
  if ('fault' in wanted) return new WireError('name_invalid', wanted.fault);
  return (await likeNames(unit, wanted, nowMs)).isFreeFor(clientId) ? wanted : new WireError('name_taken');
}

const nameRow = ({ name, skeleton }: WantedName): Pick<WantedName, 'name' | 'skeleton'> => ({ name, skeleton });
const rightsOf = ({ rights, hidden }: ClientRow): number => (hidden ? rights | rightBits.hidden : rights);
const none = new Uint8Array(0);
