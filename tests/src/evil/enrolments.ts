import type { FleetAdmin } from '@keyway/client';
import { parseToken } from '@keyway/client';
import { hmacSha256, label, randomBytes, sha256 } from '@keyway/crypto';
import { requestTranscript, tokenKeyOf, type EnrolmentToken } from '@keyway/session';
import { aKey } from '../harness/places.js';
import { aRequest, requestBytes, sayTo, wordOf } from '../harness/stranger.js';
import { bugsOf, type Arena, type Row } from './bug.js';
import { signerOf } from './keys.js';
import { Asking } from './requests.js';

/** A client that would like to join a closed fleet. */
interface Joining extends Asking {
  readonly token: EnrolmentToken;
  /** A token that has let in all it may. */
  readonly used: EnrolmentToken;
  readonly revoked: EnrolmentToken;
}
type Join = (joining: Joining) => Uint8Array;

/** The operator makes the tokens; the fleet is closed. */
export async function tokensOf(admin: FleetAdmin, port: number, fleet: Uint8Array): Promise<Pick<Joining, 'token' | 'used' | 'revoked'>> {
  const [many, once, taken] = await Promise.all([admin.createToken({ uses: 100 }), admin.createToken({ uses: 1 }), admin.createToken()]);
  await admin.revokeToken(taken!.id);
  const used = parseToken(once!.token);
  const word = wordOf(await sayTo(port, requestBytes(aRequest(aKey(), fleet, { token: used }).request)));
  if (word !== 'channel_grant') throw new Error(word);
  return { token: parseToken(many!.token), used, revoked: parseToken(taken!.token) };
}

export const enrolmentArena = (port: number, fleet: Uint8Array, tokens: Pick<Joining, 'token' | 'used' | 'revoked'>): Arena<Join> => ({
  honest: 'channel_grant',
  async play(bug) {
    const identity = aKey();
    const { request } = aRequest(identity, fleet, { token: tokens.token });
    const joining = Object.assign(new Asking(signerOf(identity), fleet, request), tokens);
    const meant = requestBytes(request);
    const said = bug?.(joining) ?? proven(joining, tokens.token); // which shows that what bugs are made with is right
    return { outcome: wordOf(await sayTo(port, said)), said: [said], meant: [meant] };
  },
});

interface Proof {
  /** A fingerprint. */
  readonly fleet?: Uint8Array;
  readonly claims?: Uint8Array;
  readonly key?: Uint8Array;
}
/** docs/protocol.md, "The channel request": the proof of a token, with values in place of the right ones. */
function proven(joining: Joining, { id, secret }: EnrolmentToken, proof: Proof = {}): Uint8Array {
  const key = proof.key ?? tokenKeyOf(secret, proof.fleet ?? joining.fleet);
  const claims = proof.claims ?? requestTranscript({ ...joining.honest, enrolment: new Uint8Array(0) }).subarray(0, -2);
  return joining.signed({ enrolment: Buffer.concat([id, hmacSha256(key, label('token-proof', sha256(claims), id))]) });
}
const none = new Uint8Array(0);

const rows: readonly Row<Join>[] = [
  ['T5', 'no token', (j) => j.signed({ enrolment: none }), 'unauthorised'],
  ['T5', 'a token that was taken out on the way', (j) => j.changed({ enrolment: none }), 'unauthorised'],
  ['T5', 'a token that nobody made', (j) => j.signed({ enrolment: randomBytes(48) }), 'unauthorised'],
  [
    'T5',
    'the id of a token, and a proof of zeros',
    (j) => j.signed({ enrolment: Buffer.concat([j.token.id, Buffer.alloc(32)]) }),
    'unauthorised',
  ],
  ['T5', 'the id of a token, and another secret', (j) => proven(j, { id: j.token.id, secret: randomBytes(32) }), 'unauthorised'],
  ['T5', 'the secret of a token, and the id of another', (j) => proven(j, { id: j.used.id, secret: j.token.secret }), 'unauthorised'],
  ['T2', 'the proof of another request', (j) => proven(j, j.token, { claims: randomBytes(300) }), 'unauthorised'],
  ['T1', 'the proof for another fleet', (j) => proven(j, j.token, { fleet: randomBytes(32) }), 'unauthorised'],
  ['T5', 'the secret itself as the key of the proof', (j) => proven(j, j.token, { key: j.token.secret }), 'unauthorised'],
  ['T7', 'a token that is used up', (j) => proven(j, j.used), 'unauthorised'],
  ['T30', 'a token that was revoked', (j) => proven(j, j.revoked), 'unauthorised'],
];

export const enrolmentBugs = bugsOf('client', 'enrolment', rows);
