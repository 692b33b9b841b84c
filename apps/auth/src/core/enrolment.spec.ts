import { MlKemKey, PrivateIdentity, randomBytes, X25519Key } from '@keyway/crypto';
import type { PolicyRow, TokenRow } from '@keyway/registry';
import { beginChannelRequest, tokenKeyOf } from '@keyway/session';
import { enrolmentTerms } from './enrolment.js';

const fleet = randomBytes(32);
const [id, secret] = [randomBytes(16), randomBytes(32)];
const key = tokenKeyOf(secret, fleet);
const identity = PrivateIdentity.generate('ed25519');
const ask = (token?: { readonly id: Uint8Array; readonly secret: Uint8Array }) =>
  beginChannelRequest({
    ...{ identity, fleet, x25519: X25519Key.generate(), mlKem: MlKemKey.generate(), salt: randomBytes(32), nowMs: 1, enrol: true, token },
  }).request;
const policy = (enrolment: PolicyRow['enrolment']): PolicyRow => ({ enrolment, seeing: 'members', serving: 'first' });
const row: TokenRow = {
  ...{ id, wrapped: randomBytes(8), createdMs: 1, expiresMs: 1_000, uses: 2, used: 1, name: undefined, rights: 15, revoked: false },
};

describe('who proved a key is enrolled', () => {
  it.each([
    ['where it is open', 'open', { rights: 13 }],
    ['not where it is closed', 'closed', 'closed'],
  ] as const)('without a token %s', (_where, enrolment, expected) => {
    expect(enrolmentTerms(ask(), { policy: policy(enrolment), token: undefined }, randomBytes(32), 1)).toEqual(expected);
  });

  it.each([
    ['that is good', row, 999, { rights: 15 }],
    ['that is at its end', row, 1_000, 'token_expired'],
    ['whose uses are used', { ...row, used: 2 }, 1, 'token_spent'],
    ['that was revoked', { ...row, revoked: true }, 1, 'token_revoked'],
    ['that nobody knows', undefined, 1, 'token_unknown'],
  ] as const)('with a token %s: as it says, wherever it is', (_what, token, now, expected) => {
    for (const enrolment of ['open', 'closed'] as const)
      expect(enrolmentTerms(ask({ id, secret }), { policy: policy(enrolment), token }, key, now)).toEqual(expected);
  });

  it('not with a token that is only named: its secret must be proven', () => {
    expect(enrolmentTerms(ask({ id, secret: randomBytes(32) }), { policy: policy('open'), token: row }, key, 1)).toBe('token_unproven');
  });
});
