import { encodeId, PrivateIdentity, randomBytes, sha256 } from '@keyway/crypto';
import { decodeChangesAnswer, encodeChangesCall, rightBits, type AdminAnswer } from '@keyway/wire';
import { generateKeyPairSync } from 'node:crypto';
import { adam, eve } from '../../testing/ask.js';
import { AuthHome } from '../../testing/auth-home.js';
import { Member } from '../../testing/member.js';
import { Caller } from '../../testing/operator.js';

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
const revoked = async () => decodeChangesAnswer(await auth.controller.tellChanges(encodeChangesCall({ after: 0 })))!.revoked;
const clientOf = async (client: Uint8Array): Promise<AdminAnswer['clients'][number] | undefined> =>
  (await operator.done({ kind: 'listClients', value: { limit: 1, client } })).clients[0];
const add = (...clients: object[]) => operator.done({ kind: 'addClients', value: { clients } });

describe('add_clients', () => {
  it('adds each with its name and rights, who then get channels though enrolment is closed', async () => {
    await operator.done({ kind: 'setPolicy', value: { enrolment: 2 } });
    const { added } = await add({ spki: eve.public.spki, name: 'Eve' }, { spki: adam.public.spki, hidden: true, operator: true });
    expect(added.map(({ id, code, known }) => [Buffer.from(id), code, known])).toEqual([
      [eveId, 0, false],
      [adam.public.fingerprint, 0, false],
    ]);
    expect(await clientOf(eveId)).toMatchObject({ name: 'eve', kind: 'ed25519', rights: 13, blocked: false, seenMs: 0, channels: 0 });
    expect(await clientOf(adam.public.fingerprint)).toMatchObject({ name: '', kind: 'rsa-2048', rights: 31 });
    expect(await member.asks({ enrol: false })).toBe('granted');
    expect((await clientOf(eveId))!.channels).toBe(1);
  });

  it('writes down each that is new, and no other', async () => {
    await add({ spki: eve.public.spki, name: 'eve' });
    await add({ spki: eve.public.spki }, { spki: randomBytes(44) }, { spki: adam.public.spki, hidden: true });
    const [first, second] = [eve, adam].map((key) => encodeId(key.public.fingerprint));
    expect((await operator.log()).slice(1)).toMatchObject([
      ['client_added', { client: first, name: 'eve', rights: 13, hidden: false }],
      ['clients_added', { added: 1, known: 0, refused: 0 }],
      ['client_added', { client: second, rights: 13, hidden: true }],
      ['clients_added', { added: 1, known: 1, refused: 1 }],
    ]);
  });

  it('says of each what is wrong with it, and adds the others', async () => {
    const spki = (bits: number): Uint8Array =>
      generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ type: 'spki', format: 'der' });
    await add({ spki: adam.public.spki, name: 'adam' });
    const { added } = await add(
      { spki: randomBytes(44) },
      { spki: spki(1_024) },
      { spki: eve.public.spki, name: 'аdam' },
      { spki: eve.public.spki, name: 'аdаm' },
      { spki: eve.public.spki, name: 'adam!' },
      { spki: adam.public.spki, name: 'other' },
      { spki: eve.public.spki },
      { spki: eve.public.spki },
    );
    expect(added.map(({ code, known }) => [code, known])).toEqual([
      ...[
        [5001, false],
        [5005, false],
        [2011, false],
        [2011, false],
        [2011, false],
      ],
      ...[
        [0, true],
        [0, false],
        [0, true],
      ],
    ]);
    expect(added[4]!.detail).toContain('letters, digits');
    expect((await clientOf(adam.public.fingerprint))!.name).toBe('adam');
    expect((await operator.log()).at(-1)).toMatchObject(['clients_added', { added: 1, known: 2, refused: 5 }]);
  });

  it('gives no name that looks like another', async () => {
    const { added } = await add({ spki: adam.public.spki, name: 'adam' }, { spki: eve.public.spki, name: 'adarn' });
    expect(added.map(({ code }) => code)).toEqual([0, 2010]);
    expect(await clientOf(eveId)).toBeUndefined();
  });

  it('takes 256 at a time, in order, and no more', async () => {
    const spkis = Array.from({ length: 257 }, () => ({ spki: PrivateIdentity.generate('ed25519').public.spki }));
    expect(await operator.refusal({ kind: 'addClients', value: { clients: spkis } })).toMatch(/^malformed/);
    const { added } = await add(...spkis.slice(1));
    expect(added.map(({ id }) => Buffer.from(id))).toEqual(spkis.slice(1).map(({ spki }) => sha256(spki)));
    expect((await auth.registry.counts()).clients).toBe(257); // and the operator
  });
});

describe('list_clients', () => {
  it('pages by id, and picks by the beginning of a name, by being blocked, and by id', async () => {
    const identities = Array.from({ length: 5 }, () => PrivateIdentity.generate('ed25519'));
    await add(...identities.map(({ public: { spki } }, i) => ({ spki, name: i < 3 ? `node-${i + 1}` : '' })));
    const list = async (value: object) => operator.done({ kind: 'listClients', value: { limit: 4, ...value } });
    const first = await list({});
    const rest = await list({ after: first.clients.at(-1)!.id });
    expect([first.clients.length, first.more, rest.clients.length, rest.more]).toEqual([4, true, 2, false]);
    const ids = [...first.clients, ...rest.clients].map(({ id }) => Buffer.from(id).toString('hex'));
    expect(ids).toEqual([...ids].sort());
    expect((await list({ name: 'NODE-' })).clients.map(({ name }) => name).sort()).toEqual(['node-1', 'node-2', 'node-3']);
    await operator.done({ kind: 'block', value: { client: identities[0]!.public.fingerprint } });
    expect((await list({ blocked: true })).clients.map(({ name }) => name)).toEqual(['node-1']);
    expect((await list({ client: stranger })).clients).toEqual([]);
  });

  it('refuses a page of none and one of more than 256', async () => {
    for (const limit of [0, 257]) expect(await operator.refusal({ kind: 'listClients', value: { limit } })).toMatch(/^malformed/);
  });
});

