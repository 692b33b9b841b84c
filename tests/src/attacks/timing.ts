import { createEpoch, equal, hmacSha256, Keyring, openTicket, PrivateIdentity, randomBytes, sealTicket, X25519Key } from '@keyway/crypto';
import { acceptAttach, attachMacKey, beginAttach, tokenKeyOf, tokenProofFits, type PendingRequest } from '@keyway/session';
import { startMs, TestFleet } from '@keyway/session/testing';
import { constants, publicEncrypt } from 'node:crypto';
import { aKey } from '../harness/places.js';

/** Two things that nobody outside may tell apart by time. `cost`: how many samples it is worth, for what takes long. */
export interface Pair {
  readonly title: string;
  readonly a: (i: number) => unknown;
  readonly b: (i: number) => unknown;
  readonly calls: number;
  /** One sample for so many of what takes a microsecond. */
  readonly weight: number;
}

const prepared = 256;
const many = <T>(make: (i: number) => T): readonly T[] => Array.from({ length: prepared }, (_, i) => make(i));
const pick = <T>(list: readonly T[], i: number): T => list[i & (prepared - 1)]!;

/** T17 and T15: everything a peer's bytes are compared with or opened by. Inputs are prepared, so that only the work is measured. */
export function timingPairs(): readonly Pair[] {
  return [macs(), proofs(), ...tickets(), tokens(), shares()];
}

/** A MAC that is wrong in its first byte, and one that is wrong in its last. */
function macs(): Pair {
  const [key, message] = [randomBytes(32), randomBytes(200)];
  const right = hmacSha256(key, message).subarray(0, 16);
  const wrong = (at: number) => many(() => Buffer.from(right).fill(right[at]! ^ 1, at, at + 1));
  const [early, late] = [wrong(0), wrong(15)];
  return { title: 'a MAC that is wrong in its first byte or its last', a: (i) => equal(right, pick(early, i)), b: (i) => equal(right, pick(late, i)), calls: 64, weight: 8 };
}

/** The proof of a hello, likewise, at the door of a router: ticket, HKDF and MAC are in it. */
function proofs(): Pair {
  const fleet = new TestFleet();
  const channel = fleet.channel(aKey());
  const { hello } = beginAttach(channel, fleet.routers[0]!.service, X25519Key.generate(), randomBytes(32))!;
  const router = { ...fleet.router(), macKey: attachMacKey(fleet.fleet, fleet.routers[0]!.service.exchangeKey) };
  const wrong = (at: number) => many(() => ({ ...hello, proof: Buffer.from(hello.proof).fill(hello.proof[at]! ^ 1, at, at + 1) }));
  const [early, late, ephemeral] = [wrong(0), wrong(31), X25519Key.generate()];
  const knock = (hellos: typeof early) => (i: number) => acceptAttach(pick(hellos, i), router, fleet.tickets, ephemeral, startMs);
  return { title: 'a hello whose proof is wrong in its first byte or its last', a: knock(early), b: knock(late), calls: 4, weight: 60 };
}

/** A ticket of an epoch that is not there, and a forged one of an epoch that is; and hellos with either. */
function tickets(): readonly Pair[] {
  const epoch = (id: number) => createEpoch({ id, key: randomBytes(32), notBeforeMs: 0, issueUntilMs: 2 ** 52, acceptUntilMs: 2 ** 52 });
  const [known, elsewhere] = [new Keyring([epoch(1)]), new Keyring([epoch(2)])];
  const [aad, inside] = [randomBytes(32), randomBytes(150)];
  const forged = many(() => {
    const ticket = Buffer.from(sealTicket(known, 1, aad, inside));
    ticket[60]! ^= 1;
    return ticket;
  });
  const unknown = many(() => sealTicket(elsewhere, 1, aad, inside));
  const open = (list: readonly Uint8Array[]) => (i: number) => openTicket(known, 1, aad, pick(list, i));
  return [{ title: 'a forged ticket and one of an unknown epoch', a: open(forged), b: open(unknown), calls: 4, weight: 30 }];
}

/** A proof of enrolment for a token that is there, wrong, and one for none, checked with a key of nobody. */
function tokens(): Pair {
  const fleet = new TestFleet();
  const identity = PrivateIdentity.generate('ed25519');
  const [there, nobody] = [tokenKeyOf(randomBytes(32), fleet.fleet), randomBytes(32)];
  const asked = (): PendingRequest => fleet.request(identity, { enrol: true, token: { id: randomBytes(16), secret: randomBytes(32) } });
  const requests = Array.from({ length: 16 }, asked).map(({ request }) => request);
  const check = (key: Uint8Array) => (i: number) => tokenProofFits(requests[i & 15]!, key);
  return { title: 'a wrong proof for a token that is there, and for none', a: check(there), b: check(nobody), calls: 4, weight: 30 };
}

/** Ciphertexts for an RSA key that are bad in different ways: one outcome, and no time that tells which (Bleichenbacher, Manger). */
function shares(): Pair {
  const rsa = PrivateIdentity.generate('rsa-2048');
  const key = { key: Buffer.from(rsa.public.spki), format: 'der', type: 'spki' } as const;
  const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  const otherLabel = many(() => publicEncrypt({ ...key, ...oaep, oaepLabel: Buffer.from('another label') }, randomBytes(32)));
  const nothing = many(() => Buffer.from(rsa.public.sealShare(randomBytes(32))).fill(0, 0, 1).fill(randomBytes(1)[0]!, 200, 201));
  return { title: 'a share under another label, and a number that is no ciphertext', a: (i) => rsa.openShare(pick(otherLabel, i)), b: (i) => rsa.openShare(pick(nothing, i)), calls: 1, weight: 700 };
}
