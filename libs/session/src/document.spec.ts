import { readdirSync, readFileSync } from 'node:fs';
import { labelNames } from '@keyway/crypto';
import { errorTable, frameTags, limits, type ErrorReason } from '@keyway/wire';
import { freshMs, protocolVersion } from './channel-request.js';
import { longestManifestMs } from './manifest.js';
import { defaultRekey } from './session.js';

const docs = new URL('../../../docs/', import.meta.url);
const text = readFileSync(new URL('protocol.md', docs), 'utf8');
const section = (title: string): string => text.split(new RegExp(`^#{2,3} ${title}$`, 'm'))[1]!.split(/^## /m)[0]!;
/** Rows of the tables in a section, cell by cell, without backticks. */
const rows = (title: string): string[][] =>
  [...section(title).matchAll(/^\| (.+) \|$/gm)].map(([, row]) => row!.split(' | ').map((cell) => cell.replaceAll('`', '').trim()));
const numberOf = (cell: string): number => Number(cell.replaceAll(',', ''));

it('the table of errors is the one in the code', () => {
  const listed = rows('Errors').filter(([name]) => name! in errorTable);
  const ours = (Object.keys(errorTable) as ErrorReason[]).map((name) => [
    name,
    String(errorTable[name].code),
    errorTable[name].retry,
    errorTable[name].text.replaceAll('`', ''),
  ]);
  expect(listed).toEqual(ours);
});

it('the table of limits is the one in the code', () => {
  const listed = rows('Limits').flatMap(([name, value]) => (name! in limits ? [[name, numberOf(value!)]] : []));
  expect(Object.fromEntries(listed)).toEqual(limits);
});

it('the table of labels is the one in the code', () => {
  expect(
    rows('Labels')
      .map(([name]) => name!)
      .filter((name) => /^[a-z-]+$/.test(name) && name !== 'label' && !/^-+$/.test(name)),
  ).toEqual(labelNames);
});

it('the table of frames is the one in the code', () => {
  const listed = rows('Frames').flatMap(([number, name]) =>
    /^\d+$/.test(number!) ? [[name!.charAt(0).toLowerCase() + name!.slice(1), Number(number)]] : [],
  );
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(Object.entries(frameTags).map(([name, tag]) => [name, tag >>> 3])));
});

it('the table of envelopes has the limits of the code', () => {
  const listed = rows('Envelopes').flatMap(([first, , kind, , most]) => (first!.startsWith('0x') ? [[kind, numberOf(most!)]] : []));
  const { helloBytes: hello, answerBytes: answer, messageBytes: message } = limits;
  expect(Object.fromEntries(listed)).toEqual({
    ...{ ChannelRequest: hello, ChannelGrant: answer, Refusal: hello, ManifestRequest: hello },
    ...{ SignedManifest: answer, Attach: hello, Attached: hello, Record: message },
  });
});

it('the numbers in the text are those of the code', () => {
  expect(text).toContain(`version ${protocolVersion}`);
  expect(section('Order of checks')).toContain(freshMs.toLocaleString('en'));
  expect(section('The manifest')).toContain(`${longestManifestMs / 86_400_000} days`);
  expect([defaultRekey, section('Records').includes('2^20 records under one key, or an hour')]).toEqual([
    { records: 2 ** 20, ms: 3_600_000 },
    true,
  ]);
});

it('every byte of the worked example is in the vectors', () => {
  const vectors = readdirSync(new URL('test-vectors/', docs))
    .map((name) => readFileSync(new URL(`test-vectors/${name}`, docs), 'utf8'))
    .join();
  const lines = [...section('A worked example').matchAll(/^ {4,}(?:\d+ {2})?([0-9a-f]{4,})(?: |$)/gm)].map(([, hex]) => hex!);
  expect(lines.length).toBeGreaterThan(40);
  for (const line of lines) expect(vectors).toContain(line);
});

it('every link leads somewhere', () => {
  const anchors = new Set(
    [...text.matchAll(/^#{1,4} (.+)$/gm)].map(([, title]) =>
      title!
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-'),
    ),
  );
  const files = ['../proto', '../libs'];
  for (const [, target] of text.matchAll(/\]\(([^)]+)\)/g)) {
    if (target!.startsWith('#')) expect(anchors).toContain(target!.slice(1));
    else if (files.some((prefix) => target!.startsWith(prefix)) || target!.startsWith('test-vectors'))
      expect(() => exists(target!)).not.toThrow();
  }
});

const exists = (target: string): unknown => {
  const url = new URL(target, docs);
  try {
    return readFileSync(url);
  } catch {
    return readdirSync(url);
  }
};
