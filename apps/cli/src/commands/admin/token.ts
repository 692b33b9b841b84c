import { createPrivateFile } from '@keyway/fleet';
import { WireError } from '@keyway/wire';
import { Command, Option } from 'commander';
import { existsSync } from 'node:fs';
import type { Act } from '../../act.js';
import type { Context } from '../../context.js';
import { withOperator, type OperatorOptions } from '../../operator.js';
import { count, duration, usageError } from '../../options.js';

interface CreateOptions extends OperatorOptions {
  readonly lifetime: number;
  readonly uses: number;
  readonly name?: string;
  readonly operator?: boolean;
  readonly out?: string;
}

const DAY_MS = 86_400_000;
/** What one token may be at most: admin.proto, CreateToken. */
const longestMs = 30 * DAY_MS;
const mostUses = 100_000;

export const tokenCommand = (act: Act): Command =>
  new Command('token')
    .description('tokens that let new keys into a closed fleet')
    .addCommand(
      new Command('create')
        .description('make a token; it is shown once and stored nowhere')
        .addOption(new Option('--lifetime <duration>', 'how long it may be used, 30d at most').argParser(duration).default(DAY_MS, '24h'))
        .addOption(new Option('--uses <number>', 'how many keys it lets in, 100000 at most').argParser(count).default(1, '1'))
        .option('--name <name>', 'the name its client gets; only with one use')
        .option('--operator', 'whom it lets in may do what operators do')
        .option('--out <file>', 'write it to a file only you can read, which must not exist, and show it nowhere')
        .action(act(create)),
    )
    .addCommand(new Command('list').description('the tokens there are, without their secrets').action(act(list)))
    .addCommand(
      new Command('revoke')
        .description('let nobody in with a token any more')
        .argument('<token>', 'the id of the token, as list shows it')
        .action(act(revoke)),
    );

async function create(context: Context, options: CreateOptions): Promise<void> {
  const { terminal } = context;
  const { lifetime: lifetimeMs, uses, name, operator, out } = options;
  if (lifetimeMs > longestMs) throw usageError('--lifetime is 30d at most');
  if (uses > mostUses) throw usageError(`--uses is ${mostUses} at most`);
  if (name !== undefined && uses > 1) throw usageError('--name is for a token of one use');
  if (out !== undefined && existsSync(out)) throw taken(out); // before there is a token that nobody has
  await withOperator(context, options, async ({ admin }) => {
    const { token, id, expires } = await admin.createToken({ lifetimeMs, uses, name, operator });
    if (out !== undefined && !createPrivateFile(out, `${token}\n`)) {
      await admin.revokeToken(id);
      throw taken(out);
    }
    terminal.data({ id, expires, uses, name, operator: operator === true, ...(out === undefined ? { token } : { file: out }) });
    if (out === undefined) terminal.say(token);
    terminal.note(
      `token ${id}: ${uses} ${uses === 1 ? 'use' : 'uses'} until ${expires.toISOString()}${out === undefined ? '' : `, in ${out}`}`,
    );
  });
}

async function list(context: Context, options: OperatorOptions): Promise<void> {
  const { terminal } = context;
  await withOperator(context, options, async ({ admin }) => {
    for (const token of await admin.tokens()) {
      const { id, uses, used, expires, name, revoked } = token;
      const state = revoked ? 'revoked' : expires.getTime() <= Date.now() ? 'expired' : used >= uses ? 'used up' : 'good';
      terminal.data({ ...token, state });
      terminal.say(
        `${id}  ${state.padEnd(8)} ${used} of ${uses} used, until ${expires.toISOString()}${name === undefined ? '' : `, for ${name}`}`,
      );
    }
  });
}

async function revoke(context: Context, options: OperatorOptions, id: string): Promise<void> {
  await withOperator(context, options, ({ admin }) => admin.revokeToken(id));
  context.terminal.data({ id, done: 'revoked' });
  context.terminal.say(`revoked  ${id}`);
}

const taken = (path: string): WireError => new WireError('file_unreadable', `${path} exists and is never overwritten`);