describe('change_client', () => {
  const change = (value: object) => ({ kind: 'changeClient', value: { client: eveId, ...value } }) as const;

  it('names, renames and drops a name', async () => {
    await member.request();
    for (const name of ['Eve', 'eva']) {
      await operator.done(change({ name }));
      expect((await clientOf(eveId))!.name).toBe(name.toLowerCase());
    }
    await operator.done(change({ dropName: true }));
    expect((await clientOf(eveId))!.name).toBe('');
    expect(await revoked()).toEqual([]);
    expect((await operator.log()).at(-1)).toMatchObject(['client_changed', { client: encodeId(eveId), dropped: 'eva' }]);
  });

  it('sets and clears rights, which ends the tickets that say otherwise', async () => {
    const { serial } = await member.request();
    await operator.done(change({ setRights: rightBits.operator | rightBits.hidden, clearRights: rightBits.serve }));
    expect((await clientOf(eveId))!.rights).toBe(23);
    expect(await revoked()).toMatchObject([{ ticketsUpTo: serial }]);
    expect((await member.request({ enrol: false })).rights).toBe(23);
    await operator.done(change({ setRights: rightBits.operator }));
    expect(await revoked()).toMatchObject([{ ticketsUpTo: serial }]);
  });

  it('refuses what makes no sense, and changes nothing then', async () => {
    await member.request();
    await add({ spki: adam.public.spki, name: 'adam' });
    const refusals = [
      [{ client: stranger, name: 'eve' }, /^recipient_unknown: this fleet knows no client/],
      [{ name: 'eve', dropName: true }, /^malformed: .*not both/],
      [{ setRights: 32 }, /^malformed: rights are bits of 31/],
      [{ setRights: 1, clearRights: 1 }, /^malformed: .*at once/],
      [{ name: 'adam', setRights: 2 }, /^name_taken/],
      [{ name: '.', setRights: 2 }, /^name_invalid: a name begins/],
    ] as const;
    for (const [value, expected] of refusals) expect(await operator.refusal(change(value))).toMatch(expected);
    expect(await clientOf(eveId)).toMatchObject({ name: '', rights: 13 });
    expect(await revoked()).toEqual([]);
  });

  it('does not take the right from the last operator', async () => {
    const last = { kind: 'changeClient', value: { client: home.operator.public.fingerprint, clearRights: rightBits.operator } } as const;
    expect(await operator.refusal(last)).toMatch(/^forbidden: it is the last operator: make somebody else one first/);
    await add({ spki: adam.public.spki, operator: true });
    await operator.done(last);
    expect(await operator.ask(last)).toBe('forbidden');
  });
});

describe('block, unblock and revoke', () => {
  it('block ends all tickets and refuses new ones, until unblocked', async () => {
    const { serial } = await member.request();
    await operator.done({ kind: 'block', value: { client: eveId, reason: 'lost laptop' } });
    expect(await revoked()).toMatchObject([{ clientId: eveId, ticketsUpTo: serial }]);
    expect(await member.asks()).toBe('forbidden');
    expect((await clientOf(eveId))!.blocked).toBe(true);
    expect((await operator.log()).at(-1)).toMatchObject(['block', { client: encodeId(eveId), reason: 'lost laptop' }]);
    await operator.done({ kind: 'unblock', value: { client: eveId } });
    const again = await member.request();
    expect([again.code, again.serial > serial]).toEqual([0, true]);
  });

  it('a forged request of a blocked client hears what every forger hears', async () => {
    await member.request();
    await operator.done({ kind: 'block', value: { client: eveId, reason: '' } });
    const lying = Object.create(eve) as PrivateIdentity;
    lying.sign = (bytes) => PrivateIdentity.generate('ed25519').sign(bytes);
    expect(await new Member(home, auth.controller, lying).asks()).toBe('bad_transcript');
  });

  it('revoke ends all tickets, and the client may ask for a new one', async () => {
    const { serial } = await member.request();
    await operator.done({ kind: 'revoke', value: { client: eveId } });
    expect(await revoked()).toMatchObject([{ ticketsUpTo: serial }]);
    expect((await member.request()).serial).toBeGreaterThan(serial);
  });

  it('know their client', async () => {
    for (const kind of ['block', 'unblock', 'revoke'] as const)
      expect(await operator.refusal({ kind, value: { client: stranger } })).toMatch(/^recipient_unknown/);
    expect(await operator.refusal({ kind: 'block', value: { client: eveId, reason: 'x'.repeat(201) } })).toMatch(/^malformed/);
  });

  it('block does not shut out the last operator', async () => {
    const last = { kind: 'block', value: { client: home.operator.public.fingerprint, reason: '' } } as const;
    expect(await operator.refusal(last)).toMatch(/^forbidden: it is the last operator/);
    await add({ spki: adam.public.spki, operator: true });
    await operator.done(last);
    expect(await operator.ask(last)).toBe('forbidden');
  });
});
