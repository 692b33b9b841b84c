import { X25519Key } from '@keyway/crypto';
import { encodeAdminCall, type AdminAnswer, type AdminCall, type FleetAnswer, type FleetCall, type Sparse } from '@keyway/wire';
import { sealAdminCall } from '../admin-call.js';
import { startMs, TestFleet, testSettings } from './fleet.js';
import { counting, ed25519 } from './keys.js';

/** One of each call there is, and answers with everything in them; for vectors and fuzzing. */
export const fleetCalls: readonly FleetCall[] = [
  { kind: 'resolve', value: { names: ['adam', 'nobody'] } },
  { kind: 'who', value: { clients: [counting(1), counting(2)] } },
  { kind: 'list', value: { after: counting(1), limit: 100, online: true } },
  { kind: 'watch', value: { all: false, clients: [counting(1)], off: false } },
  { kind: 'claim', value: { name: 'adam-2', owner: counting(1), consent: counting(3, 64) } },
  { kind: 'visibility', value: { hidden: true, shownTo: [counting(1)] } },
  { kind: 'serve', value: { service: 'billing.eu', inFlight: 16 } },
  { kind: 'status', value: {} },
];

export const fleetAnswer: FleetAnswer = {
  members: [
    { id: counting(1), name: 'adam', online: true, sinceMs: startMs },
    { id: new Uint8Array(0), name: '', online: false, sinceMs: 0 },
  ],
  more: true,
  status: {
    ...{ timeMs: startMs + 5, version: '0.2.0', router: counting(9), startedMs: startMs, attached: 3, manifestVersion: 4 },
    ...{ name: 'adam', rights: 13, waitingMessages: 2, waitingBytes: 700 },
  },
};

export const adminCalls: readonly AdminCall[] = [
  { kind: 'getPolicy', value: {} },
  { kind: 'setPolicy', value: { enrolment: 2, seeing: 1, serving: 2 } },
  { kind: 'addClients', value: { clients: [{ spki: ed25519(51).public.spki, name: 'eve', hidden: false, operator: false }] } },
  { kind: 'listClients', value: { after: counting(1), limit: 256, name: 'ad', blocked: false, client: new Uint8Array(0) } },
  { kind: 'changeClient', value: { client: counting(1), name: 'bob', dropName: false, setRights: 4, clearRights: 16 } },
  { kind: 'block', value: { client: counting(1), reason: 'left the company' } },
  { kind: 'unblock', value: { client: counting(1) } },
  { kind: 'revoke', value: { client: counting(1) } },
  { kind: 'createToken', value: { lifetimeS: 3_600, uses: 1, name: 'carl', operator: false } },
  { kind: 'listTokens', value: {} },
  { kind: 'revokeToken', value: { id: counting(1, 16) } },
  { kind: 'getSettings', value: {} },
  { kind: 'setSettings', value: testSettings },
  { kind: 'listAudit', value: { after: 7, limit: 256 } },
  { kind: 'declareService', value: { name: 'billing.eu', workers: [counting(1)], members: false, noMore: [counting(2)] } },
  { kind: 'listServices', value: {} },
  { kind: 'removeService', value: { name: 'billing.eu' } },
  { kind: 'getHealth', value: {} },
];

const token = { id: counting(1, 16), expiresMs: startMs + 5 };
export const adminAnswers: readonly Sparse<AdminAnswer>[] = [
  { code: 2010, detail: 'adam' },
  { policy: { enrolment: 1, seeing: 1, serving: 1 }, settings: testSettings },
  {
    clients: [
      {
        ...{ id: counting(1), name: 'adam', kind: 'ed25519', rights: 13, blocked: true },
        ...{ createdMs: startMs, seenMs: startMs + 1, channels: 2 },
      },
    ],
    more: true,
    added: [{ id: counting(1), code: 0, detail: '', known: true }],
  },
  {
    token: { ...token, secret: counting(2) },
    tokens: [{ ...token, createdMs: startMs, uses: 5, used: 1, name: 'carl', revoked: true }],
    audit: [{ seq: 1, timeMs: startMs, actor: counting(1), action: 'block', detail: '{}', hash: counting(2) }],
  },
  {
    services: [{ name: 'billing.eu', owner: counting(1), workers: [counting(2)], members: true }],
    health: {
      ...{ timeMs: startMs, version: '0.2.0', startedMs: startMs, clients: 2, channels: 1, auditSeq: 9, auditHash: counting(1) },
      ...{ diskFreeBytes: 2 ** 40, manifestVersion: 3, manifestExpiresMs: startMs + 1 },
    },
  },
];

export const operator = ed25519(60);
/** As the operator of a `TestFleet` sends it; secrets are fixed. */
export const adminCallInput = (fleet = new TestFleet()) => ({
  fleet: fleet.fleet,
  auth: fleet.auth.service,
  identity: operator,
  timeMs: startMs,
  nonce: counting(0x51, 16),
  answerKey: counting(0x61),
  call: encodeAdminCall(adminCalls[5]!),
  ephemeral: X25519Key.fromPrivate(counting(0x71)),
});
export const sealedAdminCall = (): Uint8Array => sealAdminCall(adminCallInput());
