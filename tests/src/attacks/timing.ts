import { createEpoch, equal, hmacSha256, Keyring, openTicket, PrivateIdentity, randomBytes, sealTicket, X25519Key } from '@keyway/crypto';
import { acceptAttach, beginAttach, tokenKeyOf, tokenProofFits } from '@keyway/session';
import { startMs, TestFleet } from '@keyway/session/testing';
import { constants, publicEncrypt } from 'node:crypto';
import { aKey } from '../harness/places.js';
import type { Work } from '../harness/welch.js';

/** Inputs of two kinds that nobody outside may tell apart by the time that work on them takes. */
export interface Pair extends Work {
  readonly title: string;
  /** Of the work in one sample. */
  readonly calls: number;
  /** What one sample takes, in microseconds. */
  readonly cost: number;
}

/** T17 and T15: everything that bytes of a peer are compared with or opened by. Inputs are prepared, so that only the work is measured. */
export function timingPairs(): readonly Pair[] {
  return [macs(), proofs(), tickets(), tokens(), shares()];
}

function prepared(a: () => Uint8Array, b: () => Uint8Array): Omit<Work, 'work'> {
  const many = (make: () => Uint8Array) => Array.from({ length: 256 }, make);
  const inputs = { a: many(a), b: many(b) };
  return { ...inputs, place: Buffer.alloc(inputs.a[0]!.length) };
}

const wrongAt = (right: Uint8Array, at: number): Buffer => Buffer.from(right).fill(right[at]! ^ 1, at, at + 1);

function macs(): Pair {
  const right = hmacSha256(randomBytes(32), randomBytes(200)).subarray(0, 16);
  const inputs = prepared(
    () => wrongAt(right, 0),
    () => wrongAt(right, 15),
  );
  const work = () => equal(right, inputs.place);
  return { title: 'a MAC that is wrong in its first byte or its last', work, ...inputs, calls: 64, cost: 8 };
}

/** At the door of a router: ticket, HKDF and MAC are in it. */
function proofs(): Pair {
  const fleet = new TestFleet();
  const { hello } = beginAttach(fleet.channel(aKey()), fleet.routers[0]!.service, X25519Key.generate(), randomBytes(32))!;
  const [router, ephemeral] = [fleet.router(), X25519Key.generate()];
  const inputs = prepared(
    () => wrongAt(hello.proof, 0),
    () => wrongAt(hello.proof, 31),
  );
  const forged = { ...hello, proof: inputs.place };
  const work = () => acceptAttach(forged, router, fleet.tickets, ephemeral, startMs);
  return { title: 'a hello whose proof is wrong in its first byte or its last', work, ...inputs, calls: 4, cost: 200 };
}

function tickets(): Pair {
  const epoch = (id: number) => createEpoch({ id, key: randomBytes(32), notBeforeMs: 0, issueUntilMs: 2 ** 52, acceptUntilMs: 2 ** 52 });
  const [known, elsewhere] = [new Keyring([epoch(1)]), new Keyring([epoch(2)])];
  const [aad, inside] = [randomBytes(32), randomBytes(150)];
  const inputs = prepared(
    () => wrongAt(sealTicket(known, 1, aad, inside), 60),
    () => wrongAt(sealTicket(elsewhere, 1, aad, inside), 60),
  );
  const work = () => openTicket(known, 1, aad, inputs.place);
  return { title: 'a forged ticket and one of an unknown epoch', work, ...inputs, calls: 4, cost: 100 };
}

/** Checked with the key of the token, or, where there is none, with one of nobody. */
function tokens(): Pair {
  const fleet = new TestFleet();
  const token = { id: randomBytes(16), secret: randomBytes(32) };
  const { request } = fleet.request(PrivateIdentity.generate('ed25519'), { enrol: true, token });
  const [there, nobody] = [tokenKeyOf(randomBytes(32), fleet.fleet), randomBytes(32)];
  const inputs = prepared(
    () => there,
    () => nobody,
  );
  const work = () => tokenProofFits(request, inputs.place);
  return { title: 'a wrong proof for a token that is there, and for none', work, ...inputs, calls: 4, cost: 100 };
}

/** T15: bad in different ways, one outcome, and no time that tells which (Bleichenbacher 1998, Manger 2001). */
function shares(): Pair {
  const rsa = PrivateIdentity.generate('rsa-2048');
  const key = { key: Buffer.from(rsa.public.spki), format: 'der', type: 'spki' } as const;
  const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256', oaepLabel: Buffer.from('another label') };
  const inputs = prepared(
    () => publicEncrypt({ ...key, ...oaep }, randomBytes(32)),
    () => Buffer.concat([Buffer.of(0), randomBytes(255)]),
  );
  const work = () => rsa.openShare(inputs.place);
  return { title: 'T15 a share under another label and a number that is no ciphertext', work, ...inputs, calls: 1, cost: 600 };
}
