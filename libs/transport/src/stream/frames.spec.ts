import fc from 'fast-check';
import { lengthPrefixed } from '../tcp/framing.js';
import { numbered } from '../testing/compliance/rig.js';
import type { DecoderHost } from './protocol.js';

const max = 327_680;
const headerOf = (length: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
};
const framed = (message: Uint8Array): Buffer => Buffer.concat([headerOf(message.length), message]);

const parser = (onMessage: (bytes: Uint8Array) => void = () => undefined) => {
  const messages: Uint8Array[] = [];
  const host: DecoderHost = {
    message: (bytes) => {
      messages.push(bytes);
      onMessage(bytes);
    },
    reply: () => undefined,
    ready: () => undefined,
  };
  return { decoder: lengthPrefixed.decoder(max, host), messages };
};

describe('cutting a stream into messages', () => {
  it('does not depend on how the stream is cut into chunks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { maxLength: 20 }),
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }),
        (sent, steps) => {
          const stream = Buffer.concat(sent.map(framed));
          const { decoder, messages } = parser();
          for (let at = 0, k = 0; at < stream.length; k += 1) {
            const to = at + (steps[k % steps.length] as number);
            expect(decoder.push(Buffer.from(stream.subarray(at, to)))).toBeUndefined();
            at = to;
          }
          expect(messages.map((bytes) => Buffer.from(bytes))).toEqual(sent.map((bytes) => Buffer.from(bytes)));
        },
      ),
    );
  });

  it('hands on a slice of the chunk when the message lies in one', () => {
    const { decoder, messages } = parser();
    const chunk = Buffer.concat([framed(numbered(0, 10)), framed(numbered(1, 20))]);
    decoder.push(chunk);
    expect(messages.map((bytes) => bytes.buffer === chunk.buffer)).toEqual([true, true]);
  });

  it('takes the longest message byte by byte at linear cost', () => {
    const { decoder, messages } = parser();
    const stream = framed(numbered(0, max));
    const started = performance.now();
    for (let at = 0; at < stream.length; at += 1) decoder.push(stream.subarray(at, at + 1));
    expect(numbered(0, max).equals(messages[0] as Uint8Array)).toBe(true);
    expect(performance.now() - started).toBeLessThan(1500); // some 30 ms; quadratic would be minutes
  });

  it.each([
    ['4 GiB', 0xffff_ffff, 'too_large'],
    ['one byte too long', max + 1, 'too_large'],
    ['empty', 0, 'malformed'],
  ])('refuses a length that is %s at its fourth byte', (_, length, fault) => {
    const { decoder, messages } = parser();
    const header = headerOf(length);
    for (let at = 0; at < 3; at += 1) expect(decoder.push(header.subarray(at, at + 1))).toBeUndefined();
    expect(decoder.push(header.subarray(3))).toBe(fault);
    expect(messages).toEqual([]);
  });

  it('refuses a length behind good messages, which it has handed on', () => {
    const { decoder, messages } = parser();
    expect(decoder.push(Buffer.concat([framed(numbered(0, 5)), headerOf(max + 1)]))).toBe('too_large');
    expect(messages).toHaveLength(1);
  });

  it('gives an announced length no room before its bytes come', () => {
    const before = process.memoryUsage().arrayBuffers;
    const decoders = Array.from({ length: 1000 }, () => parser().decoder);
    for (const decoder of decoders) decoder.push(Buffer.concat([headerOf(max), Buffer.alloc(100)]));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1000 * 10_000); // 327 MB were announced
  });

  it('hands on nothing after it was stopped from inside a message', () => {
    const { decoder, messages } = parser(() => decoder.stop());
    expect(decoder.push(Buffer.concat([framed(numbered(0, 5)), framed(numbered(1, 5)), headerOf(0)]))).toBeUndefined();
    expect(decoder.push(framed(numbered(2, 5)))).toBeUndefined();
    expect(messages).toHaveLength(1);
  });
});
