import { PrivateIdentity, randomBytes } from '@keyway/crypto';
import { decodeChangesAnswer, encodeChangesCall, type AdminAnswer } from '@keyway/wire';
import { skeletonOf } from '../../core/skeleton.js';
import { adam, eve } from '../../testing/ask.js';
import { AuthHome } from '../../testing/auth-home.js';
import { Member } from '../../testing/member.js';
import { Caller } from '../../testing/operator.js';
import { mostTokens } from './token-acts.js';

let home: AuthHome;
let auth: Awaited<ReturnType<AuthHome['start']>>;
let operator: Caller;
let member: Member;
beforeEach(async () => {
  home = new AuthHome();
  auth = await home.start();
  operator = new Caller(home, auth.controller);
  member = new Member(home, auth.controller, eve);
});
afterEach(() => home.end());

const eveId = eve.public.fingerprint;
const stranger = randomBytes(32);
const clientOf = async (client: Uint8Array): Promise<AdminAnswer['clients'][number] | undefined> =>
  (await operator.done({ kind: 'listClients', value: { limit: 1, client } })).clients[0];

describe('policy', () => {
  it('is told and set, field by field: what is left out stays', async () => {
    const { policy } = await operator.done({ kind: 'setPolicy', value: { seeing: 2 } });
    expect(policy).toEqual({ enrolment: 1, seeing: 2, serving: 1 });
    await operator.done({ kind: 'setPolicy', value: { enrolment: 2, serving: 2 } });
    expect((await operator.done({ kind: 'getPolicy', value: {} })).policy).toEqual({ enrolment: 2, seeing: 2, serving: 2 });
    expect((await operator.log()).at(-1)).toEqual([
      'policy_set',
      { enrolment: 'closed', seeing: 'nobody', serving: 'declared', source: 'tcp:192.0.2.7' },
    ]);
  });

  it('knows no other choice', async () => {
    expect(await operator.refusal({ kind: 'setPolicy', value: { enrolment: 3 } })).toMatch(/^malformed: .*out of its range/);
  });
});

describe('tokens', () => {
  const create = (value: object = {}) => ({ kind: 'createToken', value: { lifetimeS: 60, uses: 1, ...value } }) as const;

  it('are shown once and listed without their secret', async () => {
    const { token } = await operator.done(create({ uses: 7 }));
    expect([token!.id.length, token!.secret.length]).toEqual([16, 32]);
    expect(token!.expiresMs - Date.now()).toBeGreaterThan(50_000);
    const { tokens } = await operator.done({ kind: 'listTokens', value: {} });
    expect(tokens).toMatchObject([{ uses: 7, used: 0, name: '', revoked: false, expiresMs: token!.expiresMs }]);
    const stored = (await auth.registry.terms(token!.id)).token!;
    expect(Buffer.from(stored.wrapped).includes(Buffer.from(token!.secret))).toBe(false);
  });

  it('enrol so many, and nobody once revoked', async () => {
    await operator.done({ kind: 'setPolicy', value: { enrolment: 2 } });
    const { token } = await operator.done(create({ uses: 2 }));
    const newcomer = (): Member => new Member(home, auth.controller, PrivateIdentity.generate('ed25519'));
    expect([await newcomer().asks(), await newcomer().asks({ token: token! }), await member.asks({ token: token! })]).toEqual([
      ...['unauthorised', 'granted', 'granted'],
    ]);
    expect(await newcomer().asks({ token: token! })).toBe('unauthorised');
    const { token: second } = await operator.done(create());
    await operator.done({ kind: 'revokeToken', value: { id: second!.id } });
    expect(await newcomer().asks({ token: second! })).toBe('unauthorised');
  });

  it('keep their name for whoever enrols with them', async () => {
    const { token } = await operator.done(create({ name: 'Eve' }));
    expect(await operator.refusal(create({ name: 'eve' }))).toMatch(/^name_taken/);
    const other = new Member(home, auth.controller, adam);
    await other.request();
    expect(await other.claim('eve')).toBe('name_taken');
    await member.request({ token: token! });
    expect((await clientOf(eveId))!.name).toBe('eve');
  });

  it('give their name free when they are revoked or too old', async () => {
    await member.request();
    const { token } = await operator.done(create({ name: 'eve' }));
    await operator.done({ kind: 'revokeToken', value: { id: token!.id } });
    expect(await member.claim('eve')).toBe('done');
    const numbered = await operator.done(create({ name: 'adam-2' }));
    expect(await member.claim('adam')).toBe('name_taken');
    await operator.done({ kind: 'revokeToken', value: { id: numbered.token!.id } });
    expect(await member.claim('adam')).toBe('done');
    await auth.registry.transact(async (unit) => {
      const old = {
        id: stranger.subarray(0, 16),
        wrapped: stranger,
        createdMs: 1,
        expiresMs: 2,
        uses: 1,
        used: 0,
        rights: 13,
        revoked: false,
      };
      await unit.addToken({ ...old, name: 'bob-2' });
      await unit.addName({ name: 'bob-2', skeleton: skeletonOf('bob-2'), clientId: undefined, tokenId: old.id, ownerId: undefined }, 1);
    });
    expect(await member.claim('bob')).toBe('done');
  });

  it('make operators', async () => {
    const { token } = await operator.done(create({ operator: true }));
    expect((await member.request({ token: token! })).rights).toBe(15);
    expect(await new Caller(home, auth.controller, eve).ask({ kind: 'getPolicy', value: {} })).toMatchObject({ code: 0 });
  });

  it('are so many at most: the list of them fits one answer', async () => {
    const { token } = await operator.done(create());
    const row = (await auth.registry.terms(token!.id)).token!;
    await auth.registry.transact(async (unit) => {
      for (let n = 1; n < mostTokens; n += 1) await unit.addToken({ ...row, id: randomBytes(16), uses: 100_000, name: '字'.repeat(32) });
    });
    expect(await operator.refusal(create())).toMatch(/^too_large: there are 1024 tokens/);
    expect((await operator.done({ kind: 'listTokens', value: {} })).tokens).toHaveLength(mostTokens);
  });

  it('refuse what makes no sense', async () => {
    for (const [value, expected] of [
      [{ uses: 2, name: 'eve' }, /^malformed: .*for one client/],
      [{ uses: 0 }, /^malformed/],
      [{ lifetimeS: 0 }, /^malformed/],
      [{ lifetimeS: 2_592_001 }, /^malformed/],
      [{ name: 'keyway-eve' }, /^name_invalid: names that begin with keyway/],
    ] as const)
      expect(await operator.refusal(create(value))).toMatch(expected);
    expect(await operator.refusal({ kind: 'revokeToken', value: { id: randomBytes(16) } })).toMatch(/^malformed: .*no token with this id/);
    expect((await operator.done({ kind: 'listTokens', value: {} })).tokens).toEqual([]);
  });
});

