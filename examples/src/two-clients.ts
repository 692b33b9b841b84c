// Two clients talk, on Node 24: `npx --no node examples/dist/two-clients.js keyway://<fingerprint>@127.0.0.1:7400`
import { connect, isWireError } from '@keyway/client';
import { PrivateIdentity } from '@keyway/crypto';

const fleet = process.argv[2];
if (fleet === undefined) {
  console.error('usage: two-clients keyway://<fingerprint>@host:port');
  process.exit(2);
}

try {
  // Keys are made by the client and never leave it. A program would keep its key in a file: see PrivateIdentity.toPem and fromPem.
  const adam = await connect({ fleet, identity: await PrivateIdentity.generateAsync('rsa-3072') });
  const eve = await connect({ fleet, identity: PrivateIdentity.generate('ed25519'), edge: 'zmq' });

  const sent = await adam.send(eve.id, 'hello'); // resolves once the fleet has stored and synced it
  console.log(`accepted as number ${sent.seq} at ${sent.acceptedAt.toISOString()}`);

  for await (const message of eve.messages()) {
    console.log(`${message.from === adam.id ? 'adam' : message.from}: ${message.text()}`);
    message.done(); // leaving the loop alone would not acknowledge the message in hand
    break;
  }

  await Promise.all([adam.close(), eve.close()]);
} catch (thrown) {
  if (!isWireError(thrown)) throw thrown;
  console.error(`two-clients: ${thrown.message} (${thrown.reason})`); // one line says what is wrong; a stack would hide it
  process.exit(1);
}
