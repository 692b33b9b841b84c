import { Probe, transportCompliance } from '../testing/index.js';
import { MemoryNetwork, memoryTransport } from './memory.js';
import type { MemoryWire } from './memory.js';

transportCompliance('memory', async (onFault) => {
  const network = new MemoryNetwork();
  return {
    transport: memoryTransport(network, { onFault }),
    endpoint: 'memory://here',
    nowhere: 'memory://nowhere',
    async between(endpoint) {
      let wire: MemoryWire | undefined;
      network.onWire = (made) => {
        wire ??= made;
      };
      return {
        endpoint,
        pause: (way) => wire?.[way].hold(true),
        resume: (way) => wire?.[way].hold(false),
        cut: () => wire?.up.cut(),
        close: async () => undefined,
      };
    },
  };
});

it('memory lets a test be the man in the middle: repeat, drop and reorder', async () => {
  const network = new MemoryNetwork();
  const late: Uint8Array[] = [];
  network.onWire = ({ up }) => {
    up.tamper = (bytes) => {
      if (bytes[0] === 1) return [bytes, bytes];
      if (bytes[0] === 2) return [];
      if (bytes[0] === 3) {
        late.push(bytes);
        return [];
      }
      return [bytes, ...late.splice(0)];
    };
  };
  const transport = memoryTransport(network);
  const far = new Probe();
  const listener = await transport.listen('memory://here', () => far);
  const link = await transport.dial('memory://here', () => new Probe());
  for (let k = 1; k <= 4; k += 1) link.send(Uint8Array.of(k));
  await far.count(4);
  expect(far.messages.map((bytes) => bytes[0])).toEqual([1, 1, 4, 3]);
  await listener.close();
});
