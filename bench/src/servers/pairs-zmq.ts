// The relay a user would write with zeromq.js for pairs of clients: the first frame of a peer names it, the first byte of that name its pair.
import { Router } from 'zeromq';

const router = new Router({ linger: 0, sendHighWaterMark: 100_000, receiveHighWaterMark: 100_000, sendTimeout: 0 });
await router.bind('tcp://127.0.0.1:*');
process.send?.({ port: Number(router.lastEndpoint!.split(':').pop()) });
process.on('disconnect', () => process.exit());

const places = new Map<string, number>();
const peers: Buffer[] = [];
for await (const [from, body] of router) {
  const key = from!.toString('latin1');
  const place = places.get(key);
  if (place === undefined) {
    const named = Number(body!.toString());
    places.set(key, named);
    peers[named] = from!;
    continue;
  }
  const to = peers[place ^ 1];
  if (to !== undefined) void router.send([to, body!]);
}
