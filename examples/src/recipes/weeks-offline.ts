// A client that is away for weeks: `npx --no node examples/dist/recipes/weeks-offline.js keyway://… <folder>`, typed again and again.
// Its key and its state live in the folder. Each start shows what came meanwhile, each message once, and ends.
import { connect, FileStore, isWireError, PrivateIdentity } from '@keyway/client';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addressFrom } from './arguments.js';

const fleet = addressFrom(process.argv, 'weeks-offline keyway://<fingerprint>@host:port <folder>');
const folder = process.argv[3] ?? 'weeks-offline';
await mkdir(folder, { recursive: true, mode: 0o700 });

const client = await connect({
  fleet,
  identity: await ownKey(join(folder, 'key.pem')),
  store: new FileStore(join(folder, 'state')), // marks of what was shown, so that nothing is shown twice
  timeoutMs: 60_000, // the network of somebody on the road
});
console.log(`I am ${client.id}`);

// Mail waits for seven days, or for the `lifetimeMs` its sender gave. What lapsed is told, never silently missing.
client.on('skipped', ({ from, count }) => console.log(`${count} message(s) of ${from} lapsed`));

const quietMs = 500; // everything that waited comes at once: a pause means that this was all
for (;;) {
  const quiet = AbortSignal.timeout(quietMs);
  let shown = 0;
  for await (const message of client.messages({ signal: quiet })) {
    console.log(`${message.sentAt.toISOString()} ${message.from}: ${message.text()}`);
    message.done(); // acknowledged now: a crash behind this line does not bring it back
    shown += 1;
  }
  if (shown === 0) break;
}
await client.close();

async function ownKey(file: string): Promise<PrivateIdentity> {
  try {
    return PrivateIdentity.fromPem(await readFile(file));
  } catch (thrown) {
    if (isWireError(thrown) || (thrown as { code?: string }).code !== 'ENOENT') throw thrown; // a damaged key is not replaced
    const identity = PrivateIdentity.generate('ed25519');
    await writeFile(file, identity.toPem(), { mode: 0o600, flag: 'wx' });
    await chmod(file, 0o600);
    return identity;
  }
}
