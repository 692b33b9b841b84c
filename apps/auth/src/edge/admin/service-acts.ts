import { encodeId, equal } from '@keyway/crypto';
import type { ServiceRow } from '@keyway/registry';
import { WireError, type AdminCalls, type ServiceEntry } from '@keyway/wire';
import { isFreeServiceName, mostServices, mostWorkers } from '../../core/serving.js';
import { read, type Act, type Acting } from './act.js';

/** A new service belongs to the operator that declares it; one that is there keeps its owner, unless the owner is one of those taken off. */
export const declareService: Act<AdminCalls['declareService']> = async (acting, { name, workers, members, noMore }) => {
  const { unit, operator, nowMs } = acting;
  if (!isFreeServiceName(name))
    throw new WireError('name_invalid', 'a service has 1 to 64 characters of a-z 0-9 . _ - and does not begin with keyway.');
  const all = await unit.services();
  const before = all.find((service) => service.name === name);
  const listed = merged(before?.workers ?? [], workers, noMore);
  const others = all.filter((service) => service !== before);
  if (others.length >= mostServices) throw new WireError('too_large', `there are ${mostServices} services: remove one`);
  if (countWorkers(others) + listed.length > mostWorkers)
    throw new WireError('too_large', `all services together list at most ${mostWorkers} workers: let all members serve, or take some off`);
  const ownerId = before && !noMore.some((id) => equal(id, before.ownerId)) ? before.ownerId : operator;
  await unit.putService({ name, ownerId, members, workers: listed }, nowMs);
  if (before && !members) await stop(acting, [...before.workers, before.ownerId], [...listed, ownerId]);
  return {
    action: before ? 'service_changed' : 'service_declared',
    detail: { service: name, members, workers: workers.map(encodeId), no_more: noMore.map(encodeId) },
  };
};

const countWorkers = (services: readonly ServiceRow[]): number => services.reduce((sum, { workers }) => sum + workers.length, 0);

function merged(before: readonly Uint8Array[], more: readonly Uint8Array[], less: readonly Uint8Array[]): readonly Uint8Array[] {
  const workers = new Map([...before, ...more].map((id) => [encodeId(id), id]));
  for (const id of less) workers.delete(encodeId(id));
  return [...workers.values()];
}

export const listServices: Act<AdminCalls['listServices']> = async ({ unit }) => {
  const services = (await unit.services()).map(({ name, ownerId, workers, members }): ServiceEntry => ({
    name,
    owner: ownerId,
    workers,
    members,
  }));
  return read('services', { services });
};

export const removeService: Act<AdminCalls['removeService']> = async (acting, { name }) => {
  const service = await acting.unit.service(name);
  if (!service) throw new WireError('no_such_service');
  await acting.unit.removeService(name);
  await stop(acting, [...service.workers, service.ownerId], [acting.operator]);
  return { action: 'service_removed', detail: { service: name } };
};

/** An offer to serve lasts as long as its session: those who may serve no more lose their tickets, and are asked anew when they come back. */
async function stop({ unit }: Acting, workers: readonly Uint8Array[], but: readonly Uint8Array[]): Promise<void> {
  for (const id of merged([], workers, but)) if (await unit.client(id)) await unit.revokeTickets(id);
}
