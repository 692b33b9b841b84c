import { PrivateIdentity } from '@keyway/crypto';
import { connect } from './connect.js';
import { TestFleet } from './testing/index.js';

it('sends and receives', async () => {
  const fleet = await TestFleet.start();
  const a = await connect({ fleet: fleet.address, identity: PrivateIdentity.generate('ed25519') });
  const b = await connect({ fleet: fleet.address, identity: PrivateIdentity.generate('ed25519') });
  const sent = await a.send(b.id, 'hello');
  for await (const message of b.messages()) {
    expect(message.text()).toBe('hello');
    expect(message.from).toBe(a.id);
    expect(message.id).toBe(`${sent.stream}:${sent.seq}`);
    break;
  }
  await Promise.all([a.close(), b.close()]);
  await fleet.stop();
});
