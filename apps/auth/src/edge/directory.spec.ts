import { encodeId, PrivateIdentity, randomBytes } from '@keyway/crypto';
import type { Registry } from '@keyway/registry';
import { signNameShare } from '@keyway/session';
import {
  decodeLookupAnswer,
  encodeContactCall,
  encodeFleetCall,
  encodeFleetRpcCall,
  encodeLookupCall,
  sightIds,
  type FleetAnswer,
} from '@keyway/wire';
import { Metrics } from '@keyway/service-kit';
import { adam, eve } from '../testing/ask.js';
import { AuthHome } from '../testing/auth-home.js';
import { Member } from '../testing/member.js';
import { AuthCounters } from './auth-counters.js';
import { Directory } from './directory.js';

const olga = PrivateIdentity.generate('ed25519');
let home: AuthHome;
let auth: Awaited<ReturnType<AuthHome['start']>>;
let a: Member;
let e: Member;
let o: Member;
beforeEach(async () => {
  home = new AuthHome();
  auth = await home.start();
  [a, e, o] = [make(adam), make(eve), make(olga)];
  for (const member of [a, e, o]) await member.request();
});
afterEach(() => home.end());

const make = (identity: PrivateIdentity): Member => new Member(home, auth.controller, identity);
const change = (id: Uint8Array, what: object): Promise<void> => auth.registry.transact((unit) => unit.changeClient(id, what));
const policy = (seeing: 'members' | 'nobody'): Promise<void> =>
  auth.registry.transact((unit) => unit.setPolicy({ enrolment: 'open', seeing, serving: 'first' }));
const sight = async (client: Member, viewer: Member): Promise<number> => {
  const body = encodeLookupCall({ clientIds: [client.id], viewers: [viewer.id] });
  return decodeLookupAnswer(await auth.controller.lookUp(body))![0]!;
};
const wrote = (from: Member, to: Member): Promise<Uint8Array> =>
  auth.controller.addContacts(encodeContactCall({ clientId: from.id, peers: [to.id] }));
const who = (...of: readonly Uint8Array[]) => ({ kind: 'who', value: { clients: of } }) as const;
const resolve = (...names: readonly string[]) => ({ kind: 'resolve', value: { names } }) as const;
const listing = async (member: Member): Promise<readonly string[]> =>
  ((await member.call({ kind: 'list', value: { limit: 256 } })) as FleetAnswer).members.map(({ id }) => encodeId(id)).sort();
const ids = (...members: readonly Uint8Array[]): readonly string[] => members.map(encodeId).sort();

