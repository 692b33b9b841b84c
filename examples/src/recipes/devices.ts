// 500 devices and one collector: `npx --no node examples/dist/recipes/devices.js keyway://<fingerprint>@127.0.0.1:7400 [count]`
import { connect, PrivateIdentity, type Client } from '@keyway/client';
import { addressFrom, countFrom } from './arguments.js';

const fleet = addressFrom(process.argv, 'devices keyway://<fingerprint>@host:port [count]');
const count = countFrom(process.argv[3], 500);

const collector = await connect({ fleet, identity: PrivateIdentity.generate('ed25519') });
const seen = new Map<string, number>();
const collected = (async () => {
  for await (const message of collector.messages()) {
    seen.set(message.from, Number(message.text()));
    if (seen.size < count) continue;
    message.done();
    return;
  }
})();

// A device is one connection and about 30 KiB in this process; a real one is a process of its own. They come in groups, so that a fleet
// that was just started is not met by all of them at once.
const devices: Client[] = [];
const group = 25;
for (let first = 0; first < count; first += group) {
  const some = Array.from({ length: Math.min(group, count - first) }, () =>
    connect({ fleet, identity: PrivateIdentity.generate('ed25519') }),
  );
  devices.push(...(await Promise.all(some)));
}
// Durable: what a device reports waits in the mailbox of the collector when that is away. `lifetimeMs` says when it is old news.
const report = (device: Client, reading: number): Promise<unknown> => device.send(collector.id, String(reading), { lifetimeMs: 3_600_000 });
await Promise.all(devices.map(report));
await collected;

console.log(`${seen.size} devices reported; the mean reading is ${mean([...seen.values()])}`);
await Promise.all([...devices, collector].map((client) => client.close()));

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
