import { importPublicKey, type PublicIdentity } from '@keyway/crypto';
import { WireError } from '@keyway/wire';
import type { Context } from '../../context.js';
import { named, openKeySource, publicHalf } from '../../key-source.js';
import { withOperator, type OperatorOptions } from '../../operator.js';

interface AddOptions extends OperatorOptions {
  readonly name?: string;
  readonly hidden?: boolean;
  readonly operator?: boolean;
}

const MOST_KEY_BYTES = 16_384;

export async function addClient(context: Context, options: AddOptions, from: string): Promise<void> {
  const { terminal } = context;
  const { name, hidden, operator } = options;
  const key = from === '-' ? await keyFromInput(context) : await keyFromFile(context, from);
  await withOperator(context, options, async ({ admin }) => {
    const [added] = await admin.addClients([{ key, name, hidden, operator }]);
    if (added?.error) throw new WireError(added.error.reason, added.error.detail || undefined);
    terminal.data({ id: added?.id, known: added?.known, name, kind: key.kind });
    terminal.say(`${added?.known ? 'known already' : 'added'}  ${added?.id}${name === undefined ? '' : ` as ${name}`}`);
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

async function keyFromInput({ terminal }: Context): Promise<PublicIdentity> {
  let text = '';
  for await (const chunk of terminal.stdin as AsyncIterable<Buffer>) {
    text += chunk.toString('latin1');
    if (text.length > MOST_KEY_BYTES) throw new WireError('too_large', 'what stands on standard input is no public key');
  }
  return named('standard input', () => importPublicKey(text));
}
