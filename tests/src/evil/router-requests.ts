import { randomBytes } from '@keyway/crypto';
import { codeOf, limits } from '@keyway/wire';
import { until } from '../harness/places.js';
import { bugsOf, type Row } from './bug.js';
import * as f from './frames.js';
import { says, type Does, type Say, type Visit } from './router-records.js';

const someone = randomBytes(32);
const work = (change: Partial<f.RequestFields> = {}): Buffer => f.request({ source: someone, attempt: 1, ...change });
const malformed = 'stop malformed';

const rows: readonly Row<Does>[] = [
  ['T24', 'work 0', says(work({ id: 0 })), malformed],
  ['T20', 'work of nobody', says(work({ source: new Uint8Array(0) })), malformed],
  ['T24', 'work of somebody with 31 bytes', says(work({ source: someone.subarray(1) })), malformed],
  ['T24', 'work for the zeroth time', says(work({ attempt: 0 })), malformed],
  ['T24', 'work with a key of 17 bytes', says(work({ key: randomBytes(17) })), malformed],
  ['T24', 'work for a service without a name', says(work({ service: '' })), malformed],
  ['T25', 'work one byte over the limit', says(work({ body: new Uint8Array(limits.bodyBytes + 1) })), malformed],
  [
    'T23',
    'work for a service that the client does not serve',
    { say: says(work({ service: 'safe' })), after: refusedWork },
    'reply 1 no_worker',
  ],
  ['T24', 'work for __proto__', { say: says(work({ service: '__proto__' })), after: refusedWork }, 'reply 1 no_worker'],
  ['T20', 'an answer of nobody', says(f.reply(1)), malformed],
  ['T24', 'answer 0', says(f.reply(0, 0, someone)), malformed],
  ['T23', 'an answer to what was never asked', says(f.reply(1, 0, someone)), 'goes on'],
  [
    'T7',
    'an answer twice',
    {
      say: asked(f.reply(1, 0, someone, Buffer.from([0x12, 1, 0x61])), f.reply(1, 0, someone, Buffer.from([0x12, 1, 0x62]))),
      after: answered,
    },
    'a',
  ],
  [
    'T23',
    'an answer to the request behind',
    { say: asked(f.reply(2, 0, someone), f.reply(1, codeOf('no_worker'), someone)), after: answered },
    'no_worker',
  ],
  ['T24', 'a no with a code that nobody knows', { say: asked(f.reply(1, 4_000_000, someone)), after: answered }, 'internal'],
  ['T24', 'presence of 31 bytes', says(f.presence(someone.subarray(1))), malformed],
  ['T23', 'presence of whom nobody watches', says(f.presence(someone)), 'goes on'],
];

export const routerRequestBugs = bugsOf('router', 'asking', rows);

async function refusedWork({ heard }: Visit): Promise<string> {
  return until('the client answers', () => heard.find((word) => word.startsWith('reply ')));
}

/** The client asks something; then this is said. */
function asked(...frames: readonly Uint8Array[]): Say {
  return async (end, visit) => {
    const outcome = visit.client.request('safe', 'open').then(
      (reply) => reply.text(),
      (thrown: { reason?: string }) => thrown.reason ?? String(thrown),
    );
    outcomes.set(visit, outcome);
    await until('it is on its way', () => visit.heard.some((word) => word.startsWith('request ')));
    return [end.record(Buffer.concat(frames))];
  };
}
const outcomes = new WeakMap<Visit, Promise<string>>();
async function answered(visit: Visit): Promise<string> {
  return outcomes.get(visit)!;
}
