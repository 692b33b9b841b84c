import { PrivateIdentity, randomBytes, Secret } from '@keyway/crypto';
import type { AuthorizeAnswer } from '@keyway/wire';
import { readFileSync } from 'node:fs';
import { AuthHome } from '../testing/auth-home.js';
import { Member } from '../testing/member.js';
import { Caller } from '../testing/operator.js';
import { TokenVault } from './token-vault.js';

let home: AuthHome;
let auth: Awaited<ReturnType<AuthHome['start']>>;
let operator: Caller;
beforeEach(async () => {
  home = new AuthHome();
  auth = await home.start();
  operator = new Caller(home, auth.controller);
});
afterEach(() => home.end());

const newcomer = (): Member => new Member(home, auth.controller, PrivateIdentity.generate('ed25519'));
const close = () => operator.done({ kind: 'setPolicy', value: { enrolment: 2 } });
const tokenFor = async (uses = 1, lifetimeS = 60) => (await operator.done({ kind: 'createToken', value: { uses, lifetimeS } })).token!;

/** One whose time is over. */
async function oldToken() {
  const vault = new TokenVault(home.fleet, Secret.of(readFileSync(home.path('kek'))));
  const { id, secret, wrapped } = vault.make(1, 2);
  const row = { id, wrapped, createdMs: 1, expiresMs: 2, uses: 1, used: 0, name: undefined, rights: 13, revoked: false };
  await auth.registry.transact((unit) => unit.addToken(row));
  return { id, secret };
}

it('whoever proves a key is enrolled while it is open, and nobody without a token once it is closed', async () => {
  const early = newcomer();
  expect(await early.asks()).toBe('granted');
  await close();
  expect([await newcomer().asks(), await early.asks(), await early.asks({ enrol: false })]).toEqual(['unauthorised', 'granted', 'granted']);
});

it('closed, unknown, unproven, revoked, too old and used up are one answer, and a counter each', async () => {
  await close();
  const [good, used, revoked] = [await tokenFor(), await tokenFor(), await tokenFor()];
  await newcomer().request({ token: used });
  await operator.done({ kind: 'revokeToken', value: { id: revoked.id } });
  const old = await oldToken();
  const tokens = [
    undefined,
    { id: randomBytes(16), secret: good.secret },
    { id: good.id, secret: randomBytes(32) },
    { id: good.id, secret: used.secret },
    revoked,
    used,
    old,
  ];
  const answers: AuthorizeAnswer[] = [];
  for (const token of tokens) answers.push(await newcomer().request({ token }));
  expect(answers.map((answer) => JSON.stringify(answer))).toEqual(answers.map(() => JSON.stringify(answers[0])));
  expect(answers[0]!.code).toBe(2001);
  const metrics = await auth.kit.metrics.registry.metrics();
  for (const [reason, times] of Object.entries({
    closed: 1,
    token_unknown: 1,
    token_unproven: 2,
    token_revoked: 1,
    token_spent: 1,
    token_expired: 1,
  }))
    expect(metrics).toMatch(new RegExp(`auth_not_enrolled_total{[^}]*reason="${reason}"[^}]*} ${times}\\n`));
  expect((await auth.registry.counts()).clients).toBe(2);
});

it('a wrong token is refused where enrolment is open too: it was shown for a reason', async () => {
  expect(await newcomer().asks({ token: { id: randomBytes(16), secret: randomBytes(32) } })).toBe('unauthorised');
});

it('a token for one client that two show at the same time enrols one', async () => {
  await close();
  const token = await tokenFor();
  const said = await Promise.all(Array.from({ length: 8 }, () => newcomer().asks({ token })));
  expect(said.filter((answer) => answer === 'granted')).toHaveLength(1);
  expect((await operator.done({ kind: 'listTokens', value: {} })).tokens).toMatchObject([{ used: 1 }]);
});

it('a client whose grant was lost asks again with the same token, which counts once', async () => {
  await close();
  const [member, token] = [newcomer(), await tokenFor()];
  expect([await member.asks({ token }), await member.asks({ token })]).toEqual(['granted', 'granted']);
  expect((await operator.done({ kind: 'listTokens', value: {} })).tokens).toMatchObject([{ used: 1 }]);
});

it('nothing is said about a token before the signature was checked', async () => {
  const [member, token] = [newcomer(), await tokenFor()];
  const lying = Object.create(member.identity) as PrivateIdentity;
  lying.sign = (bytes) => home.operator.sign(bytes);
  const forger = new Member(home, auth.controller, lying);
  for (const shown of [token, { id: randomBytes(16), secret: randomBytes(32) }])
    expect(await forger.asks({ token: shown })).toBe('bad_transcript');
  expect((await operator.done({ kind: 'listTokens', value: {} })).tokens).toMatchObject([{ used: 0 }]);
});

it('a token of another fleet, or whose row was moved to another id, opens nothing', async () => {
  await close();
  const [token, other] = [await tokenFor(), await tokenFor()];
  const { token: row } = await auth.registry.terms(token.id);
  await auth.registry.transact((unit) => unit.addToken({ ...row!, id: other.id.map((byte) => byte ^ 1) }));
  const moved = { id: other.id.map((byte) => byte ^ 1), secret: token.secret };
  await expect(newcomer().asks({ token: moved })).rejects.toMatchObject({ reason: 'state_damaged' });
  expect(await newcomer().asks({ token })).toBe('granted');
});