describe('who sees whom', () => {
  it('members see members, by id, by name and in the list', async () => {
    await e.claim('eve');
    expect(await a.sees(who(e.id, a.id, randomBytes(32)))).toEqual(['eve', '-', '']);
    expect(await a.sees(resolve('EVE', 'nobody', 'not a name!'))).toEqual(['eve', '', '']);
    expect(await listing(a)).toEqual(ids(a.id, e.id, o.id, home.operator.public.fingerprint));
    expect(await sight(e, a)).toBe(sightIds.everybody);
  });

  it('whoever shows itself names nobody: who is named then sees it no longer when an operator hides it', async () => {
    await e.call({ kind: 'visibility', value: { hidden: false, shownTo: [a.id] } });
    await change(e.id, { hidden: true });
    expect(await a.sees(who(e.id))).toEqual(['']);
  });

  it('a hidden client is seen by itself, by operators, by those it names and those it wrote to', async () => {
    await e.claim('eve');
    await e.hide(true, [o.id]);
    const operator = make(home.operator);
    const seen = async (member: Member): Promise<unknown[]> => [
      ...(await member.sees(who(e.id))),
      ...(await member.sees(resolve('eve'))),
      (await listing(member)).includes(encodeId(e.id)),
      await sight(e, member),
    ];
    const yes = ['eve', 'eve', true, sightIds.thisViewer];
    const no = ['', '', false, sightIds.unknown];
    expect(await Promise.all([e, o, a, operator].map(seen))).toEqual([yes, yes, no, yes]);
    await wrote(e, a);
    await e.hide(true);
    expect(await Promise.all([a, o].map(seen))).toEqual([yes, no]);
    await e.hide(false);
    expect(await sight(e, o)).toBe(sightIds.everybody);
  });

  it('a blocked client is there for nobody, not for operators either', async () => {
    await e.claim('eve');
    await change(e.id, { blocked: true });
    for (const member of [a, make(home.operator)]) {
      expect(await member.sees(who(e.id))).toEqual(['']);
      expect(await member.sees(resolve('eve'))).toEqual(['']);
      expect(await listing(member)).not.toContain(encodeId(e.id));
      expect(await sight(e, member)).toBe(sightIds.unknown);
    }
  });

  it('where nobody sees members, operators do, and whom one wrote to; tickets say so', async () => {
    await policy('nobody');
    expect([await sight(e, a), await sight(a, make(home.operator))]).toEqual([sightIds.unknown, sightIds.thisViewer]);
    expect(await listing(a)).toEqual(ids(a.id));
    expect((await e.request({ enrol: false })).rights).toBe(13 | 16);
    await wrote(e, a);
    expect(await listing(a)).toEqual(ids(a.id, e.id));
    expect(await sight(e, a)).toBe(sightIds.thisViewer);
  });

  it('who may not see others still sees itself and its contacts, and may write to whom it knows', async () => {
    await change(a.id, { rights: 9 });
    await e.hide(true, [a.id]);
    expect(await a.sees(who(a.id, e.id, o.id))).toEqual(['-', '-', '']);
    expect(await listing(a)).toEqual(ids(a.id, e.id));
    expect(await sight(o, a)).toBe(sightIds.everybody);
  });

  it('watch names those it can watch', async () => {
    await e.hide(true);
    expect(await a.sees({ kind: 'watch', value: { clients: [e.id, o.id, randomBytes(32)] } })).toEqual(['-']);
    expect(await a.sees({ kind: 'watch', value: { all: true } })).toEqual([]);
  });

  it('the list comes in pages, by ascending id', async () => {
    const seen: string[] = [];
    for (let after = new Uint8Array(0), more = true; more;) {
      const page = (await a.call({ kind: 'list', value: { after, limit: 1 } })) as FleetAnswer;
      seen.push(...page.members.map(({ id }) => Buffer.from(id).toString('hex')));
      after = Uint8Array.from(page.members[0]!.id);
      more = page.more;
    }
    expect(seen).toEqual([...seen].sort());
    expect(seen).toHaveLength(4);
  });

  it('calls that routers answer themselves, and what is no call, are malformed', async () => {
    for (const call of [encodeFleetCall({ kind: 'status', value: {} }), encodeFleetCall({ kind: 'serve', value: {} }), randomBytes(20)]) {
      await expect(
        Promise.resolve()
          .then(() => auth.controller.answerMember(encodeFleetRpcCall({ viewer: a.id, rights: 13, call })))
          .then((answer) => Promise.reject(Object.assign(new Error('answered'), { answer }))),
      ).rejects.toMatchObject({ reason: 'malformed' });
    }
  });
});

/** Every call of the registry, with how much was asked of it: two questions that take the same way make the same list. */
function counting(registry: Registry, calls: string[]): Registry {
  return new Proxy(registry, {
    get(target, name) {
      const method = target[name as keyof Registry] as (...args: readonly unknown[]) => unknown;
      return (...args: readonly unknown[]) => {
        calls.push(
          `${String(name)} ${JSON.stringify(args, (_key, value: unknown) => (value instanceof Uint8Array ? value.length : typeof value === 'string' ? 'text' : value))}`,
        );
        return method.apply(target, [...args]);
      };
    },
  });
}

it('T29: a client that is hidden, blocked or unknown gives the same bytes after the same queries', async () => {
  await e.claim('eve');
  await e.hide(true);
  await o.claim('olga');
  await change(o.id, { blocked: true });
  const calls: string[] = [];
  const directory = new Directory(home.fleet, counting(auth.registry, calls), new AuthCounters(new Metrics('auth')));
  const ask = async (work: (directory: Directory) => Promise<Uint8Array>): Promise<readonly [string, readonly string[]]> => {
    calls.length = 0;
    const bytes = await work(directory);
    return [Buffer.from(bytes).toString('hex'), [...calls]];
  };
  const asked = (call: Parameters<typeof encodeFleetCall>[0]) =>
    ask((at) => at.answer(encodeFleetRpcCall({ viewer: a.id, rights: 13, call: encodeFleetCall(call) })));
  const looked = (client: Uint8Array) => ask((at) => at.lookUp(encodeLookupCall({ clientIds: [client], viewers: [a.id] })));
  const unknown = randomBytes(32);
  const same = (answers: readonly (readonly [string, readonly string[]])[]): void => {
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]![1].length).toBeGreaterThan(0);
  };
  same([await asked(who(unknown)), await asked(who(e.id)), await asked(who(o.id))]);
  same([await asked(resolve('nobody')), await asked(resolve('eve')), await asked(resolve('olga')), await asked(resolve('no name!'))]);
  same([await looked(unknown), await looked(e.id), await looked(o.id)]);
  const watch = (client: Uint8Array) => asked({ kind: 'watch', value: { clients: [client] } });
  same([await watch(unknown), await watch(e.id), await watch(o.id)]);
  // and a mixed question says nothing about which of them is there
  const [mixed] = await asked(who(unknown, e.id, o.id));
  expect(mixed).toBe((await asked(who(randomBytes(32), randomBytes(32), randomBytes(32))))[0]);
});

