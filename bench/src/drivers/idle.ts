import { PrivateIdentity } from '@keyway/crypto';
import { parseFleetAddress } from '@keyway/client';
import { brokerEndpoint, enrol, openLine, prepareAttach } from '../bare-client.js';

// Attaches so many clients, each with its own key, and keeps them. Says when all stand.
const [address, edge, count] = process.argv.slice(2) as [string, 'tcp' | 'zmq', string];
const concurrency = 8;
const { fingerprint } = parseFleetAddress(address);
const held: unknown[] = [];

async function attachSome(): Promise<void> {
  const line = await openLine(brokerEndpoint(address));
  while (held.length < Number(count)) {
    const place = held.push(undefined) - 1; // taken before the first wait
    const channel = await enrol(line, PrivateIdentity.generate('ed25519'), fingerprint);
    held[place] = await prepareAttach(channel, edge)();
  }
  line.link.close();
}

await Promise.all(Array.from({ length: concurrency }, attachSome));
process.send!({ ready: true });
process.on('disconnect', () => process.exit(0));
