import { StatementSync } from 'node:sqlite';
import type { Glance } from '../registry.js';
import { admission, auditHash, clientId, nameOf } from '../testing/rows.js';
import { openSqliteRegistry } from './open.js';

/** Every statement that is run, as it is written. */
async function statements(work: () => Promise<unknown>): Promise<readonly string[]> {
  const run: string[] = [];
  const { all } = StatementSync.prototype;
  StatementSync.prototype.all = function (this: StatementSync, ...parameters: Parameters<typeof all>) {
    run.push(this.sourceSQL);
    return all.apply(this, parameters);
  } as typeof all;
  try {
    await work();
  } finally {
    StatementSync.prototype.all = all;
  }
  return run;
}

it('T29: a glimpse of somebody unknown, hidden, blocked, or there for everybody runs the same statements', async () => {
  const registry = await openSqliteRegistry({ path: ':memory:', auditHash });
  await registry.admit([1, 2, 3, 4].map((client) => admission(client, client)));
  await registry.transact(async (unit) => {
    await unit.changeClient(clientId(2), { hidden: true });
    await unit.changeClient(clientId(3), { blocked: true });
    await unit.addName(nameOf(2, 'eve'), 1);
  });
  const glance = (client: number): Glance => ({ clientId: clientId(client), viewer: clientId(1) });
  const looking = (client: number): Promise<readonly string[]> => statements(() => registry.glimpse([glance(client)]));
  const unknown = await looking(9);
  expect(unknown).toHaveLength(3);
  for (const client of [2, 3, 4]) expect(await looking(client)).toEqual(unknown);
  const named = await statements(() => registry.named(['nobody']));
  expect(await statements(() => registry.named(['eve']))).toEqual(named);
  expect(named).toHaveLength(1);
  await registry.close();
});
