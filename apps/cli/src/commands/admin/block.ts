import { Command } from 'commander';
import type { Act } from '../../act.js';
import type { Context } from '../../context.js';
import { clientOf, withOperator, type Operator, type OperatorOptions } from '../../operator.js';

interface BlockOptions extends OperatorOptions {
  readonly reason?: string;
}

const whom = 'its id, its name, or @profile';

export const blockCommand = (act: Act): Command =>
  new Command('block')
    .description('end the channels of a client and let it have no other')
    .argument('<client>', whom)
    .option('--reason <text>', 'for the audit log')
    .action(
      act((context: Context, options: BlockOptions, which: string) =>
        change(context, options, which, 'blocked', ({ admin }, id) => admin.block(id, options.reason)),
      ),
    );

export const unblockCommand = (act: Act): Command =>
  new Command('unblock')
    .description('let a blocked client have channels again')
    .argument('<client>', whom)
    .action(
      act((context: Context, options: OperatorOptions, which: string) =>
        change(context, options, which, 'unblocked', ({ admin }, id) => admin.unblock(id)),
      ),
    );

export const revokeCommand = (act: Act): Command =>
  new Command('revoke')
    .description('end the channels of a client; it may ask for a new one')
    .argument('<client>', whom)
    .action(
      act((context: Context, options: OperatorOptions, which: string) =>
        change(context, options, which, 'revoked', ({ admin }, id) => admin.revoke(id)),
      ),
    );

async function change(
  context: Context,
  options: OperatorOptions,
  which: string,
  done: string,
  work: (operator: Operator, id: string) => Promise<void>,
): Promise<void> {
  await withOperator(context, options, async (operator) => {
    const id = await clientOf(context, operator, which);
    await work(operator, id);
    context.terminal.data({ id, done });
    context.terminal.say(`${done}  ${id}`);
  });
}
