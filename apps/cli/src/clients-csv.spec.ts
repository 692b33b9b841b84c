import { exportPublicKey, PrivateIdentity } from '@keyway/crypto';
import { Readable } from 'node:stream';
import { readClients, type Row } from './clients-csv.js';

const key = PrivateIdentity.generate('ed25519').public;
const ssh = exportPublicKey(key, 'ssh').trim();
const pem = exportPublicKey(key, 'spki');

async function read(...chunks: string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of readClients(Readable.from(chunks), 'clients.csv')) rows.push(row);
  return rows;
}
const short = (rows: readonly Row[]): unknown[] =>
  rows.map((row) => (row.kind === 'bad' ? [row.line, row.why] : [row.line, row.client.name]));

it('takes keys of every public format, a PEM over several lines too', async () => {
  const rows = await read(
    `\ufeffname,key\nadam,${ssh}\n\neve,"${pem}"\n`,
    `lilith,"${exportPublicKey(key, 'jwk').trim().replaceAll('"', '""')}"\r\n`,
  );
  expect(short(rows)).toEqual([
    [2, 'adam'],
    [4, 'eve'],
    [8, 'lilith'],
  ]);
  for (const row of rows)
    expect(row).toMatchObject({ kind: 'client', client: { key: { fingerprint: key.fingerprint }, hidden: false, operator: false } });
});

it('takes the columns in any order, and what is left out is no', async () => {
  expect(await read(`Operator,key,hidden\nyes,${ssh},no\n`)).toMatchObject([
    { client: { name: undefined, operator: true, hidden: false } },
  ]);
});

it('names the line of what is bad and goes on behind it', async () => {
  const rows = await read(`name,key,hidden\na,${ssh},no\nb,nonsense,no\nc,,no\nd,${ssh},perhaps\ne,${ssh}\nf,${ssh},no\n`);
  expect(rows.map(({ kind, line }) => [kind, line])).toEqual([
    ['client', 2],
    ['bad', 3],
    ['bad', 4],
    ['bad', 5],
    ['bad', 6],
    ['client', 7],
  ]);
  expect(rows[3]).toMatchObject({ why: '"perhaps" is neither yes nor no' });
});

it('refuses a private key: it has no business in a list', async () => {
  const secret = PrivateIdentity.generate('ed25519').toPem();
  expect(await read(`name,key\nadam,"${secret}"\n`)).toMatchObject([{ kind: 'bad' }]);
});

it.each([
  ['no columns named', `adam,${ssh}\n`],
  ['no column of keys', 'name\nadam\n'],
  ['a column nobody knows', `name,key,colour\nadam,${ssh},red\n`],
  ['a column twice', `key,key\n${ssh},${ssh}\n`],
])('refuses a list with %s as a whole', async (_, text) => {
  await expect(read(text)).rejects.toMatchObject({ reason: 'config_invalid' });
});

it('takes a quote within a word as it stands, and refuses one that is never closed', async () => {
  expect(await read(`name,key\nad"am,${ssh}\n`)).toMatchObject([{ client: { name: 'ad"am' } }]);
  await expect(read(`name,key\neve,${ssh}\nadam,"${ssh}\n`)).rejects.toMatchObject({
    reason: 'config_invalid',
    message: expect.stringMatching(/line \d+ of clients.csv: a quote/) as string,
  });
});

it('holds no more than a record: one without an end is refused', async () => {
  function* endless(): Generator<string> {
    yield 'name,key\nadam,"';
    for (let at = 0; at < 1_000; at += 1) yield 'A'.repeat(1_000);
  }
  const rows = async (): Promise<void> => {
    for await (const row of readClients(Readable.from(endless()), 'clients.csv')) expect(row.kind).toBe('bad');
  };
  await expect(rows()).rejects.toMatchObject({ reason: 'config_invalid', message: expect.stringContaining('16384') as string });
});

it('says which file cannot be read', async () => {
  const failing = new Readable({
    read() {
      this.destroy(Object.assign(new Error('gone'), { code: 'EIO' }));
    },
  });
  const rows = async (): Promise<void> => {
    for await (const row of readClients(failing, 'clients.csv')) expect(row).toBeUndefined();
  };
  await expect(rows()).rejects.toMatchObject({
    reason: 'file_unreadable',
    message: expect.stringContaining('clients.csv (EIO)') as string,
  });
});
