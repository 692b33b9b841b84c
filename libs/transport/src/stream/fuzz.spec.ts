import { fuzzDecoder } from '../testing/fuzz.js';
import { validStreams } from '../testing/valid-streams.js';

it.each(validStreams.map(([protocol, ...rest]) => [protocol.scheme, protocol, ...rest] as const))(
  'the %s decoder survives 200,000 mutated streams with a flat heap (R15)',
  (_, protocol, valid, opening) => {
    fuzzDecoder(protocol, valid, opening, 20_000);
    const before = process.memoryUsage();
    expect(fuzzDecoder(protocol, valid, opening, 180_000)).toBeGreaterThan(40_000);
    const after = process.memoryUsage();
    expect(after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers).toBeLessThan(100_000_000);
  },
);
