import { importPublicKey, type PublicIdentity } from '@keyway/crypto';
import { WireError } from '@keyway/wire';
import type { Context } from '../../context.js';
import { readInput } from '../../input.js';
import { named, openKeySource, publicHalf } from '../../key-source.js';
import { withOperator, type OperatorOptions } from '../../operator.js';

interface AddOptions extends OperatorOptions {
  readonly name?: string;
  readonly hidden?: boolean;
  readonly operator?: boolean;
}

export async function addClient(context: Context, options: AddOptions, from: string): Promise<void> {
  const { terminal } = context;
  const { name, hidden, operator } = options;
  const key = from === '-' ? await keyFromInput(context) : await keyFromFile(context, from);
  await withOperator(context, options, async ({ admin }) => {
    const [added] = await admin.addClients([{ key, name, hidden, operator }]);
    if (added?.error) throw new WireError(added.error.reason, added.error.detail || undefined);
    const given = added?.known ? undefined : name; // who is known stays as it is
    terminal.data({ id: added?.id, known: added?.known, name: given, kind: key.kind });
    const as = given === undefined ? '' : ` as ${given}`;
    terminal.say(added?.known ? `known already, and left as it was  ${added.id}` : `added  ${added?.id}${as}`);
  });
}

async function keyFromFile(context: Context, from: string): Promise<PublicIdentity> {
  const source = await openKeySource(context, from);
  try {
    return await publicHalf(context, source);
  } finally {
    source.close();
  }
}

const keyFromInput = async (context: Context): Promise<PublicIdentity> => {
  const bytes = await readInput(context);
  return named('standard input', () => importPublicKey(bytes));
};