describe('names', () => {
  it('are taken, changed and given up; their canonical form counts', async () => {
    expect(await e.claim('Eve')).toBe('done');
    expect(await a.claim('eve')).toBe('name_taken');
    expect(await e.claim('eva')).toBe('done');
    expect(await a.claim('eve')).toBe('done');
    expect(await a.claim('')).toBe('done');
    expect(await o.sees(resolve('eve', 'eva'))).toEqual(['', 'eva']);
  });

  it.each(['adarn', 'аdаm', 'ADAM', 'аdam'])('%s is not to be had beside adam', async (like) => {
    await a.claim('adam');
    expect(await e.claim(like)).toMatch(/^name_(taken|invalid)$/);
  });

  it('that are none are invalid', async () => {
    for (const text of ['a b', 'keyway-x', '.a', encodeId(randomBytes(32)), 'x'.repeat(33)])
      expect(await e.claim(text)).toBe('name_invalid');
  });

  it('with a number belong to whoever has the name without: it takes the consent of its owner', async () => {
    await a.claim('adam');
    const consent = (owner: PrivateIdentity, of = 'adam-2', client = e.id, fleet = home.fleet) => signNameShare(owner, fleet, client, of);
    expect(await e.claim('adam-2')).toBe('name_taken');
    expect(await e.claim('adam-2', a.id, consent(eve))).toBe('forbidden');
    expect(await e.claim('adam-2', e.id, consent(eve))).toBe('forbidden');
    expect(await e.claim('adam-2', a.id, consent(adam, 'adam-3'))).toBe('forbidden');
    expect(await e.claim('adam-2', a.id, consent(adam, 'adam-2', o.id))).toBe('forbidden');
    expect(await e.claim('adam-2', a.id, consent(adam, 'adam-2', e.id, randomBytes(32)))).toBe('forbidden');
    expect(await e.claim('adam-2', a.id, consent(adam))).toBe('done');
    expect(await o.sees(resolve('adam', 'adam-2'))).toEqual(['adam', 'adam-2']);
  });

  it('with a number are free where nobody has the name without, and for its owner', async () => {
    expect(await e.claim('node-7')).toBe('done');
    await a.claim('adam');
    expect(await a.claim('adam-2')).toBe('done');
  });

  it('without a number are not to be had while somebody else has one made from them: it would pass for theirs', async () => {
    await e.claim('node-7');
    for (const name of ['node', 'n0de']) expect(await a.claim(name)).toBe('name_taken');
    expect(await e.claim('node')).toBe('done');
    await o.claim('node-x');
    expect(await e.claim('eve')).toBe('done');
    expect(await a.claim('node')).toBe('done');
  });

  it('without a number come back to whom they were shared from', async () => {
    await a.claim('adam');
    await e.claim('adam-2', a.id, signNameShare(adam, home.fleet, e.id, 'adam-2'));
    await a.claim('');
    expect([await o.claim('adam'), await a.claim('adam')]).toEqual(['name_taken', 'done']);
  });

  it('made of a shared one take the consent of who shared it', async () => {
    await a.claim('adam');
    await e.claim('adam-2', a.id, signNameShare(adam, home.fleet, e.id, 'adam-2'));
    expect(await o.claim('adam-2-1', e.id, signNameShare(eve, home.fleet, o.id, 'adam-2-1'))).toBe('forbidden');
    expect(await o.claim('adam-2-1', a.id, signNameShare(adam, home.fleet, o.id, 'adam-2-1'))).toBe('done');
  });

  it('are not shared by an owner that is blocked', async () => {
    await a.claim('adam');
    await change(a.id, { blocked: true });
    expect(await e.claim('adam-2', a.id, signNameShare(adam, home.fleet, e.id, 'adam-2'))).toBe('forbidden');
  });

  it('are not for a client that is blocked or unknown', async () => {
    await change(e.id, { blocked: true });
    expect(await e.claim('eve')).toBe('forbidden');
    expect(await make(PrivateIdentity.generate('ed25519')).claim('someone')).toBe('forbidden');
  });

  it('are claimed ten times at once, then every ten minutes: each claim is written down', async () => {
    const before = (await auth.registry.transact((unit) => unit.auditHead())).seq;
    for (let n = 0; n < 10; n += 1) expect(await e.claim(`eve-x${n}`)).toBe('done');
    expect(await e.claim('eve-y')).toBe('backpressure');
    expect(await a.claim('adam')).toBe('done');
    const entries = await auth.registry.transact((unit) => unit.audit(before, 100));
    expect(entries.map(({ action }) => action)).toEqual(Array.from({ length: 11 }, () => 'name_claimed'));
    expect(JSON.parse(entries[1]!.detail)).toEqual({ name: 'eve-x1', before: 'eve-x0' });
  });
});
