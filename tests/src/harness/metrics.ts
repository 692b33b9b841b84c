import type { Fleet, ServiceName } from '@keyway/fleet';

/** What a service counts: `router_forbidden_total{kind="record"}` → 3, without the prefix and the label that all of them carry. */
export type Metrics = ReadonlyMap<string, number>;

export async function metricsOf(fleet: Fleet, service: ServiceName): Promise<Metrics> {
  const answer = await fetch(`${fleet.health[service]}/metrics`);
  const found = new Map<string, number>();
  for (const line of (await answer.text()).split('\n')) {
    const [, name, labels, value] = /^keyway_(\w+)\{([^}]*)\} (\S+)$/.exec(line) ?? [];
    if (name === undefined) continue;
    const own = labels!.split(',').filter((label) => !label.startsWith('service='));
    found.set(own.length > 0 ? `${name}{${own.join(',')}}` : name, Number(value));
  }
  return found;
}

/** One value; what was never counted is 0. */
export const countOf = async (fleet: Fleet, service: ServiceName, name: string): Promise<number> =>
  (await metricsOf(fleet, service)).get(name) ?? 0;

/** What `work` adds to some counters of a service. */
export async function counted(
  fleet: Fleet,
  service: ServiceName,
  names: readonly string[],
  work: () => Promise<unknown>,
): Promise<readonly number[]> {
  const before = await metricsOf(fleet, service);
  await work();
  const after = await metricsOf(fleet, service);
  return names.map((name) => (after.get(name) ?? 0) - (before.get(name) ?? 0));
}

/** Every durable message ever stored is waiting, released or a named drop. */
export async function mailboxSum(fleet: Fleet): Promise<{ readonly stored: number; readonly waiting: number; readonly rest: number }> {
  const all = await metricsOf(fleet, 'router');
  const of = (what: string): number => all.get(`router_mailbox{what="${what}"}`) ?? NaN;
  const stored = of('stored_total');
  const waiting = of('messages');
  return { stored, waiting, rest: stored - waiting - of('released_total') - of('dropped_expired') - of('dropped_damaged') };
}
