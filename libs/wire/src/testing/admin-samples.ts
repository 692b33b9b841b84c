import type { AdminAnswer } from '../admin-answer.js';
import type { AdminCall } from '../admin-call.js';
import type { FleetAnswer, FleetCall } from '../fleet.js';
import { bytes, settings } from './samples.js';

const id = bytes(32, 7);
const timeMs = 1_800_000_000_123;

/** One valid value of every call and answer; the bytes mean nothing. */
export const fleetCalls: { readonly [K in FleetCall['kind']]: Extract<FleetCall, { kind: K }> } = {
  resolve: { kind: 'resolve', value: { names: ['adam', '__proto__'] } },
  who: { kind: 'who', value: { clients: [id, bytes(32, 8)] } },
  list: { kind: 'list', value: { after: id, limit: 256, online: true } },
  watch: { kind: 'watch', value: { all: true, clients: [id], off: true } },
  claim: { kind: 'claim', value: { name: 'constructor', owner: id, consent: bytes(64) } },
  visibility: { kind: 'visibility', value: { hidden: true, shownTo: [id] } },
  serve: { kind: 'serve', value: { service: 'prices', inFlight: 16 } },
  status: { kind: 'status', value: {} },
};

export const fleetAnswer: FleetAnswer = {
  members: [
    { id, name: 'adam', online: true, sinceMs: timeMs },
    { id: bytes(0), name: '', online: false, sinceMs: 0 },
  ],
  more: true,
  status: {
    timeMs,
    version: '1.2.3',
    router: id,
    startedMs: timeMs - 1,
    attached: 5,
    manifestVersion: 2 ** 40,
    name: 'eve',
    rights: 13,
    waitingMessages: 2 ** 41,
    waitingBytes: 2 ** 42,
  },
};

export const adminCalls: { readonly [K in AdminCall['kind']]: Extract<AdminCall, { kind: K }> } = {
  getPolicy: { kind: 'getPolicy', value: {} },
  setPolicy: { kind: 'setPolicy', value: { enrolment: 2, seeing: 1, serving: 2 } },
  addClients: { kind: 'addClients', value: { clients: [{ spki: bytes(44), name: '__proto__', hidden: true, operator: true }] } },
  listClients: { kind: 'listClients', value: { after: id, limit: 1, name: 'a', blocked: true, client: id } },
  changeClient: { kind: 'changeClient', value: { client: id, name: 'adam', dropName: true, setRights: 4, clearRights: 2 } },
  block: { kind: 'block', value: { client: id, reason: 'left' } },
  unblock: { kind: 'unblock', value: { client: id } },
  revoke: { kind: 'revoke', value: { client: id } },
  createToken: { kind: 'createToken', value: { lifetimeS: 3_600, uses: 1, name: 'adam', operator: true } },
  listTokens: { kind: 'listTokens', value: {} },
  revokeToken: { kind: 'revokeToken', value: { id: bytes(16) } },
  getSettings: { kind: 'getSettings', value: {} },
  setSettings: { kind: 'setSettings', value: settings },
  listAudit: { kind: 'listAudit', value: { after: 2 ** 40, limit: 256 } },
  declareService: { kind: 'declareService', value: { name: 'prices', workers: [id], members: true, noMore: [id] } },
  listServices: { kind: 'listServices', value: {} },
  removeService: { kind: 'removeService', value: { name: 'prices' } },
  getHealth: { kind: 'getHealth', value: {} },
};

export const adminAnswer: AdminAnswer = {
  code: 2011,
  detail: 'constructor',
  policy: { enrolment: 1, seeing: 2, serving: 1 },
  clients: [{ id, name: 'adam', kind: 'ed25519', rights: 13, blocked: true, createdMs: timeMs, seenMs: timeMs, channels: 2 }],
  more: true,
  added: [{ id, code: 2010, detail: 'taken', known: true }],
  token: { id: bytes(16), secret: bytes(32), expiresMs: timeMs },
  tokens: [{ id: bytes(16), createdMs: timeMs, expiresMs: timeMs, uses: 3, used: 1, name: '__proto__', revoked: true }],
  settings,
  audit: [{ seq: 2 ** 40, timeMs, actor: id, action: 'block', detail: '{"__proto__":1}', hash: bytes(32) }],
  services: [{ name: 'prices', owner: id, workers: [id], members: true }],
  health: {
    timeMs,
    version: '1.2.3',
    startedMs: timeMs,
    clients: 2 ** 40,
    channels: 2 ** 41,
    auditSeq: 2 ** 42,
    auditHash: bytes(32),
    diskFreeBytes: 2 ** 43,
    manifestVersion: 2 ** 44,
    manifestExpiresMs: timeMs,
  },
};
