import { encodeId, PrivateIdentity, X25519Key } from '@keyway/crypto';
import type { Channel } from '@keyway/session';
import { adminCallHash, auditHash, auditStart, openAdminCall, sealAdminAnswer, serviceKeyId, verifyAdminCall } from '@keyway/session';
import type { AdminAnswer, AdminCall, AuditEntry, Sparse } from '@keyway/wire';
import { codeOf, decodeAdminCall, encodeAdminAnswer } from '@keyway/wire';
import type { Asking } from './asking.js';
import type { Standing } from './channel.js';
import { fleetAdmin, type FleetAdmin } from './fleet-admin.js';
import { reasonOf } from './testing/scene.js';
import { formatToken } from './token.js';

const operator = PrivateIdentity.generate('ed25519');
const fleet = new Uint8Array(32).fill(7);
const signer = PrivateIdentity.generate('ed25519');
const exchange = X25519Key.generate();
const keyId = serviceKeyId(signer.public.spki, exchange.publicKey);

/** An auth of its own: opens, checks and answers each call as the real one does, in memory. */
class Auth {
  readonly calls: AdminCall[] = [];
  answers: (call: AdminCall) => Sparse<AdminAnswer> = () => ({});
  /** What a router on the way makes of the answer. */
  tamper: (sealed: Uint8Array) => Uint8Array = (sealed) => sealed;
  services: unknown[] = [{ role: 'auth', keyId, signingKey: signer.public.spki, exchangeKey: exchange.publicKey, endpoints: [] }];

  admin(): FleetAdmin {
    const asking: Pick<Asking, 'ask'> = {
      ask: (service, sealed, options) => {
        expect([service, options]).toEqual(['keyway.admin', { once: true }]); // auth would refuse it as a repeated one
        const signed = openAdminCall(sealed, { fleet, keyId, exchangeKey: exchange });
        expect(signed && verifyAdminCall(signed, fleet, keyId, operator.public)).toBe(true);
        expect(signed!.timeMs).toBe(1_234);
        const call = decodeAdminCall(signed!.call)!;
        this.calls.push(call);
        const answer = sealAdminAnswer(signed!.answerKey, adminCallHash(sealed), encodeAdminAnswer(this.answers(call)));
        return Promise.resolve({ source: new Uint8Array(32), body: this.tamper(answer) });
      },
    };
    const manifest = { manifest: { services: this.services } } as unknown as Channel['manifest'];
    const standing = { address: { fingerprint: fleet, host: 'h', port: 1 }, manifest, wallMs: () => 1_234 } as unknown as Standing;
    return fleetAdmin(asking as Asking, standing, operator);
  }
}

const id = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const text = (byte: number): string => encodeId(id(byte));

