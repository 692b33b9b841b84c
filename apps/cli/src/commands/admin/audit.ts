import type { AuditRecord } from '@keyway/client';
import { InvalidArgumentError, Command, Option } from 'commander';
import type { Act } from '../../act.js';
import type { Context } from '../../context.js';
import { withOperator, type OperatorOptions } from '../../operator.js';
import { oneLine } from '../../printable.js';

interface ListOptions extends OperatorOptions {
  readonly after: number;
}
interface Head {
  readonly seq: number;
  readonly hash: string;
}
interface VerifyOptions extends OperatorOptions {
  readonly head?: Head;
}

export const auditCommand = (act: Act): Command =>
  new Command('audit')
    .description('what was done to the fleet, each entry chained to the one before')
    .addCommand(
      new Command('list')
        .description('show the entries')
        .addOption(new Option('--after <number>', 'only those behind this one').argParser(number).default(0, '0'))
        .action(act(list)),
      { isDefault: true },
    )
    .addCommand(
      new Command('verify')
        .description('compute the chain again and print its head, to be kept elsewhere')
        .addOption(new Option('--head <number:hash>', 'a head that was kept: it must still be in the log').argParser(head))
        .action(act(verify)),
    );

async function list(context: Context, options: ListOptions): Promise<void> {
  const { terminal } = context;
  await withOperator(context, options, async ({ admin }) => {
    for await (const entry of admin.audit({ after: options.after })) {
      terminal.data(entry);
      terminal.say(entryLine(entry));
    }
  });
}

async function verify(context: Context, options: VerifyOptions): Promise<void> {
  const { terminal } = context;
  await withOperator(context, options, async ({ admin }) => {
    const { entries, head: found } = await admin.verifyAudit(options.head);
    const text = found && `${found.seq}:${found.hash}`;
    terminal.data({ entries, head: text, compared: options.head !== undefined });
    terminal.say(
      `${entries} entries, each holds the one before${options.head ? `; number ${options.head.seq} is the one that was kept` : ''}`,
    );
    if (text) terminal.say(`head  ${text}`);
    if (text) terminal.note('Keep the head where nobody who runs the fleet can change it; later: keyway admin audit verify --head <head>');
  });
}

const entryLine = ({ seq, time, actor, action, detail }: AuditRecord): string =>
  `${String(seq).padStart(6)}  ${time.toISOString()}  ${(actor ?? 'the fleet').padEnd(52)}  ${oneLine(action)}  ${oneLine(detail)}`;

function number(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

function head(text: string): Head {
  const match = /^([1-9]\d{0,14}):([0-9a-f]{64})$/i.exec(text);
  if (!match) throw new InvalidArgumentError('Write it as `audit verify` prints it: number, colon, 64 hexadecimal digits.');
  return { seq: Number(match[1]), hash: match[2]!.toLowerCase() };
}
