import { PrivateIdentity } from '@keyway/crypto';
import { decodeServiceAnswer, encodeServiceCall, reasonOf } from '@keyway/wire';
import { mostByMembers, mostOwned } from '../core/serving.js';
import { adam, eve } from '../testing/ask.js';
import { AuthHome } from '../testing/auth-home.js';
import { Member } from '../testing/member.js';
import { Caller } from '../testing/operator.js';

let home: AuthHome;
let auth: Awaited<ReturnType<AuthHome['start']>>;
let a: Member;
let e: Member;
beforeEach(async () => {
  home = new AuthHome();
  auth = await home.start();
  [a, e] = [new Member(home, auth.controller, adam), new Member(home, auth.controller, eve)];
  for (const member of [a, e]) await member.request();
});
afterEach(() => home.end());

const isDeclared = async (service: string): Promise<string> =>
  reasonOf(decodeServiceAnswer(await auth.controller.judgeService(encodeServiceCall({ service })))!.code) ?? 'yes';
const serving = (how: 'first' | 'declared'): Promise<void> =>
  auth.registry.transact((unit) => unit.setPolicy({ enrolment: 'open', seeing: 'members', serving: how }));

it('who serves an undeclared service first declares it and owns it: nobody else serves it', async () => {
  expect(await isDeclared('index')).toBe('no_such_service');
  expect([await e.serves('index'), await a.serves('index'), await e.serves('index')]).toEqual(['yes', 'forbidden', 'yes']);
  expect(await isDeclared('index')).toBe('yes');
  const [entry] = (await auth.registry.transact((unit) => unit.audit(0, 100))).filter(({ action }) => action === 'service_declared');
  expect([Buffer.from(entry!.actor), JSON.parse(entry!.detail)]).toEqual([eve.public.fingerprint, { service: 'index' }]);
});

it('of many that want to be first at the same time one is', async () => {
  const said = await Promise.all([a, e, a, e].map((member) => member.serves('index')));
  expect(said.filter((answer) => answer === 'yes')).toHaveLength(2);
  expect((await auth.registry.transact((unit) => unit.services())).map(({ name }) => name)).toEqual(['index']);
});

it('where services are declared, only operators declare one by serving it', async () => {
  await serving('declared');
  expect(await e.serves('index')).toBe('no_such_service');
  expect(await new Member(home, auth.controller, home.operator).serves('index')).toBe('yes');
  expect(await e.serves('index')).toBe('forbidden');
});

it('nobody serves without the right, when blocked, or unknown', async () => {
  await auth.registry.transact((unit) => unit.changeClient(e.id, { rights: 5 }));
  await auth.registry.transact((unit) => unit.changeClient(a.id, { blocked: true }));
  const stranger = new Member(home, auth.controller, PrivateIdentity.generate('ed25519'));
  expect(await Promise.all([e, a, stranger].map((member) => member.serves('index')))).toEqual(['forbidden', 'forbidden', 'forbidden']);
  expect(await isDeclared('index')).toBe('no_such_service');
});

it("names are checked, and the fleet's own are nobody's", async () => {
  for (const name of ['', 'Index', 'a b', 'keyway.admin', 'keyway.x', 'x'.repeat(65)]) {
    expect([name, await e.serves(name), await isDeclared(name)]).toEqual([name, 'name_invalid', 'name_invalid']);
  }
});

it('a member owns so many services by serving them first, and no more', async () => {
  for (let n = 0; n < mostOwned; n += 1) expect(await e.serves(`s${n}`)).toBe('yes');
  expect([await e.serves('one-more'), await a.serves('one-more')]).toEqual(['forbidden', 'yes']);
});

it('members fill the list of services together only so far: operators still declare', async () => {
  await auth.registry.transact(async (unit) => {
    for (let n = 0; n < mostByMembers - 1; n += 1) await unit.putService({ name: `s${n}`, ownerId: a.id, members: false, workers: [] }, 1);
  });
  expect([await e.serves('the-last'), await e.serves('one-more')]).toEqual(['yes', 'forbidden']);
  await new Caller(home, auth.controller).done({ kind: 'declareService', value: { name: 'one-more' } });
});

it('what is no call is malformed', async () => {
  await expect(auth.controller.judgeService(Uint8Array.of(1, 2, 3))).rejects.toMatchObject({ reason: 'malformed' });
});