describe('what an operator asks', () => {
  it.each([
    [(admin: FleetAdmin) => admin.setPolicy({ enrolment: 'closed' }), 'setPolicy', { enrolment: 2, seeing: 0, serving: 0 }],
    [
      (admin: FleetAdmin) => admin.changeClient(text(1), { name: 'adam' }),
      'changeClient',
      { client: id(1), name: 'adam', dropName: false },
    ],
    [(admin: FleetAdmin) => admin.changeClient(text(1), { name: null }), 'changeClient', { client: id(1), name: '', dropName: true }],
    [
      (admin: FleetAdmin) => admin.changeClient(text(1), { rights: { operator: true, serve: false } }),
      'changeClient',
      { dropName: false, setRights: 2, clearRights: 8 },
    ],
    [(admin: FleetAdmin) => admin.block(text(1), 'lost'), 'block', { client: id(1), reason: 'lost' }],
    [(admin: FleetAdmin) => admin.unblock(text(1)), 'unblock', { client: id(1) }],
    [(admin: FleetAdmin) => admin.revoke(text(1)), 'revoke', { client: id(1) }],
    [(admin: FleetAdmin) => admin.revokeToken('0a'.repeat(16)), 'revokeToken', { id: new Uint8Array(16).fill(10) }],
    [(admin: FleetAdmin) => admin.setSettings({ heartbeatMs: 1_000 }), 'setSettings', { heartbeatMs: 1_000, timeoutMs: 0 }],
    [
      (admin: FleetAdmin) => admin.declareService({ name: 'quote', workers: [text(1)], noMore: [text(2)] }),
      'declareService',
      { name: 'quote', workers: [id(1)], members: false, noMore: [id(2)] },
    ],
    [(admin: FleetAdmin) => admin.removeService('quote'), 'removeService', { name: 'quote' }],
  ])('%s reaches auth as %s', async (ask, kind, value) => {
    const auth = new Auth();
    await ask(auth.admin());
    expect(auth.calls).toMatchObject([{ kind, value }]);
  });

  it('comes back as texts and dates', async () => {
    const auth = new Auth();
    auth.answers = () => ({
      policy: { enrolment: 1, seeing: 2, serving: 1 },
      tokens: [{ id: new Uint8Array(16).fill(10), createdMs: 1, expiresMs: 2, uses: 3, used: 1, name: '', revoked: true }],
      services: [{ name: 'quote', owner: id(1), workers: [id(2)], members: true }],
      health: {
        timeMs: 5,
        version: '0.2.0',
        startedMs: 1,
        clients: 2,
        channels: 3,
        auditSeq: 0,
        diskFreeBytes: 9,
        manifestVersion: 1,
        manifestExpiresMs: 8,
      },
    });
    const admin = auth.admin();
    expect(await admin.policy()).toEqual({ enrolment: 'open', seeing: 'nobody', serving: 'first' });
    expect(await admin.tokens()).toEqual([
      { id: '0a'.repeat(16), created: new Date(1), expires: new Date(2), uses: 3, used: 1, name: undefined, revoked: true },
    ]);
    expect(await admin.services()).toEqual([{ name: 'quote', owner: text(1), workers: [text(2)], members: true }]);
    expect(await admin.health()).toMatchObject({ version: '0.2.0', auditHash: '', manifestExpires: new Date(8) });
    await expect(admin.settings()).rejects.toMatchObject({ reason: 'malformed' });
  });

  it('makes a token that is shown once', async () => {
    const auth = new Auth();
    const token = { id: new Uint8Array(16).fill(1), secret: id(2) };
    auth.answers = () => ({ token: { ...token, expiresMs: 9_000 } });
    const made = await auth.admin().createToken({ lifetimeMs: 1_500, name: 'adam' });
    expect(made).toEqual({ token: formatToken(token), id: '01'.repeat(16), expires: new Date(9_000) });
    expect(auth.calls).toEqual([{ kind: 'createToken', value: { lifetimeS: 2, uses: 1, name: 'adam', operator: false } }]);
  });

  it('adds any number of clients, each with its own answer', async () => {
    const auth = new Auth();
    auth.answers = (call) => ({
      added: (call as Extract<AdminCall, { kind: 'addClients' }>).value.clients.map((_, i) =>
        i === 0 ? { code: codeOf('name_taken'), detail: 'adam' } : { id: id(i & 0xff), known: i === 1 },
      ),
    });
    const added = await auth.admin().addClients(Array.from({ length: 300 }, () => ({ key: operator.public, name: 'adam' })));
    expect([added.length, auth.calls.length]).toEqual([300, 2]);
    expect(added[0]).toEqual({ id: undefined, known: false, error: { reason: 'name_taken', detail: 'adam' } });
    expect(added[257]).toEqual({ id: text(1), known: true, error: undefined });
  });

  it('lists clients page by page', async () => {
    const auth = new Auth();
    const entry = (byte: number) => ({ id: id(byte), kind: 'ed25519', rights: 13, createdMs: 1 });
    auth.answers = (call) => {
      const { after } = (call as Extract<AdminCall, { kind: 'listClients' }>).value;
      return after.length === 0 ? { clients: [entry(1), entry(2)], more: true } : { clients: [entry(3)] };
    };
    const found = [];
    for await (const client of auth.admin().clients({ name: 'a' })) found.push(client);
    expect(found.map((client) => client.id)).toEqual([text(1), text(2), text(3)]);
    expect(found[0]).toMatchObject({
      rights: ['send', 'see', 'serve'],
      created: new Date(1),
      seen: undefined,
      blocked: false,
      name: undefined,
    });
    expect(auth.calls[1]).toMatchObject({ value: { after: id(2), name: 'a', limit: 256 } });
  });
});

describe('an answer', () => {
  it('with a code rejects under its name, with its detail', async () => {
    const auth = new Auth();
    auth.answers = () => ({ code: codeOf('forbidden'), detail: 'operators only' });
    await expect(auth.admin().policy()).rejects.toMatchObject({
      reason: 'forbidden',
      message: expect.stringMatching(/: operators only$/) as string,
    });
  });

  it('that a router changed, or gave to another call, is none', async () => {
    const auth = new Auth();
    const admin = auth.admin();
    let first: Uint8Array | undefined;
    auth.tamper = (sealed) => (first ??= sealed).slice();
    auth.answers = () => ({ policy: { enrolment: 1, seeing: 1, serving: 1 } });
    await admin.policy();
    expect(await reasonOf(admin.policy())).toBe('malformed');
    auth.tamper = (sealed) => sealed.map((byte, i) => (i === 0 ? byte ^ 1 : byte));
    expect(await reasonOf(admin.policy())).toBe('malformed');
  });

  it('is not asked for where the manifest names no auth, or a thing that is no id', async () => {
    const auth = new Auth();
    auth.services = [];
    expect(await reasonOf(auth.admin().policy())).toBe('unavailable');
    expect(await reasonOf(auth.admin().block('adam'))).toBe('address_invalid');
    expect(await reasonOf(auth.admin().revokeToken('adam'))).toBe('config_invalid');
    expect(auth.calls).toEqual([]);
  });
});