describe('settings', () => {
  it("are the fleet's own until somebody sets them; what is left out stays, and routers hear of it", async () => {
    const { settings: own } = await operator.done({ kind: 'getSettings', value: {} });
    expect(own).toMatchObject({ heartbeatMs: 15_000, timeoutMs: 37_500, maxBodyBytes: 262_144 });
    const changes = async () => decodeChangesAnswer(await auth.controller.tellChanges(encodeChangesCall({ after: 0 })))!;
    expect((await changes()).settings).toBeUndefined();
    const { settings } = await operator.done({ kind: 'setSettings', value: { heartbeatMs: 5_000, maxStreams: 9 } });
    expect(settings).toEqual({ ...own, heartbeatMs: 5_000, maxStreams: 9 });
    expect(await changes()).toMatchObject({ serial: 1, settings });
    expect((await operator.done({ kind: 'getSettings', value: {} })).settings).toEqual(settings);
    expect((await operator.log()).at(-1)).toMatchObject(['settings_set', settings]);
  });

  it.each([
    [{ heartbeatMs: 40_000 }, /timeout_ms is more than heartbeat_ms/],
    [{ maxBodyBytes: 262_145 }, /max_body_bytes is from 1024 to 262144/],
    [{ windowBytes: 2_048 }, /window_bytes is at least max_body_bytes/],
    [{ heartbeatMs: 1 }, /heartbeat_ms is from/],
  ])('%j are refused, with the reason', async (value, expected) => {
    expect(await operator.refusal({ kind: 'setSettings', value })).toMatch(expected);
    expect(await auth.registry.transact((unit) => unit.settings())).toBeUndefined();
  });
});

