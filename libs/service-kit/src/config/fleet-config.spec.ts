import { encodeId } from '@keyway/crypto';
import { z } from 'zod';
import { edgeEndpoints, fleetFingerprint } from './fleet-config.js';
import { parseConfig } from './parse-config.js';

const Schema = z.object({ FLEET: fleetFingerprint(), LISTEN: edgeEndpoints() });
const fleet = new Uint8Array(32).fill(7);
const good = { FLEET: encodeId(fleet), LISTEN: 'tcp://127.0.0.1:7400,zmq://[::1]:0' };

it('gives the 32 bytes of a fingerprint, and endpoints one by one', () => {
  expect(parseConfig(Schema, good)).toEqual({ FLEET: fleet, LISTEN: ['tcp://127.0.0.1:7400', 'zmq://[::1]:0'] });
});

it.each([good.FLEET.slice(1), `${good.FLEET} `, 'short', fleet.toString()])('refuses the fingerprint %j', (text) => {
  expect(() => parseConfig(Schema, { ...good, FLEET: text })).toThrow(/FLEET: is no fingerprint\. Expected: .* 52 characters/);
});

it.each(['udp://x:1', 'tcp://127.0.0.1', 'tcp://127.0.0.1:7400,', 'tcp://127.0.0.1:7400, zmq://127.0.0.1:1', 'memory://a', 'ipc:///a/b'])(
  'refuses the endpoints %j',
  (text) => expect(() => parseConfig(Schema, { ...good, LISTEN: text })).toThrow(/LISTEN: has something that is no endpoint/),
);
