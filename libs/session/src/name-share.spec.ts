import { signedBytes } from '@keyway/crypto';
import { nameShareTranscript, signNameShare, verifyNameShare } from './name-share.js';
import { TestFleet } from './testing/fleet.js';
import { counting, ed25519, rsa2048 } from './testing/keys.js';

const { fleet } = new TestFleet();
const phone = ed25519(52).public.fingerprint;

it.each([
  ['Ed25519', ed25519(50)],
  ['RSA-2048', rsa2048()],
])('of an %s key serves one fleet, one client and one name', (_, owner) => {
  const consent = signNameShare(owner, fleet, phone, 'adam-2');
  const fits = (f = fleet, id = phone, name = 'adam-2', by = owner.public): boolean => verifyNameShare(by, f, id, name, consent);
  expect(fits()).toBe(true);
  expect([fits(counting(1)), fits(fleet, counting(1)), fits(fleet, phone, 'adam-3'), fits(fleet, phone, 'adam')]).toEqual(
    Array(4).fill(false),
  );
  expect(fits(fleet, phone, 'adam-2', ed25519(51).public)).toBe(false);
});

it('says yes to no name of any length that is not the signed one, and never throws', () => {
  const owner = ed25519(50);
  const consent = signNameShare(owner, fleet, phone, 'adam-2');
  for (const name of ['', 'ä-2', 'x'.repeat(1_024), 'x'.repeat(100_000), '田'.repeat(1_024), '\ud800'])
    expect(verifyNameShare(owner.public, fleet, phone, name, consent)).toBe(false);
  for (const forged of [new Uint8Array(0), new Uint8Array(64), new Uint8Array(600)])
    expect(verifyNameShare(owner.public, fleet, phone, 'adam-2', forged)).toBe(false);
});

it('T2: is no other signature of ours', () => {
  const owner = ed25519(50);
  const bare = nameShareTranscript(fleet, phone, 'adam-2').subarray(64 + 'keyway/1 name-share\0'.length);
  for (const type of ['channel-request', 'admin-call', 'name-share']) {
    const signature = owner.sign(signedBytes(type, bare));
    expect([type, verifyNameShare(owner.public, fleet, phone, 'adam-2', signature)]).toEqual([type, type === 'name-share']);
  }
});
