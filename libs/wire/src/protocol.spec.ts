import * as crypto from 'node:crypto';
import {
  aeadOpen,
  cat,
  dh,
  empty,
  H,
  hex,
  hkdf,
  hmac,
  ids,
  label,
  publicOf,
  read,
  signed,
  suites,
  u16,
  u64,
  u8,
  un,
  vec,
  verify,
  type DocumentedSuite,
  type Json,
} from './testing/notation.js';
import { Envelope, Frames, plainObject, typeOf } from './testing/stock.js';

/*
 * A client written from docs/protocol.md and proto/ alone: node:crypto and stock protobufjs, nothing of ours. It passes the test
 * vectors, so the document says all there is to know. Headings are those of the document.
 */

/** The body of an envelope, whose one field is `kind`. */
const fieldOf = (bytes: Buffer, kind: string): Json => {
  const message = Envelope.decode(bytes) as unknown as Json;
  expect(message.body).toBe(kind);
  return message[kind] as Json;
};

describe('Identities', () => {
  const { identities, fleet, texts } = read('identities.json');
  const base32 = (bytes: Uint8Array): string => {
    const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
    return bits
      .match(/.{1,5}/g)!
      .map((five) => 'abcdefghijklmnopqrstuvwxyz234567'[parseInt(five.padEnd(5, '0'), 2)])
      .join('');
  };

  it.each((identities as Json[]).map((identity) => [identity.name as string, identity]))(
    '%s: the id is the hash of the canonical SPKI, its text base32',
    (_, identity) => {
      const spki = crypto.createPublicKey(crypto.createPrivateKey(identity.pem as string)).export({ type: 'spki', format: 'der' });
      expect([hex(spki), hex(H(spki)), base32(H(spki))]).toEqual([identity.spki, identity.id, identity.text]);
    },
  );

  it('the fleet address carries the fingerprint of the root key', () => {
    expect([hex(H(un(fleet.rootSpki))), fleet.address]).toEqual([
      fleet.fingerprint,
      `keyway://${base32(un(fleet.fingerprint))}@127.0.0.1:7400`,
    ]);
    for (const { bytes, text } of texts.valid as Json[]) expect(base32(un(bytes))).toBe(text);
  });
});

it('The manifest', () => {
  const m = read('manifest.json');
  const answer = fieldOf(un(m.envelope), 'manifest');
  expect(hex(H(answer.rootKey))).toBe(m.fleet);
  expect(hex(signed('manifest', answer.manifest))).toBe(m.transcript);
  expect(verify(answer.rootKey, signed('manifest', answer.manifest), answer.signature)).toBe(true);
  expect(hex(H(label('manifest-hash', answer.manifest)))).toBe(m.hash);
  const content = plainObject(typeOf('keyway.v1.Manifest'), answer.manifest);
  expect([content.version, content.notBeforeMs, content.expiresMs, content.suites, content.groups]).toEqual([
    m.version,
    m.notBeforeMs,
    m.expiresMs,
    m.suites,
    m.groups,
  ]);
  for (const service of content.services as Json[]) expect(hex(H(service.signingKey, service.exchangeKey))).toBe(hex(service.keyId));
  expect(hex(Envelope.encode({ manifestRequest: { fleet: un(m.fleet) } }).finish())).toBe(m.question);
  expect(hex(Envelope.encode({ manifestRequest: {} }).finish())).toBe(m.questionOfAnybody);
});

const requests = read('requests.json').cases as Json[];
const identityPem = (clientId: string): string => (read('identities.json').identities as Json[]).find(({ id }) => id === clientId)!.pem;
const claimsOf = (r: Json): Buffer =>
  signed(
    'channel-request',
    ...[u8(r.version), un(r.fleet), un(r.clientId), ids(r.suites), ids(r.groups), un(r.salt), u64(r.timeMs), un(r.x25519)],
    ...[vec(un(r.mlKem768)), vec(un(r.manifestHash)), vec(un(r.enrolKey))],
  );
const transcriptOf = (r: Json): Buffer => cat(claimsOf(r), vec(un(r.enrolment)));

describe('The channel request', () => {
  it.each(requests.map((r) => [r.name as string, r]))('%s', (_, r) => {
    const transcript = transcriptOf(r);
    expect([hex(transcript), hex(H(transcript)), hex(H(label('channel-id', transcript)))]).toEqual([r.transcript, r.hash, r.channelId]);
    const key = crypto.createPrivateKey(identityPem(r.clientId));
    const spki = crypto.createPublicKey(key).export({ type: 'spki', format: 'der' });
    expect(verify(spki, transcript, un(r.signature))).toBe(true);
    if (key.asymmetricKeyType === 'ed25519') expect(hex(crypto.sign(null, transcript, key))).toBe(r.signature);
    expect(hex(publicOf(un(r.x25519Private)))).toBe(r.x25519);
    const message = {
      ...{
        version: r.version,
        fleet: un(r.fleet),
        clientId: un(r.clientId),
        suites: r.suites,
        groups: r.groups,
        salt: un(r.salt),
        timeMs: r.timeMs,
      },
      x25519: un(r.x25519),
      ...(r.mlKem768 ? { mlKem_768: un(r.mlKem768) } : {}),
      ...(r.manifestHash ? { manifestHash: un(r.manifestHash) } : {}),
      ...(r.enrolKey ? { enrolKey: un(r.enrolKey) } : {}),
      signature: un(r.signature),
      ...(r.enrolment ? { enrolment: un(r.enrolment) } : {}),
    };
    expect(hex(Envelope.encode({ channelRequest: message }).finish())).toBe(r.envelope);
  });
});

