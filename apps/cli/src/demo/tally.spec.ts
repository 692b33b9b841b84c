import { Tally } from './tally.js';

it('tells a message that came again and said so from one that was shown twice', () => {
  const tally = new Tally();
  tally.add('a:1', false);
  tally.add('a:2', false);
  tally.add('a:2', true);
  tally.add('a:3', true);
  tally.add('a:1', false);
  expect([tally.received, tally.again, tally.twice]).toEqual([3, 1, 1]);
});
