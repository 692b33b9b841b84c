import { PrivateIdentity, randomBytes, X25519Key } from '@keyway/crypto';
import { auditStart, checkAudit, serviceKeyId } from '@keyway/session';
import {
  encodeAdminCall,
  encodeAdminRpcCall,
  encodeSealedAdminCall,
  decodeSealedAdminCall,
  WireError,
  type AuditEntry,
} from '@keyway/wire';
import { AuthHome } from '../../testing/auth-home.js';
import { eve } from '../../testing/ask.js';
import { Member } from '../../testing/member.js';
import { Caller } from '../../testing/operator.js';

let home: AuthHome;
beforeEach(() => {
  home = new AuthHome();
});
afterEach(() => home.end());

async function start(env: Readonly<Record<string, string>> = {}) {
  const auth = await home.start(env);
  return { ...auth, operator: new Caller(home, auth.controller), eve: new Member(home, auth.controller, eve) };
}
const getPolicy = { kind: 'getPolicy', value: {} } as const;
const close = { kind: 'setPolicy', value: { enrolment: 2 } } as const;
const entriesOf = async (registry: Awaited<ReturnType<typeof start>>['registry']): Promise<readonly AuditEntry[]> =>
  registry.transact((unit) => unit.audit(0, 1_000));

describe('the operators of the file', () => {
  it('are operators at once, and their calls are answered', async () => {
    const { operator, registry } = await start();
    expect(await registry.client(home.operator.public.fingerprint)).toMatchObject({ rights: 15 });
    expect(await operator.done(getPolicy)).toMatchObject({ code: 0, policy: { enrolment: 1, seeing: 1, serving: 1 } });
    expect((await entriesOf(registry)).map(({ action }) => action)).toEqual(['operator_appointed', 'read']);
  });

  it('are appointed once: who was blocked or lost the right stays so after a restart, who is new comes in', async () => {
    const { operator, controller, close: stop } = await start();
    const second = PrivateIdentity.generate('rsa-2048');
    await operator.done({ kind: 'addClients', value: { clients: [{ spki: second.public.spki, operator: true }] } });
    const other = new Caller(home, controller, second);
    await other.done({ kind: 'changeClient', value: { client: home.operator.public.fingerprint, clearRights: 2 } });
    await stop();
    const third = PrivateIdentity.generate('ed25519');
    home.writeOperators([home.operator, third]);
    const next = await home.start();
    expect((await next.registry.client(home.operator.public.fingerprint))!.rights).toBe(13);
    expect((await next.registry.client(third.public.fingerprint))!.rights).toBe(15);
    expect(await new Caller(home, next.controller).ask(getPolicy)).toBe('forbidden');
  });

  it('lose no ticket to a restart, and are not written down again', async () => {
    const { registry, close: stop } = await start();
    const before = [await entriesOf(registry), await registry.changes(0)];
    await stop();
    const next = await home.start();
    expect([await entriesOf(next.registry), await next.registry.changes(0)]).toEqual(before);
  });

  it('that was a member before becomes one, and gets a new ticket that says so', async () => {
    const first = await start({ AUTH_OPERATORS: '' });
    const member = new Member(home, first.controller, home.operator);
    const { serial, rights } = await member.request();
    expect(rights).toBe(13);
    await first.close();
    const { registry } = await home.start();
    expect((await registry.client(home.operator.public.fingerprint))!.rights).toBe(15);
    expect((await registry.changes(0)).revoked.map(({ ticketsUpTo }) => ticketsUpTo)).toEqual([serial]);
  });

  it.each([
    ['is missing', undefined, /^file_unreadable: .*AUTH_OPERATORS/],
    ['holds no key', 'my keys\n', /^key_missing: .*AUTH_OPERATORS/],
    ['holds a broken one', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n', /^key_\w+: .*AUTH_OPERATORS/],
    ['holds a private one', PrivateIdentity.generate('ed25519').toPem(), /^key_unsupported: .*private key/],
  ])('keep auth from starting when their file %s', async (_what, text, expected) => {
    if (text !== undefined) home.write('them', text);
    const started = home.start({ AUTH_OPERATORS: home.path('them') });
    await expect(started.catch((thrown: { reason: string; message: string }) => `${thrown.reason}: ${thrown.message}`)).resolves.toMatch(
      expected,
    );
  });
});

describe('a call', () => {
  it('of a member is forbidden, changes nothing and is written down', async () => {
    const { controller, registry, eve: member } = await start();
    await member.request();
    expect(await new Caller(home, controller, eve).ask(close)).toBe('forbidden');
    expect((await registry.transact((unit) => unit.policy())).enrolment).toBe('open');
    const { action, actor, detail } = (await entriesOf(registry)).at(-1)!;
    expect([action, Buffer.from(actor).equals(eve.public.fingerprint)]).toEqual(['refused', true]);
    expect(JSON.parse(detail)).toMatchObject({ reason: 'forbidden', source: 'tcp:192.0.2.7' });
  });

  it('of a member that asks again and again does not fill the log: repeats are counted, and told later', async () => {
    const { controller, registry, eve: member } = await start();
    await member.request();
    const caller = new Caller(home, controller, eve);
    for (let times = 0; times < 40; times += 1) expect(await caller.ask(close)).toBe('forbidden');
    expect((await entriesOf(registry)).filter(({ action }) => action === 'refused')).toHaveLength(5);
  });

  it('of somebody unknown, or signed by another key, is unauthorised and leaves nothing', async () => {
    const { controller, registry, operator } = await start();
    expect(await new Caller(home, controller, eve).ask(close)).toBe('unauthorised');
    const forged = new Caller(home, controller, eve);
    const lying = Object.create(eve, { public: { value: home.operator.public } }) as PrivateIdentity;
    lying.sign = (bytes) => eve.sign(bytes);
    expect(await forged.ask(close, { identity: lying })).toBe('unauthorised');
    expect((await registry.transact((unit) => unit.policy())).enrolment).toBe('open');
    expect(await operator.log()).toEqual([['operator_appointed', expect.anything()]]);
  });

  it('of a blocked operator is forbidden', async () => {
    const { controller, operator } = await start();
    const second = PrivateIdentity.generate('ed25519');
    await operator.done({ kind: 'addClients', value: { clients: [{ spki: second.public.spki, operator: true }] } });
    const other = new Caller(home, controller, second);
    await other.done(getPolicy);
    await operator.done({ kind: 'block', value: { client: second.public.fingerprint, reason: 'left' } });
    expect(await other.ask(getPolicy)).toBe('forbidden');
  });

  it('is carried out once: the same bytes again are forbidden, also after a restart, also when the first was refused', async () => {
    const { operator, registry, close: stop } = await start();
    const sealed = [close, { kind: 'removeService', value: { name: 'none' } } as const].map((call) => operator.sealed(call));
    for (const bytes of sealed) expect(typeof (await operator.bring(bytes))).toBe('object');
    await registry.transact((unit) => unit.setPolicy({ enrolment: 'open', seeing: 'members', serving: 'first' }));
    for (const bytes of sealed) expect(await operator.bring(bytes)).toBe('forbidden');
    await stop();
    const next = await home.start();
    for (const bytes of sealed) expect(await new Caller(home, next.controller).bring(bytes)).toBe('forbidden');
    expect((await next.registry.transact((unit) => unit.policy())).enrolment).toBe('open');
  });

  it('that comes twice at the same time is carried out once', async () => {
    const { operator } = await start();
    const sealed = operator.sealed({ kind: 'createToken', value: { lifetimeS: 60, uses: 1 } });
    const answers = await Promise.all([operator.bring(sealed), operator.bring(sealed), operator.bring(sealed)]);
    expect(answers.filter((answer) => answer === 'forbidden')).toHaveLength(2);
    expect((await operator.done({ kind: 'listTokens', value: {} })).tokens).toHaveLength(1);
  });

  it("that a member brings over its own session is the operator's all the same", async () => {
    const { operator } = await start();
    expect(await operator.bring(operator.sealed(getPolicy), eve.public.fingerprint)).toMatchObject({ code: 0 });
  });

  it.each([-61_000, 61_000])('whose time is off by %i ms is stale, and is not carried out', async (off) => {
    const { operator, registry } = await start();
    expect(await operator.ask(close, { timeMs: Date.now() + off })).toBe('request_stale');
    expect((await registry.transact((unit) => unit.policy())).enrolment).toBe('open');
  });

  it('moved to another auth or fleet, or changed on the way, opens nothing', async () => {
    const { operator, registry } = await start();
    const other = X25519Key.generate();
    const otherId = serviceKeyId(randomBytes(44), other.publicKey);
    const { id, exchange } = home.holders.auth;
    const ours = { keyId: id, exchangeKey: exchange.publicKey };
    const sealed = operator.sealed(close);
    const decoded = decodeSealedAdminCall(sealed)!;
    const bent = Uint8Array.from(decoded.sealed);
    bent[bent.length - 20]! ^= 1;
    for (const moved of [
      operator.sealed(close, { auth: { ...ours, keyId: otherId } }),
      operator.sealed(close, { auth: { ...ours, exchangeKey: other.publicKey } }),
      operator.sealed(close, { fleet: randomBytes(32) }),
      encodeSealedAdminCall({ ...decoded, keyId: otherId }),
      encodeSealedAdminCall({ ...decoded, sealed: bent }),
      randomBytes(300),
      new Uint8Array(0),
    ]) {
      expect(await operator.bring(moved)).toBe('unauthorised');
    }
    expect((await registry.transact((unit) => unit.policy())).enrolment).toBe('open');
    expect(await operator.bring(sealed)).toMatchObject({ code: 0 });
  });

  it('that is none, or of a newer version, is malformed, with a sentence, and written down', async () => {
    const { operator } = await start();
    for (const bytes of [randomBytes(40), Uint8Array.of(0x9a, 0x06, 0)])
      expect(await operator.ask(bytes)).toMatchObject({ code: 1001, detail: expect.stringContaining('no such call') as string });
    expect((await operator.log()).slice(1)).toEqual([
      ['refused', expect.objectContaining({ reason: 'malformed' })],
      ['refused', expect.objectContaining({ reason: 'malformed' })],
    ]);
  });

  it('is answered `unavailable` by an auth that the manifest does not name, or that has no key', async () => {
    const { operator } = await start({ AUTH_EXCHANGE_KEY_FILE: '' });
    expect(await operator.ask(getPolicy)).toBe('unavailable');
    await home.end();
    home = new AuthHome();
    home.writeManifest({ services: [home.holders.broker.service, home.holders.router.service] });
    expect(await (await start()).operator.ask(getPolicy)).toBe('unavailable');
  });

  it('that no router sends is refused whole', async () => {
    const { controller } = await start();
    await expect(controller.administer(randomBytes(50))).rejects.toMatchObject({ reason: 'malformed' });
    await expect(controller.administer(encodeAdminRpcCall({ sealed: randomBytes(50) }))).rejects.toMatchObject({ reason: 'malformed' });
  });

  it('that cannot be written is a fault of ours: nothing of it is done', async () => {
    const { operator, registry, close: stop } = await start();
    await stop();
    await expect(operator.ask(close)).rejects.toMatchObject({ reason: 'store_failed' });
    expect(registry).toBeDefined();
  });

  it('that a fault of ours kept from being carried out may be made again, and is then', async () => {
    const { operator, registry } = await start();
    const { transact } = registry;
    registry.transact = () => {
      registry.transact = transact; // only for the moment
      return Promise.reject(new WireError('store_full', 'for a moment'));
    };
    const sealed = operator.sealed(close);
    await expect(operator.bring(sealed)).rejects.toMatchObject({ reason: 'store_full' });
    expect(await operator.bring(sealed)).toMatchObject({ code: 0, policy: { enrolment: 2 } });
    expect((await entriesOf(registry)).map(({ action }) => action)).toEqual(['operator_appointed', 'policy_set']);
  });

  it('that makes a token leaves nothing of its secret behind', async () => {
    const { operator, vault } = await start();
    const { make } = vault;
    const made: Uint8Array[] = [];
    vault.make = (...args) => {
      const token = make.apply(vault, args);
      made.push(token.secret);
      return token;
    };
    const { token } = await operator.done({ kind: 'createToken', value: { lifetimeS: 60, uses: 1 } });
    expect(token!.secret).not.toEqual(new Uint8Array(32));
    expect(made).toEqual([Buffer.alloc(32)]);
  });
});

describe('the audit log', () => {
  it('fits together, and no longer when any byte of any entry is changed, or an entry is left out or moved', async () => {
    const { operator, registry, eve: member } = await start();
    await member.request();
    await operator.done(close);
    await operator.refusal({ kind: 'removeService', value: { name: 'none' } });
    await operator.done({ kind: 'block', value: { client: eve.public.fingerprint, reason: 'späm' } });
    const entries = await entriesOf(registry);
    expect(entries.length).toBeGreaterThan(4);
    expect(checkAudit(entries, auditStart)).toBeUndefined();
    const broken = (changed: readonly AuditEntry[]): boolean => checkAudit(changed, auditStart) !== undefined;
    entries.forEach((entry, at) => {
      const put = (more: Partial<AuditEntry>): readonly AuditEntry[] => entries.with(at, { ...entry, ...more });
      for (let byte = 0; byte < 32; byte += 1) {
        for (const field of ['actor', 'hash'] as const) {
          const bent = Uint8Array.from(entry[field]);
          bent[byte]! ^= 1;
          expect(broken(put({ [field]: bent }))).toBe(true);
        }
      }
      for (const field of ['action', 'detail'] as const) {
        for (let i = 0; i < entry[field].length; i += 1) {
          const bent = `${entry[field].slice(0, i)}${entry[field][i] === 'x' ? 'y' : 'x'}${entry[field].slice(i + 1)}`;
          expect(broken(put({ [field]: bent }))).toBe(true);
        }
      }
      expect([broken(put({ seq: entry.seq + 1 })), broken(put({ timeMs: entry.timeMs + 1 }))]).toEqual([true, true]);
      if (at < entries.length - 1) expect(broken(entries.toSpliced(at, 1))).toBe(true);
    });
    expect(broken(entries.toSpliced(1, 2, entries[2]!, entries[1]!))).toBe(true);
  });

  it('has an entry for every call, whatever it asked', async () => {
    const { operator } = await start();
    const calls = [getPolicy, close, { kind: 'getHealth', value: {} }, { kind: 'revokeToken', value: { id: randomBytes(16) } }] as const;
    for (const call of calls) await operator.ask(encodeAdminCall(call));
    const { audit } = await operator.done({ kind: 'listAudit', value: { after: 1, limit: 10 } });
    expect(audit.map(({ action }) => action)).toEqual(['read', 'policy_set', 'read', 'refused']);
  });

  it('says who was enrolled from where, and holds no secret', async () => {
    const { operator, registry, eve: member } = await start();
    const { token } = await operator.done({ kind: 'createToken', value: { lifetimeS: 60, uses: 1 } });
    await member.request({ token: { id: token!.id, secret: token!.secret } });
    const log = await operator.log();
    expect(log.at(-1)).toEqual(['enrolled', { rights: 13, source: 'tcp:192.0.2.1', token: Buffer.from(token!.id).toString('hex') }]);
    const text = JSON.stringify(await entriesOf(registry));
    for (const form of ['hex', 'base64', 'base64url'] as const) expect(text).not.toContain(Buffer.from(token!.secret).toString(form));
  });
});