it('Enrolment', () => {
  const proven = requests.filter(({ token }) => token !== undefined);
  expect(proven.length).toBe(1);
  for (const r of proven) {
    const { id, secret, key } = r.token as Record<string, string>;
    expect(hex(hkdf(un(secret!), empty, label('token-key', un(r.fleet)), 32))).toBe(key);
    expect([hex(claimsOf(r)), hex(H(claimsOf(r)))]).toEqual([r.token.claims, r.token.claimsHash]);
    const proof = hmac(un(key!), label('token-proof', H(claimsOf(r)), un(id!)));
    expect(hex(cat(un(id!), proof))).toBe(r.enrolment);
  }
});

describe('The grant', () => {
  const m = read('manifest.json');
  it.each((read('grants.json').cases as Json[]).map((g) => [g.name as string, g]))('%s', (_, g) => {
    const r = requests.find(({ name }) => name === g.name)!;
    const grant = fieldOf(un(g.envelope), 'channelGrant');
    expect([hex(grant.requestHash), hex(grant.manifestHash)]).toEqual([r.hash, m.hash]);
    const broker = (m.services as Json[]).find(({ role, keyId }) => role === 'channel-broker' && keyId === hex(grant.keyId))!;
    const ciphertext = Buffer.from((grant.mlKemCiphertext ?? []) as Uint8Array);
    const oaep = Buffer.from((grant.oaepShare ?? []) as Uint8Array);
    const head = cat(grant.requestHash, grant.keyId, grant.manifestHash, u16(grant.group), grant.x25519, vec(ciphertext), vec(oaep));
    expect(hex(head)).toBe(g.head);
    const transcript = signed('channel-grant', head, vec(grant.sealed));
    expect(hex(transcript)).toBe(g.transcript);
    expect(verify(un(broker.signingKey), transcript, grant.signature)).toBe(true);

    const x = dh(un(r.x25519Private), grant.x25519);
    const kem = ciphertext.length === 0 ? empty : crypto.decapsulate(mlKemKey(un(r.mlKemSeed)), ciphertext);
    const rsa = crypto.createPrivateKey(identityPem(r.clientId));
    const share =
      oaep.length === 0
        ? empty
        : crypto.privateDecrypt({ key: rsa, oaepHash: 'sha256', oaepLabel: Buffer.from('keyway/1 grant-share') }, oaep);
    expect({ x25519: hex(x), mlKem: hex(kem), share: hex(share) }).toEqual(g.secrets);
    const headHash = H(label('grant-hash', head));
    const okm = hkdf(cat(x, kem, share), empty, label('grant-key', headHash), 64);
    expect([hex(headHash), hex(okm.subarray(0, 32)), hex(okm.subarray(32))]).toEqual([g.headHash, g.bodyKey, g.channelSecret]);
    const body = plainObject(
      typeOf('keyway.v1.GrantBody'),
      aeadOpen('aes-256-gcm', okm.subarray(0, 32), Buffer.alloc(12), grant.sealed, headHash),
    );
    expect({
      ...body,
      channelId: hex(body.channelId as Buffer),
      ticket: hex(body.ticket as Buffer),
      routers: (body.routers as Buffer[]).map(hex),
    }).toEqual(g.body);
    expect(g.body.channelId).toBe(r.channelId);
  });
  const mlKemKey = (seed: Buffer): crypto.KeyObject =>
    crypto.createPrivateKey({ key: seed, format: 'raw-seed', asymmetricKeyType: 'ml-kem-768' } as unknown as crypto.PrivateKeyInput);
});

