const tricks = ['ffffffff0f', 'ffffffffffffffffff01', '8080808080808010', '0b', '5f5f70726f746f5f5f', '636f6e7374727563746f72'].map((hex) =>
  Buffer.from(hex, 'hex'),
);

/** `count` mutations of valid messages, the same ones for the same seed: bits, bytes, cuts, repeats, splices, hostile varints and names. */
export function* mutated(corpus: readonly Uint8Array[], count: number, seed: number): Generator<Uint8Array> {
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let i = 0; i < count; i += 1) {
    let bytes = Buffer.from(corpus[random(corpus.length)]!);
    for (let rounds = 1 + random(3); rounds > 0; rounds -= 1) {
      const at = random(bytes.length + 1);
      const kind = random(6);
      if (kind === 0 && at < bytes.length) bytes[at]! ^= 1 << random(8);
      else if (kind === 1 && at < bytes.length) bytes[random(2) === 0 ? at : Math.min(at, random(8))] = random(256);
      else if (kind === 2) bytes = bytes.subarray(0, at);
      else if (kind === 3) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at >>> 1)]);
      else if (kind === 4) bytes = Buffer.concat([bytes.subarray(0, at), corpus[random(corpus.length)]!.subarray(random(8))]);
      else bytes = Buffer.concat([bytes.subarray(0, at), tricks[random(tricks.length)]!, bytes.subarray(at)]);
    }
    yield bytes;
  }
}

/**
 * Decodes 10,000 mutations. Throws what the decoder throws, and when what it accepted does not come back from the encoder.
 * @returns how many of them were accepted, and how many were not.
 */
export function fuzzed<T>(
  corpus: readonly Uint8Array[],
  decode: (bytes: Uint8Array) => T | undefined,
  encode: (value: T) => Uint8Array,
  count = 10_000,
): { readonly accepted: number; readonly left: number } {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0; // what is thrown and caught inside a decoder needs none
  let accepted = 0;
  try {
    for (const bytes of mutated(corpus, count, 1)) {
      const value = decode(bytes);
      if (value === undefined) continue;
      accepted += 1;
      const again = decode(encode(value));
      if (again === undefined || Buffer.compare(encode(again), encode(value)) !== 0)
        throw new Error(`not stable: ${Buffer.from(bytes).toString('hex')}`);
    }
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  return { accepted, left: count - accepted };
}
