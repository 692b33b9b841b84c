import { PrivateIdentity } from '@keyway/crypto';
import { IdentityCache } from './identity-cache.js';

const clients = Array.from({ length: 4 }, () => PrivateIdentity.generate('ed25519').public);
const ids = clients.map(({ fingerprint }) => fingerprint);

it('gives back the key of an id, and nothing for others', () => {
  const cache = new IdentityCache(3);
  cache.put(clients[0]!);
  expect(cache.get(Uint8Array.from(ids[0]!))).toBe(clients[0]);
  expect(cache.get(ids[1]!)).toBeUndefined();
});

it('holds no more than its limit and drops the key that was not used for longest', () => {
  const cache = new IdentityCache(3);
  for (const client of clients.slice(0, 3)) cache.put(client);
  cache.get(ids[0]!);
  cache.put(clients[3]!);
  expect(cache.size).toBe(3);
  expect(ids.map((id) => cache.get(id) !== undefined)).toEqual([true, false, true, true]);
});