describe('Attaching', () => {
  it.each((read('attach.json').cases as Json[]).map((a) => [a.name as string, a]))('%s', (_, a) => {
    const ephemeral = publicOf(un(a.clientPrivate));
    const transcript = label('attach-hash', un(a.fleet), un(a.routerId), un(a.salt), ephemeral, vec(un(a.ticket)));
    const macKey = H(label('attach-mac', un(a.fleet), un(a.routerExchangeKey)));
    const mac = hmac(macKey, transcript).subarray(0, 16);
    const keys = hkdf(un(a.channelSecret), empty, label('attach'), 64);
    const proof = hmac(keys.subarray(32), transcript, mac);
    expect([hex(transcript), hex(macKey), hex(mac), hex(keys), hex(proof)]).toEqual([
      a.transcript,
      a.macKey,
      a.mac,
      a.psk + a.proofKey,
      a.proof,
    ]);
    const hello = { router: un(a.routerId), ticket: un(a.ticket), salt: un(a.salt), x25519: ephemeral, mac, proof };
    expect(hex(Envelope.encode({ attach: hello }).finish())).toBe(a.hello);

    const answer = fieldOf(un(a.answer), 'attached');
    const helloHash = H(transcript, mac, proof);
    const es = dh(un(a.clientPrivate), un(a.routerExchangeKey));
    const ee = dh(un(a.clientPrivate), answer.x25519);
    expect([hex(es), hex(ee)]).toEqual([hex(dh(un(a.routerStaticPrivate), ephemeral)), hex(dh(un(a.routerPrivate), ephemeral))]);
    const salt = H(label('traffic-hash', helloHash, answer.x25519));
    const { k, v } = suites[a.suite as number]!;
    const okm = hkdf(cat(keys.subarray(0, 32), es, ee), salt, label('traffic', u16(a.suite)), 2 * (k + v + 32) + 32);
    expect([hex(helloHash), hex(salt), hex(okm)]).toEqual([a.helloHash, a.trafficSalt, a.okm]);
    expect(hex(answer.confirm)).toBe(hex(okm.subarray(-32)));
  });
});

/** One direction: key ‖ iv ‖ next. */
class Direction {
  readonly #suite: DocumentedSuite;
  #bytes: Buffer;
  constructor(
    private readonly id: number,
    bytes: Buffer,
  ) {
    this.#suite = suites[id]!;
    this.#bytes = bytes;
  }
  record(seq: number, plaintext: Buffer): Buffer {
    const sealed = this.#suite.seal(this.#key, this.#iv, seq, plaintext);
    return Buffer.from(Envelope.encode({ record: { seq, sealed } }).finish());
  }
  open(message: Buffer): { seq: number; plaintext: Buffer } {
    const { seq, sealed } = fieldOf(message, 'record');
    return { seq: Number(seq), plaintext: this.#suite.open(this.#key, this.#iv, Number(seq), sealed as Buffer) };
  }
  rekey(): string {
    this.#bytes = hkdf(this.#bytes.subarray(-32), empty, label('rekey', u16(this.id)), this.#bytes.length);
    return hex(this.#bytes);
  }
  get #key(): Buffer {
    return this.#bytes.subarray(0, this.#suite.k);
  }
  get #iv(): Buffer {
    return this.#bytes.subarray(this.#suite.k, this.#suite.k + this.#suite.v);
  }
}

describe('Records', () => {
  it.each((read('records.json').cases as Json[]).map((c) => [c.suite as number, c]))('suite %d, both ways, over a rekey', (suite, c) => {
    const salt = H(label('traffic-hash', un(c.helloHash), un(c.routerEphemeral)));
    const one = suites[suite]!.k + suites[suite]!.v + 32;
    const okm = hkdf(cat(un(c.psk), un(c.es), un(c.ee)), salt, label('traffic', u16(suite)), 2 * one + 32);
    expect(hex(okm)).toBe(c.okm);
    for (const [name, bytes] of [
      ['c2r', okm.subarray(0, one)],
      ['r2c', okm.subarray(one, 2 * one)],
    ] as const) {
      const [opens, seals] = [new Direction(suite, bytes), new Direction(suite, bytes)];
      let expected = 1;
      for (const { seq, plaintext, message } of c[name] as Json[]) {
        expect(opens.open(un(message))).toEqual({ seq: expected, plaintext: un(plaintext) });
        expect(hex(seals.record(seq, un(plaintext)))).toBe(message);
        expected += 1;
        if (plainObject(Frames, un(plaintext)).rekey === undefined) continue;
        const next = [opens.rekey(), seals.rekey()];
        if (expected === 3) expect(next).toEqual([c.c2rAfterRekey, c.c2rAfterRekey]);
      }
    }
  });
});

describe('Frames', () => {
  const { frames, unknown } = read('frames.json');
  it.each((frames as Json[]).map((f) => [f.name as string, f.bytes as string]))('%s', (name, bytes) => {
    const [kind] = Object.keys(plainObject(Frames, un(bytes)));
    expect(kind!.toLowerCase()).toBe(name.split(/[ ,]/)[0]!.toLowerCase());
    expect(hex(Frames.encode(Frames.decode(un(bytes))).finish())).toBe(bytes);
  });
  it('a frame of a newer version is passed over', () => {
    for (const { bytes } of unknown as Json[]) expect(plainObject(Frames, un(bytes))).toEqual({ heartbeat: [{ timeMs: 5 }] });
  });
});

it('Bodies', () => {
  for (const p of read('payload.json').payloads as Json[]) {
    const payload = plainObject(typeOf('keyway.v1.Payload'), un(p.bytes));
    expect([payload.contentType ?? '', hex((payload.data as Buffer | undefined) ?? empty)]).toEqual([p.contentType, p.data]);
    const file = payload.file as Json | undefined;
    expect(file && [hex(file.transfer), file.index ?? 0, file.offset ?? 0, file.size, file.name ?? '', hex(file.sha256 ?? empty)]).toEqual(
      p.file && [p.file.transfer, p.file.index, p.file.offset, p.file.size, p.file.name, p.file.sha256],
    );
  }
});
