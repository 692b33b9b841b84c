import type { FleetAdmin, NewMember } from '@keyway/client';
import { encodeId } from '@keyway/crypto';
import { errorTable, WireError } from '@keyway/wire';
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { readClients } from '../../clients-csv.js';
import type { Context } from '../../context.js';
import { exitCodes } from '../../exit-codes.js';
import { withOperator, type OperatorOptions } from '../../operator.js';
import { oneLine } from '../../printable.js';
import { ProgressBar } from '../../progress.js';

interface ImportOptions extends OperatorOptions {
  readonly dryRun?: boolean;
}
interface Waiting {
  readonly line: number;
  readonly client: NewMember;
}

/** As many as one call takes. */
const PAGE = 256;

export async function importClients(context: Context, options: ImportOptions, path: string): Promise<number> {
  if (options.dryRun) return take(context, path, undefined);
  return withOperator(context, options, ({ admin }) => take(context, path, admin));
}

/** Reads the list page by page; what is bad is told and left out. @returns the exit code: 0 only when all are in. */
async function take({ terminal, signal }: Context, path: string, admin: FleetAdmin | undefined): Promise<number> {
  const counts = { added: 0, known: 0, bad: 0 };
  const total = path === '-' ? 0 : sizeOf(path); // before the stream, whose fault nobody would hear
  const source = path === '-' ? terminal.stdin : createReadStream(path);
  const bar = new ProgressBar(total > 0 ? terminal.live : undefined, basename(path));
  const bad = (line: number, why: string): void => {
    counts.bad += 1;
    bar.clear();
    terminal.data({ line, error: why });
    terminal.note(`line ${line}: ${oneLine(why)}`);
  };
  const page: Waiting[] = [];
  const flush = async (): Promise<void> => {
    const waiting = page.splice(0);
    const answers = admin && waiting.length > 0 ? await admin.addClients(waiting.map(({ client }) => client)) : [];
    for (const [at, { line, client }] of waiting.entries()) {
      const { error, known } = answers[at] ?? {};
      if (error) bad(line, error.detail || errorTable[error.reason].text);
      else {
        counts[known ? 'known' : 'added'] += 1;
        terminal.data({ line, id: encodeId(client.key.fingerprint), name: client.name, known: known === true });
      }
    }
    bar.update(bytesOf(source), total);
  };
  try {
    for await (const row of readClients(source, path)) {
      if (signal.aborted) throw new WireError('aborted');
      if (row.kind === 'bad') bad(row.line, row.why);
      else page.push(row);
      if (page.length === PAGE) await flush();
    }
  } finally {
    if (!signal.aborted) await flush(); // what stood before a list that breaks off is let in, as it is said
    bar.clear();
  }
  terminal.data({ event: 'imported', ...counts, dryRun: admin === undefined });
  terminal.say(`${admin ? `${counts.added} added, ${counts.known} known already` : `${counts.added} could be added`}, ${counts.bad} bad`);
  return counts.bad === 0 ? exitCodes.ok : exitCodes.notAccepted;
}

const bytesOf = (source: Readable): number => (source as { bytesRead?: number }).bytesRead ?? 0;

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch (cause) {
    throw new WireError('file_unreadable', `${path} (${String((cause as NodeJS.ErrnoException).code)})`, { cause });
  }
}
