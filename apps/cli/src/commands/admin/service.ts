import { WireError } from '@keyway/wire';
import { Command } from 'commander';
import type { Act } from '../../act.js';
import type { Context } from '../../context.js';
import { clientOf, withOperator, type Operator, type OperatorOptions } from '../../operator.js';
import { oneLine } from '../../printable.js';
import { usageError } from '../../options.js';

interface ServiceOptions extends OperatorOptions {
  readonly members?: boolean;
  readonly remove?: boolean;
}

export const serviceCommand = (act: Act): Command =>
  new Command('service')
    .description('which services there are, and who may work for them')
    .addCommand(new Command('list').description('the services that were declared, or first served').action(act(list)), {
      isDefault: true,
    })
    .addCommand(
      new Command('add')
        .description('declare a service')
        .argument('<service>', 'its name')
        .argument('[clients...]', 'who may serve it: ids, names or @profiles')
        .option('--members', 'every member may serve it')
        .action(act(add)),
    )
    .addCommand(
      new Command('allow')
        .description('let clients serve a service, or no longer')
        .argument('<service>', 'its name')
        .argument('<clients...>', 'ids, names or @profiles')
        .option('--remove', 'take them off the list')
        .action(act(allow)),
    )
    .addCommand(
      new Command('remove')
        .description('forget a service; who serves it, does so no more')
        .argument('<service>', 'its name')
        .action(act(remove)),
    );

async function list(context: Context, options: OperatorOptions): Promise<void> {
  const { terminal } = context;
  await withOperator(context, options, async ({ admin }) => {
    for (const service of await admin.services()) {
      terminal.data(service);
      terminal.say(`${oneLine(service.name).padEnd(20)} owner ${service.owner}`);
      if (service.members) terminal.say(`${''.padEnd(20)} every member may serve it`);
      for (const worker of service.workers) terminal.say(`${''.padEnd(20)} ${worker}`);
    }
  });
}

async function add(context: Context, options: ServiceOptions, name: string, whom: readonly string[] = []): Promise<void> {
  if (whom.length === 0 && !options.members) throw usageError(`who may serve ${name}? Name clients, or pass --members`);
  await withOperator(context, options, async (operator) => {
    const workers = await idsOf(context, operator, whom);
    await operator.admin.declareService({ name, workers, members: options.members === true });
    await tell(context, operator, name);
  });
}

async function allow(context: Context, options: ServiceOptions, name: string, whom: readonly string[]): Promise<void> {
  await withOperator(context, options, async (operator) => {
    const ids = await idsOf(context, operator, whom);
    const known = (await operator.admin.services()).find((service) => service.name === name);
    if (!known) throw new WireError('no_such_service', `${JSON.stringify(name)}; \`keyway admin service add\` declares it`);
    await operator.admin.declareService({ name, members: known.members, ...(options.remove ? { noMore: ids } : { workers: ids }) });
    await tell(context, operator, name);
  });
}

async function remove(context: Context, options: OperatorOptions, name: string): Promise<void> {
  await withOperator(context, options, ({ admin }) => admin.removeService(name));
  context.terminal.data({ name, done: 'removed' });
  context.terminal.say(`removed  ${oneLine(name)}`);
}

const idsOf = (context: Context, operator: Operator, whom: readonly string[]): Promise<readonly string[]> =>
  Promise.all(whom.map((which) => clientOf(context, operator, which)));

async function tell({ terminal }: Context, { admin }: Operator, name: string): Promise<void> {
  const service = (await admin.services()).find((one) => one.name === name);
  const workers = service?.workers ?? [];
  terminal.data({ ...service, name });
  terminal.say(
    `${oneLine(name)}: ${service?.members ? 'every member may serve it' : `${workers.length} ${workers.length === 1 ? 'client' : 'clients'} may serve it`}`,
  );
}
