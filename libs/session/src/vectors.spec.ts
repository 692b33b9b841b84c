import { readdirSync, readFileSync } from 'node:fs';
import { decodeId, encodeId } from '@keyway/crypto';
import { decodeEnvelope, encodeEnvelope, scanFrames, type FrameVisitor } from '@keyway/wire';
import { verifyManifest } from './manifest.js';
import { startMs } from './testing/fleet.js';
import { record, vectors, type Recorded } from './testing/vectors.js';
import { ignore } from './testing/visitor.js';

// The other way round, from the document alone: libs/wire/src/protocol.spec.ts
const folder = new URL('../../../docs/test-vectors/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const recorded = read('recorded.json') as Recorded;
const made = vectors(recorded);
const nothing = (): void => undefined;
const deaf: FrameVisitor = { ...ignore, config: nothing, heartbeat: nothing, rekey: nothing, stop: nothing, unknown: nothing };
const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

it.each(Object.keys(made))('docs/test-vectors/%s is what this code makes of the recorded values', (name) => {
  expect(read(name)).toEqual(JSON.parse(JSON.stringify(made[name])));
});

it('the folder holds these files and nothing else', () => {
  expect(readdirSync(folder).sort()).toEqual([...Object.keys(made), 'recorded.json'].sort());
});

it('new recordings make vectors of the same shape', () => {
  const shape = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(shape)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, shape(v)]))
        : typeof value === 'string'
          ? value.length
          : value;
  expect(shape(vectors(record()))).toEqual(shape(made));
});

it('reads every envelope of the vectors, and the manifest verifies', () => {
  const { envelope, question, fleet } = made['manifest.json'] as Record<string, string>;
  const lists = ['requests.json', 'grants.json'].flatMap((name) =>
    (made[name] as { cases: { envelope: string }[] }).cases.map((c) => c.envelope),
  );
  const attaches = (made['attach.json'] as { cases: { hello: string; answer: string }[] }).cases.flatMap(({ hello, answer }) => [
    hello,
    answer,
  ]);
  for (const hex of [envelope!, question!, ...lists, ...attaches]) {
    const decoded = decodeEnvelope(bytes(hex));
    expect(Buffer.from(encodeEnvelope(decoded!)).toString('hex')).toBe(hex);
  }
  const signed = decodeEnvelope(bytes(envelope!));
  if (signed?.kind !== 'manifest') throw new Error('no manifest');
  expect(verifyManifest(signed.value, bytes(fleet!), startMs)).toMatchObject({ manifest: { version: 3 } });
});

it('scans every frame of the vectors, and none of the malformed ones', () => {
  const { frames, malformed, unknown } = made['frames.json'] as Record<'frames' | 'malformed' | 'unknown', { bytes: string }[]>;
  const scanned = (list: readonly { bytes: string }[]): boolean[] => list.map((one) => scanFrames(bytes(one.bytes), deaf));
  expect([scanned(frames), scanned(unknown)]).toEqual([frames.map(() => true), unknown.map(() => true)]);
  expect(scanned(malformed)).toEqual(malformed.map(() => false));
});

it('reads and writes the texts of ids', () => {
  const { valid, invalid } = (made['identities.json'] as { texts: { valid: { bytes: string; text: string }[]; invalid: string[] } }).texts;
  for (const { bytes: hex, text } of valid) {
    expect([encodeId(bytes(hex)), Buffer.from(decodeId(text)!).toString('hex')]).toEqual([text, hex]);
  }
  for (const text of invalid) expect(decodeId(text)).toBeUndefined();
});
