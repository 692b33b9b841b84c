import { IdentityCache } from './identity-cache.js';
import { PrivateIdentity } from './private-identity.js';

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

it('imports a key once, and refuses one that is no key', () => {
  const cache = new IdentityCache(3);
  const identity = cache.of(ids[0]!, clients[0]!.spki);
  expect(cache.of(ids[0]!, new Uint8Array(0))).toBe(identity);
  expect(() => cache.of(ids[1]!, new Uint8Array(3))).toThrow();
});