describe('the audit log', () => {
  const log = (count: number): AuditEntry[] => {
    const entries: AuditEntry[] = [];
    let previous: Uint8Array = auditStart;
    for (let seq = 1; seq <= count; seq += 1) {
      const entry = { seq, timeMs: seq, actor: id(seq % 2), action: 'block', detail: '{}' };
      previous = auditHash(previous, entry);
      entries.push({ ...entry, hash: previous });
    }
    return entries;
  };
  const authWith = (entries: readonly AuditEntry[], auditSeq = entries.length, auditHash_ = entries.at(-1)?.hash): Auth => {
    const auth = new Auth();
    auth.answers = (call) => {
      if (call.kind !== 'listAudit') return { health: { auditSeq, ...(auditHash_ === undefined ? {} : { auditHash: auditHash_ }) } };
      const behind = entries.filter(({ seq }) => seq > call.value.after);
      return { audit: behind.slice(0, call.value.limit), more: behind.length > call.value.limit };
    };
    return auth;
  };
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

  it('is told page by page, the fleet itself without an id', async () => {
    const seen = [];
    for await (const entry of authWith(log(600)).admin().audit({ after: 2 })) seen.push(entry);
    expect([seen.length, seen[0]!.seq, seen[0]!.actor, seen[1]!.actor, seen[0]!.time]).toEqual([598, 3, text(1), undefined, new Date(3)]);
  });

  it.each([0, 1, 256, 600])('of %d entries fits together, and tells its head', async (count) => {
    const entries = log(count);
    const last = entries.at(-1);
    const head = last && { seq: count, hash: hex(last.hash) };
    const admin = authWith(entries).admin();
    expect(await admin.verifyAudit()).toEqual({ entries: count, head });
    expect(await admin.verifyAudit(head)).toEqual({ entries: count, head });
  });

  it.each([
    ['changed', (entries: AuditEntry[]) => entries.map((entry) => (entry.seq === 300 ? { ...entry, detail: '{"a":1}' } : entry))],
    ['left out', (entries: AuditEntry[]) => entries.filter(({ seq }) => seq !== 300)],
    ['missing at the start', (entries: AuditEntry[]) => entries.slice(1)],
    ['missing at the end', (entries: AuditEntry[]) => entries.slice(0, -1)],
    ['in another order', (entries: AuditEntry[]) => [...entries.slice(0, 299), entries[300]!, entries[299]!, ...entries.slice(301)]],
  ])('with an entry %s is broken', async (_how, change) => {
    const entries = log(600);
    const auth = authWith(change(entries), 600, entries.at(-1)!.hash);
    expect(await reasonOf(auth.admin().verifyAudit())).toBe('audit_broken');
  });

  it('that was written anew is found out by who kept a head', async () => {
    const old = log(10);
    const forged = log(20).map((entry) => ({ ...entry, actor: id(9) }));
    let previous: Uint8Array = auditStart;
    const rewritten = forged.map((entry) => ({ ...entry, hash: (previous = auditHash(previous, entry)) }));
    const admin = authWith(rewritten).admin();
    expect(await reasonOf(admin.verifyAudit())).toBeUndefined();
    expect(await reasonOf(admin.verifyAudit({ seq: 10, hash: hex(old[9]!.hash) }))).toBe('audit_broken');
    const head = rewritten.at(-1)!;
    expect(await reasonOf(admin.verifyAudit({ seq: head.seq, hash: hex(log(20)[19]!.hash) }))).toBe('audit_broken');
  });

  it('with a number left out between two pages is broken, though the hashes fit', async () => {
    const entries = log(300);
    let previous = entries[255]!.hash;
    const moved = entries.slice(256).map((entry) => {
      const later = { ...entry, seq: entry.seq + 1 };
      return { ...later, hash: (previous = auditHash(previous, later)) };
    });
    const all = [...entries.slice(0, 256), ...moved];
    expect(await reasonOf(authWith(all, 301).admin().verifyAudit())).toBe('audit_broken');
  });
});
