// A client in a process of its own, to be killed: says on stdout, line by line and synchronously, what it was told or shown.
import { readFileSync, writeSync } from 'node:fs';
import { PrivateIdentity } from '@keyway/crypto';
import { connect } from '../connect.js';
import { FileStore } from '../store/file.js';

const [role, fleet, key, folder, to, run] = process.argv.slice(2) as [string, string, string, string, string, string];
const say = (line: string): void => void writeSync(1, `${line}\n`);

const client = await connect({
  fleet,
  identity: PrivateIdentity.fromPem(readFileSync(key)),
  store: new FileStore(folder, { compactBytes: 50_000 }),
  timeoutMs: role === 'once' ? 500 : 10_000,
});
say('attached');

if (role === 'once') {
  await client.send(client.id, 'to myself');
  for await (const message of client.messages()) {
    say(message.text());
    break;
  }
  await client.close(); // and the process has nothing left to do
} else if (role === 'receive') {
  for await (const message of client.messages()) say(`${message.redelivered ? 'again' : 'new'} ${message.text()}`);
} else {
  const next = (i: number): void =>
    client.post(to, `${run}-${i}`, (error) => {
      if (error === undefined) say(`accepted ${run}-${i}`);
      next(i + 100);
    });
  for (let i = 1; i <= 100; i += 1) next(i);
}
