import type { NewMember } from '@keyway/client';
import { importPublicKey, isKeyError } from '@keyway/crypto';
import { CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { WireError } from '@keyway/wire';

/** One client of the list, or what is wrong with it. */
export type Row =
  | { readonly kind: 'client'; readonly line: number; readonly client: NewMember }
  | { readonly kind: 'bad'; readonly line: number; readonly why: string };

/** A key in any public format and a name fit many times over; what is longer is no list of clients. */
const MOST_RECORD_BYTES = 16_384;
const columns = ['name', 'key', 'hidden', 'operator'] as const;
type Column = (typeof columns)[number];
const yes = /^(yes|true|1)$/i;
const no = /^(no|false|0|)$/i;

/**
 * Reads a list of clients as it comes, one record in memory: the first line names the columns, `key` (any public format of
 * `keyway key`) and, as wanted, `name`, `hidden` and `operator` (yes or no). Lines count from 1. A bad record is told and the rest
 * goes on; throws `config_invalid` for a wrong first line, an open quote and a record without an end, `file_unreadable` for the stream.
 */
export async function* readClients(source: Readable, path: string): AsyncGenerator<Row, void> {
  const parser = parse({
    columns: (head: readonly string[]) => headOf(head, path),
    bom: true,
    trim: true,
    info: true,
    raw: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MOST_RECORD_BYTES,
  });
  const lines = Readable.from(lineFeeds(source));
  lines.on('error', (error) => parser.destroy(error)).pipe(parser);
  try {
    for await (const { record, info, raw } of parser as AsyncIterable<Parsed>) {
      yield rowOf(record, info.lines - (raw.trim().match(/\n/g)?.length ?? 0), info.error); // lines: where it ends
    }
  } catch (thrown) {
    throw faultOf(thrown, path);
  } finally {
    lines.destroy();
    source.destroy();
  }
}

/** Every line ends with a line feed alone: the parser counts the two of Windows within quotes as two lines. */
async function* lineFeeds(source: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of source as AsyncIterable<Buffer | string>) {
    yield (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).replaceAll('\r', '');
  }
}

interface Parsed {
  readonly record: Partial<Record<Column, string>>;
  readonly info: { readonly lines: number; readonly error?: CsvError };
  readonly raw: string;
}

function headOf(head: readonly string[], path: string): Column[] {
  const names = head.map((name) => name.toLowerCase());
  const strange = names.find((name) => !columns.includes(name as Column));
  if (strange === undefined && names.includes('key') && new Set(names).size === names.length) return names as Column[];
  const found = strange === undefined ? names.join(',') : strange;
  throw new WireError(
    'config_invalid',
    `the first line of ${path} names the columns, ${columns.join(', ')}, and key at least; it has ${JSON.stringify(found.slice(0, 80))}`,
  );
}

function rowOf(record: Partial<Record<Column, string>>, line: number, error: CsvError | undefined): Row {
  const bad = (why: string): Row => ({ kind: 'bad', line, why });
  if (error) return bad('it has not as many columns as the first line');
  const { name, key = '', hidden = '', operator = '' } = record;
  if (key === '') return bad('there is no key');
  for (const flag of [hidden, operator])
    if (!yes.test(flag) && !no.test(flag)) return bad(`${JSON.stringify(flag.slice(0, 20))} is neither yes nor no`);
  try {
    const client = { key: importPublicKey(key), name: name || undefined, hidden: yes.test(hidden), operator: yes.test(operator) };
    return { kind: 'client', line, client };
  } catch (thrown) {
    if (!isKeyError(thrown)) throw thrown;
    return bad(thrown.message);
  }
}

const lineOf = (error: CsvError): number => Number((error as unknown as { lines?: number }).lines ?? 0);
const reasonOf = ({ code }: CsvError): string =>
  code === 'CSV_MAX_RECORD_SIZE' ? `it is longer than ${MOST_RECORD_BYTES} bytes` : 'a quote is opened and never closed';

function faultOf(thrown: unknown, path: string): WireError {
  if (thrown instanceof CsvError)
    return new WireError('config_invalid', `line ${lineOf(thrown)} of ${path}: ${reasonOf(thrown)}`, { cause: thrown });
  const { code, name } = thrown as NodeJS.ErrnoException;
  if (name === 'WireError') return WireError.from(thrown);
  return code === undefined ? WireError.from(thrown) : new WireError('file_unreadable', `${path} (${code})`, { cause: thrown });
}