describe('services', () => {
  const declare = (value: object) => operator.done({ kind: 'declareService', value: { name: 'translate', ...value } });
  const listed = async () =>
    (await operator.done({ kind: 'listServices', value: {} })).services.map(({ name, workers, members }) => [
      name,
      workers.length,
      members,
    ]);

  it('are declared with workers, who are added to and taken off', async () => {
    await declare({ workers: [eveId, stranger] });
    await declare({ workers: [adam.public.fingerprint, eveId], noMore: [stranger], members: true });
    expect(await listed()).toEqual([['translate', 2, true]]);
    await declare({ name: 'index', members: false });
    expect(await listed()).toEqual([
      ['index', 0, false],
      ['translate', 2, true],
    ]);
    await operator.done({ kind: 'removeService', value: { name: 'index' } });
    expect(await listed()).toEqual([['translate', 2, true]]);
  });

  it('say who may serve', async () => {
    await member.request();
    await declare({});
    expect(await member.serves('translate')).toBe('forbidden');
    await declare({ workers: [eveId] });
    expect(await member.serves('translate')).toBe('yes');
    await declare({ noMore: [eveId] });
    expect(await member.serves('translate')).toBe('forbidden');
    await declare({ members: true });
    expect(await member.serves('translate')).toBe('yes');
  });

  it('are served no longer by whom they lose: its session ends, and it is asked anew', async () => {
    const other = new Member(home, auth.controller, adam);
    for (const one of [member, other]) await one.request();
    const revoked = async () => {
      const { revoked: all } = decodeChangesAnswer(await auth.controller.tellChanges(encodeChangesCall({ after: 0 })))!;
      return all.map(({ clientId }) => Buffer.from(clientId)).sort(Buffer.compare);
    };
    await declare({ workers: [eveId, other.id, stranger] });
    await declare({ noMore: [other.id, stranger], members: true });
    expect(await revoked()).toEqual([]);
    await declare({ workers: [other.id] });
    await declare({ noMore: [other.id] });
    expect(await revoked()).toEqual([Buffer.from(other.id)]);
    await operator.done({ kind: 'removeService', value: { name: 'translate' } });
    expect(await revoked()).toEqual([Buffer.from(other.id), Buffer.from(eveId)].sort(Buffer.compare));
  });

  it('belong to the operator who takes their owner off', async () => {
    await member.request();
    expect(await member.serves('translate')).toBe('yes');
    await declare({ noMore: [eveId] });
    const [service] = (await operator.done({ kind: 'listServices', value: {} })).services;
    expect(Buffer.compare(service!.owner, eveId)).not.toBe(0);
    expect(await member.serves('translate')).toBe('forbidden');
  });

  it('keep the owner they have', async () => {
    await member.request();
    expect(await member.serves('translate')).toBe('yes');
    await declare({ workers: [stranger] });
    const [service] = (await operator.done({ kind: 'listServices', value: {} })).services;
    expect(Buffer.from(service!.owner)).toEqual(eveId);
  });

  it('have names of their own', async () => {
    for (const name of ['', 'Translate', 'a b', 'keyway.fleet', 'keyway.mine', 'x'.repeat(65)])
      expect(await operator.refusal({ kind: 'declareService', value: { name } })).toMatch(/^name_invalid: a service has 1 to 64/);
    expect(await operator.refusal({ kind: 'removeService', value: { name: 'none' } })).toMatch(/^no_such_service/);
  });

  it('list no more workers than an answer can tell of', async () => {
    const workers = Array.from({ length: 256 }, () => randomBytes(32));
    for (let n = 0; n < 16; n += 1) await declare({ name: `s${n}`, workers });
    expect(await operator.refusal({ kind: 'declareService', value: { name: 'one-more', workers: [stranger] } })).toMatch(
      /^too_large: .*4096 workers/,
    );
    expect(await listed()).toHaveLength(16);
  });
});

describe('list_audit', () => {
  it('pages by number, and says whether there is more', async () => {
    for (let n = 0; n < 3; n += 1) await operator.done({ kind: 'getPolicy', value: {} });
    const page = async (after: number, limit: number) => {
      const { audit, more } = await operator.done({ kind: 'listAudit', value: { after, limit } });
      return [audit.map(({ seq }) => seq), more];
    };
    expect(await page(0, 2)).toEqual([[1, 2], true]);
    expect(await page(2, 2)).toEqual([[3, 4], true]);
    expect(await page(99, 2)).toEqual([[], false]);
    expect(await operator.refusal({ kind: 'listAudit', value: { after: 0, limit: 0 } })).toMatch(/^malformed/);
  });

  it('gives no more at once than an answer can carry', async () => {
    const detail = JSON.stringify({ text: 'x'.repeat(60_000) });
    await auth.registry.transact(async (unit) => {
      for (let n = 0; n < 8; n += 1) await unit.note({ timeMs: n, actor: stranger, action: 'long', detail });
    });
    const seen: number[] = [];
    for (let more = true; more && seen.length < 100;) {
      const answer = await operator.done({ kind: 'listAudit', value: { after: seen.at(-1) ?? 0, limit: 256 } });
      expect(answer.audit.length).toBeGreaterThan(0);
      seen.push(...answer.audit.filter(({ action }) => action !== 'read').map(({ seq }) => seq));
      more = answer.more && answer.audit.some(({ action }) => action !== 'read');
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

it('get_health tells of the registry, the log, the disk and the manifest', async () => {
  await member.request();
  const before = Date.now();
  const { health } = await operator.done({ kind: 'getHealth', value: {} });
  expect(health).toMatchObject({
    clients: 2,
    channels: 1,
    auditSeq: 2,
    manifestVersion: 1,
    version: expect.stringMatching(/^\d+\.\d+/) as string,
  });
  expect(health!.auditHash).toHaveLength(32);
  expect(health!.diskFreeBytes).toBeGreaterThan(0);
  expect(health!.timeMs).toBeGreaterThanOrEqual(before);
  expect(health!.startedMs).toBeLessThanOrEqual(before);
  expect(health!.manifestExpiresMs).toBeGreaterThan(before);
});
