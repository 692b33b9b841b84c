import { randomBytes } from '@keyway/crypto';
import { codeOf, encodeAdminCall, encodeFleetCall, limits } from '@keyway/wire';
import { bugsOf, type Row } from './bug.js';
import { says, type Does } from './client-records.js';
import * as f from './frames.js';
import { bin } from './protobuf.js';

/** What is answered to request 1, as `reply 1 <reason>`; and the session goes on. */
const asks = (change: Partial<f.RequestFields>, answer: string): readonly [Does, string] => {
  return [{ say: says(f.request(change)), after: (meeting) => meeting.hears(/^reply 1 /) }, `reply 1 ${answer}`];
};
const someone = randomBytes(32);
const asksFleet = (call: Parameters<typeof encodeFleetCall>[0], answer: string): readonly [Does, string] =>
  asks({ service: 'keyway.fleet', body: encodeFleetCall(call) }, answer);
const malformed = 'stop malformed';
const unknown = 'router router_replies_unknown_total';

const rows: readonly Row<Does>[] = [
  ['T24', 'request 0', says(f.request({ id: 0 })), malformed],
  ['T24', 'request 2^32', says(f.request({ id: 2 ** 32 })), malformed],
  ['T7', 'a number twice', says(f.request({ id: 7 }), f.request({ id: 7 })), malformed],
  ['T7', 'a number that goes back', says(f.request({ id: 7 }), f.request({ id: 6 })), malformed],
  ['T24', 'a service without a name', says(f.request({ service: '' })), malformed],
  ['T24', 'a service in capitals', says(f.request({ service: 'Nobody' })), malformed],
  ['T24', 'a service with a path in it', says(f.request({ service: '../nobody' })), malformed],
  ['T25', 'a service of 65 characters', says(f.request({ service: 'a'.repeat(65) })), malformed],
  ['T25', 'no time at all', says(f.request({ timeoutMs: 0 })), malformed],
  ['T25', 'more time than there is', says(f.request({ timeoutMs: limits.requestTimeoutMs + 1 })), malformed],
  ['T24', 'a key of 15 bytes', says(f.request({ key: randomBytes(15) })), malformed],
  ['T20', 'in the name of somebody else', says(f.request({ source: someone })), malformed],
  ['T24', 'a source of 31 bytes', says(f.request({ source: someone.subarray(1) })), malformed],
  ['T23', 'counts its attempts itself', says(f.request({ attempt: 1 })), malformed],
  ['T25', 'a body one byte over the limit', says(f.request({ body: new Uint8Array(limits.bodyBytes + 1) })), malformed],
  ['T20', 'an answer in the name of somebody else', says(f.reply(1, 0, someone)), malformed],
  ['T24', 'answer 0', says(f.reply(0)), malformed],
  ['T25', 'an answer one byte over the limit', says(f.reply(1, 0, undefined, new Uint8Array(limits.bodyBytes + 1))), malformed],
  ['T23', 'an answer to what it was never given', says(f.reply(1)), 'goes on', unknown],
  ['T23', 'a no to what it was never given', says(f.reply(4_000_000_000, codeOf('worker_failed'))), 'goes on', unknown],
  ['T23', 'says who came and went', says(f.presence(someone)), 'stop frame_forbidden'],
  ['T23', 'asks a service of the fleet that is none', ...asks({ service: 'keyway.keys' }, 'no_such_service')],
  ['T24', 'a service named __proto__', ...asks({ service: '__proto__' }, 'no_such_service')],
  ['T24', 'a service named constructor', ...asks({ service: 'constructor' }, 'no_such_service')],
  ['T24', 'junk to keyway.fleet', ...asks({ service: 'keyway.fleet', body: new Uint8Array(30).fill(0xff) }, 'malformed')],
  ['T24', 'nothing to keyway.fleet', ...asks({ service: 'keyway.fleet' }, 'malformed')],
  ['T24', 'two calls at once', ...asks({ service: 'keyway.fleet', body: twoCalls() }, 'malformed')],
  ['T25', 'asks who 257 are', ...asksFleet({ kind: 'who', value: { clients: ids(limits.entries + 1) } }, 'malformed')],
  ['T25', 'asks for 65 names', ...asksFleet({ kind: 'resolve', value: { names: names(limits.names + 1) } }, 'malformed')],
  [
    'T23',
    'serves a service of the fleet',
    ...asksFleet({ kind: 'serve', value: { service: 'keyway.fleet', inFlight: 1 } }, 'name_invalid'),
  ],
  [
    'T26',
    'nine calls of operators at once',
    { say: says(...calls(9)), after: (meeting) => meeting.hears(/^reply 9 /) },
    'reply 9 backpressure',
  ],
  ['T24', 'claims a name of the fleet', ...asksFleet({ kind: 'claim', value: { name: 'keyway-admin' } }, 'name_invalid')],
  ['T24', 'junk to keyway.admin', ...asks({ service: 'keyway.admin', body: randomBytes(200) }, 'unauthorised')],
  [
    'T23',
    'a call of operators in the clear',
    ...asks({ service: 'keyway.admin', body: encodeAdminCall({ kind: 'getPolicy', value: {} }) }, 'unauthorised'),
  ],
];

export const clientRequestBugs = bugsOf('client', 'asking', rows);

function ids(count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, () => randomBytes(32));
}
function calls(count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, i) => f.request({ id: i + 1, service: 'keyway.admin', body: randomBytes(200) }));
}
function names(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `name${i}`);
}
/** Two fields of a oneof: decoders take the last one, and readers of the bytes may take the first. */
function twoCalls(): Uint8Array {
  return Buffer.concat([encodeFleetCall({ kind: 'status', value: {} }), bin(1, bin(1, Buffer.from('adam')))]);
}
