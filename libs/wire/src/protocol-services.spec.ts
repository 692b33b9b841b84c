import * as crypto from 'node:crypto';
import {
  aeadOpen,
  aeadSeal,
  cat,
  dh,
  empty,
  H,
  hex,
  hkdf,
  hpke,
  label,
  publicOf,
  read,
  signed,
  u32,
  u64,
  un,
  vec,
  verify,
  type Json,
} from './testing/notation.js';
import { plainObject, typeOf } from './testing/stock.js';

/*
 * The second half of the client that is written from docs/protocol.md and proto/ alone (protocol.spec.ts): services, administration and
 * the audit log.
 */

/** What a message says: bytes in hexadecimal; what has its default value is left out, as proto3 leaves it out. */
function said(value: unknown): unknown {
  if (value instanceof Uint8Array) return hex(value);
  if (Array.isArray(value)) return value.map(said);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, said(field)] as const);
  return Object.fromEntries(
    fields.filter(([, field]) => field !== 0 && field !== '' && field !== false && !(Array.isArray(field) && field.length === 0)),
  );
}
const decoded = (type: string, bytes: string): unknown => said(plainObject(typeOf(`keyway.v1.${type}`), un(bytes)));
const encoded = (type: string, bytes: string): string =>
  hex(
    typeOf(`keyway.v1.${type}`)
      .encode(typeOf(`keyway.v1.${type}`).decode(un(bytes)))
      .finish(),
  );

describe("The fleet's own service", () => {
  const { calls, answer, nameShare } = read('fleet.json');
  it.each((calls as Json[]).map((call) => [call.kind as string, call]))('%s', (kind, call) => {
    expect(decoded('FleetCall', call.bytes)).toEqual({ [kind]: said(call.value) });
    expect(encoded('FleetCall', call.bytes)).toBe(call.bytes);
  });

  it('its answer', () => {
    expect(decoded('FleetAnswer', answer.bytes)).toEqual(said(answer.value));
  });

  it('Names: the consent of an owner', () => {
    const transcript = signed('name-share', un(nameShare.fleet), un(nameShare.clientId), vec(Buffer.from(nameShare.name as string)));
    expect(hex(transcript)).toBe(nameShare.transcript);
    const owner = (read('identities.json').identities as Json[]).find(({ id }) => id === nameShare.owner)!;
    expect(verify(un(owner.spki), transcript, un(nameShare.consent))).toBe(true);
  });
});

describe('Calls of operators', () => {
  const a = read('admin.json');
  const aad = cat(un(a.fleet), un(a.keyId));

  it('are signed by the operator and sealed to auth', () => {
    const { keyId, sealed } = typeOf('keyway.v1.SealedAdminCall').decode(un(a.sealed)) as unknown as { keyId: Buffer; sealed: Buffer };
    expect(hex(keyId)).toBe(a.keyId);
    const [enc, ciphertext] = [Buffer.from(sealed.subarray(0, 32)), Buffer.from(sealed.subarray(32))];
    expect(hex(enc)).toBe(hex(publicOf(un(a.ephemeralPrivate))));
    const { key, nonce } = hpke(dh(un(a.ephemeralPrivate), un(a.exchangeKey)), enc, un(a.exchangeKey), label('admin-call'));
    const plaintext = aeadOpen('aes-256-gcm', key, nonce, ciphertext, aad);
    expect(hex(plaintext)).toBe(a.signed);
    const call = plainObject(typeOf('keyway.v1.SignedAdminCall'), plaintext) as Record<string, Buffer> & { timeMs: number };
    const transcript = signed(
      'admin-call',
      ...[aad, call.clientId!, u64(call.timeMs), call.nonce!, call.answerKey!, u32(call.call!.length), call.call!],
    );
    expect([hex(transcript), hex(H(un(a.operatorSpki))), hex(call.call!)]).toEqual([a.transcript, hex(call.clientId!), a.call]);
    expect(verify(un(a.operatorSpki), transcript, call.signature!)).toBe(true);
  });

  it('can be opened with the key auth has in the manifest', () => {
    const exchange = crypto.createPrivateKey(a.exchangePem as string);
    expect(hex(crypto.createPublicKey(exchange).export({ format: 'der', type: 'spki' }).subarray(-32))).toBe(a.exchangeKey);
    const auth = (read('manifest.json').services as Json[]).find(({ role }) => role === 'auth')!;
    expect([auth.keyId, auth.exchangeKey, auth.endpoints]).toEqual([a.keyId, a.exchangeKey, []]);
  });

  it('are answered under the key they brought', () => {
    const callHash = H(un(a.sealed));
    const key = hkdf(un(a.answerKey), empty, label('admin-answer', callHash), 32);
    expect([hex(callHash), hex(key)]).toEqual([a.callHash, a.answer.key]);
    expect(hex(aeadSeal('aes-256-gcm', key, Buffer.alloc(12), un(a.answer.plaintext), callHash))).toBe(a.answer.sealed);
    expect(decoded('AdminAnswer', a.answer.plaintext)).toEqual({ code: 2010, detail: 'adam' });
  });

  it.each((a.calls as Json[]).map((call) => [call.kind as string, call]))('%s', (kind, call) => {
    expect(decoded('AdminCall', call.bytes)).toEqual({ [kind]: said(call.value) });
    expect(encoded('AdminCall', call.bytes)).toBe(call.bytes);
  });
});

it('The audit log', () => {
  const { start, entries } = read('audit.json');
  expect(start).toBe('00'.repeat(32));
  let previous = un(start);
  (entries as Json[]).forEach((entry, i) => {
    expect(entry.seq).toBe(i + 1);
    const [action, detail] = [Buffer.from(entry.action as string), Buffer.from(entry.detail as string)];
    previous = H(label('audit', previous, u64(entry.seq), u64(entry.timeMs), un(entry.actor), vec(action), vec(detail)));
    expect(hex(previous)).toBe(entry.hash);
  });
});
