// A worker behind a service name, and who asks it. The first to serve a name owns it; an operator lets more workers compete
// (`keyway admin service add squares --members`, or with their ids):
//   npx --no node examples/dist/recipes/worker.js keyway://… serve squares
//   npx --no node examples/dist/recipes/worker.js keyway://… ask squares 12
import { connect, isWireError, PrivateIdentity, WireError } from '@keyway/client';
import { once } from 'node:events';
import { addressFrom } from './arguments.js';

const [act, service, number] = process.argv.slice(3) as [string?, string?, string?];
const complete = (act === 'serve' || act === 'ask') && service !== undefined;
const fleet = addressFrom(complete ? process.argv : [], 'worker keyway://<fingerprint>@host:port serve|ask <service> [number]');
const client = await connect({ fleet, identity: PrivateIdentity.generate('ed25519') });

if (act === 'serve') {
  // The answer is the acknowledgement: a worker that dies at work leaves the request to another one, with the same `key`.
  const serving = await client.serve(
    service!,
    (request) => {
      const value = Number(request.text());
      if (!Number.isFinite(value)) throw new WireError('malformed', `not a number: ${request.text().slice(0, 40)}`);
      console.log(`${request.from.slice(0, 8)} asks ${request.key.slice(0, 8)}, attempt ${request.attempt}`);
      return String(value * value);
    },
    { inFlight: 8 },
  );
  console.log(`serving ${service}`);
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  await serving.stop(); // takes no more and finishes what it has
  console.log(`answered ${serving.counters.answered}`);
} else {
  try {
    const reply = await client.request(service!, number ?? '', { timeoutMs: 5_000 });
    console.log(`${reply.text()}, says ${reply.source.slice(0, 8)}`);
  } catch (thrown) {
    if (!isWireError(thrown)) throw thrown;
    console.error(`${thrown.reason}: ${thrown.message}`); // no_such_service, no_worker, malformed, deadline_passed …
    process.exitCode = 1;
  }
}
await client.close();
