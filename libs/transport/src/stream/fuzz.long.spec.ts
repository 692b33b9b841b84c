import { fuzzDecoder } from '../testing/fuzz.js';
import { validStreams } from '../testing/valid-streams.js';

it.each(validStreams.map(([protocol, ...rest]) => [protocol.scheme, protocol, ...rest] as const))(
  'the %s decoder survives 10 million mutated streams (R15)',
  (_, protocol, valid, opening) => {
    expect(fuzzDecoder(protocol, valid, opening, 10_000_000)).toBeGreaterThan(1_000_000);
  },
);
