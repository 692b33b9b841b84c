import { parseFleetAddress, parseToken } from '@keyway/client';
import { decodeBase32, decodeId, importPrivateKey, importPublicKey } from '@keyway/crypto';
import * as wire from '@keyway/wire';
import { bin, num, text } from './evil/protobuf.js';

/* T24: names that mean something to JavaScript, given to everything that reads bytes or text of others. */
const words = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__', 'then'];
const json = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';

const before = snapshot();
afterEach(() => expect(snapshot()).toEqual(before));

/** All that hangs on what every object, list, function and buffer inherits. */
function snapshot(): readonly string[] {
  const roots = { Object, Array, Function, Uint8Array, Map, Promise };
  return Object.entries(roots).flatMap(([name, { prototype }]) =>
    Reflect.ownKeys(prototype as object).map(
      (key) => `${name}.${String(key)} ${typeof Object.getOwnPropertyDescriptor(prototype, key)?.value}`,
    ),
  );
}

/** The words as every kind of field, alone and within each other; as text; as JSON; as protobuf's own options. */
function payloads(): readonly Uint8Array[] {
  const fields = Array.from({ length: 16 }, (_, i) => i + 1);
  const plain = words.flatMap((word) => fields.map((field) => text(field, word)));
  const nested = words.flatMap((word) => fields.map((field) => bin(field, text(1, word), text(2, json), num(3, 1))));
  const deep = fields.map((field) => fields.reduce<Buffer>((inside, outer) => bin(outer, inside), text(field, '__proto__')));
  return [
    ...plain,
    ...nested,
    ...deep,
    ...words.map((word) => Buffer.from(word)),
    Buffer.from(json),
    Buffer.concat(plain),
    Buffer.concat(nested),
  ];
}

type Decode = (bytes: Uint8Array) => unknown;
const decoders = Object.entries(wire).filter((entry): entry is [string, Decode] => entry[0].startsWith('decode'));

it('T24 there are decoders for every message that others send', () => {
  expect(decoders.map(([name]) => name)).toEqual(
    expect.arrayContaining(['decodeEnvelope', 'decodeManifest', 'decodeFleetCall', 'decodeAdminCall', 'decodePayload', 'decodeRpcBatch']),
  );
  expect(decoders.length).toBeGreaterThan(20);
});

it.each(decoders)('T24 %s makes of dangerous names nothing but text, and never throws', (_name, decode) => {
  for (const payload of payloads()) {
    const decoded = decode(payload);
    if (typeof decoded === 'object' && decoded !== null) expect((decoded as { polluted?: unknown }).polluted).toBeUndefined();
  }
});

it('T24 the frames of a record', () => {
  const seen: unknown[] = [];
  const visitor = new Proxy(
    {},
    {
      get:
        () =>
        (...frame: unknown[]) =>
          void seen.push(...frame),
    },
  ) as wire.FrameVisitor;
  for (const payload of payloads()) wire.scanFrames(payload, visitor);
  expect(seen.length).toBeGreaterThan(0);
});

it.each([...words, json])('T24 what people type or configure: %s', async (word) => {
  const reads: readonly ((input: string) => unknown)[] = [
    parseFleetAddress,
    parseToken,
    decodeId,
    decodeBase32,
    (input) => parseFleetAddress(`keyway://${input}@${input}:1`),
    (input) => importPrivateKey(Buffer.from(input)),
    (input) => importPublicKey(Buffer.from(input)),
  ];
  for (const read of reads) {
    let result: unknown;
    try {
      result = await read(word);
    } catch (thrown) {
      expect((thrown as { reason?: string }).reason).toMatch(/^[a-z_]+$/); // by name, and not by accident
    }
    expect((result as { polluted?: unknown } | undefined)?.polluted).toBeUndefined();
  }
  expect(Object.hasOwn(wire.errorTable, word)).toBe(false);
  expect([wire.isErrorReason(word), wire.reasonOf(word as unknown as number)]).toEqual([false, undefined]);
});
