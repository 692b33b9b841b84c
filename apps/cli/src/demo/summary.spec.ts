import { summaryOf } from './summary.js';
import { Tally } from './tally.js';

const result = { size: 24_000_000, ms: 4_000, sha256Sent: 'aa', sha256Received: 'aa', posted: 2, accepted: 2 };
const counts = { mailboxFull: 1, receiverKills: 1, routerKills: 1 };
const tallyOf = (...ids: string[]): Tally => {
  const tally = new Tally();
  for (const id of ids) tally.add(id, false);
  return tally;
};

it('is kept when all came once and the hashes agree', () => {
  expect(summaryOf(result, { tally: tallyOf('a', 'b'), counts })).toMatchObject({ kept: true });
});

it.each([
  ['a message is lost', result, tallyOf('a'), counts],
  ['a message was shown twice', result, tallyOf('a', 'b', 'b'), counts],
  ['the hashes differ', { ...result, sha256Received: 'bb' }, tallyOf('a', 'b'), counts],
  ['not all was accepted', { ...result, accepted: 1 }, tallyOf('a'), counts],
  ['nobody was killed', result, tallyOf('a', 'b'), { ...counts, routerKills: 0 }],
  ['the mailbox was never full', result, tallyOf('a', 'b'), { ...counts, mailboxFull: 0 }],
])('is broken when %s', (_, found, tally, counted) => {
  expect(summaryOf(found, { tally, counts: counted })).toMatchObject({ kept: false });
});
