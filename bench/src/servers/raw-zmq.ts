// The relay a user would write with zeromq.js: a ROUTER that hands each message of one peer to the other. No encryption, one message a frame.
import { Router } from 'zeromq';

const router = new Router({ linger: 0, sendHighWaterMark: 100_000, receiveHighWaterMark: 100_000, sendTimeout: 0 });
await router.bind('tcp://127.0.0.1:*');
process.send?.({ port: Number(router.lastEndpoint!.split(':').pop()) });
process.on('disconnect', () => process.exit());

const peers: Buffer[] = [];
for await (const [from, body] of router) {
  if (!peers.some((peer) => peer.equals(from!))) {
    peers.push(from!); // the first message of each peer only says hello
    continue;
  }
  const to = peers[0]!.equals(from!) ? peers[1] : peers[0];
  if (to !== undefined) void router.send([to, body!]);
}
