import { Checker } from './checker.js';

const sent = (checker: Checker, ...numbers: number[]): void => {
  for (const n of numbers) checker.attempted('adam', 'eve', n, `${n}|x`);
};

it('calls accepted and received messages ok, and has no faults', () => {
  const checker = new Checker();
  sent(checker, 1, 2);
  for (const n of [1, 2]) {
    checker.accepted('adam', 'eve', n);
    checker.received('adam', 'eve', `${n}|x`);
  }
  expect(checker.verdict()).toEqual({
    counts: { ok: 2, lost: 0, duplicate: 0, reordered: 0, corrupt: 0, unknown: 0, refused: 0 },
    attempted: 2,
    received: 2,
    faults: [],
  });
});

it('calls an accepted message that never arrives lost', () => {
  const checker = new Checker();
  sent(checker, 1);
  checker.accepted('adam', 'eve', 1);
  expect(checker.missing).toBe(1);
  expect(checker.verdict().counts.lost).toBe(1);
  expect(checker.verdict().faults).toEqual(['adam → eve #1: lost']);
});

it('calls a second receipt a duplicate, and an older one after a newer one reordered', () => {
  const checker = new Checker();
  sent(checker, 1, 2, 3);
  for (const n of [1, 3, 2, 3]) checker.received('adam', 'eve', `${n}|x`);
  expect(checker.verdict().counts).toMatchObject({ ok: 1, reordered: 1, duplicate: 1 });
});

it('calls a changed or invented body corrupt', () => {
  const checker = new Checker();
  sent(checker, 1);
  checker.received('adam', 'eve', '1|y');
  checker.received('adam', 'eve', '7|x');
  expect(checker.verdict().counts.corrupt).toBe(2);
});

it('calls what was neither accepted nor received unknown, or refused when a reason was given; neither is a fault', () => {
  const checker = new Checker();
  sent(checker, 1, 2);
  checker.refused('adam', 'eve', 2, 'recipient_unknown');
  expect(checker.verdict()).toMatchObject({ counts: { unknown: 1, refused: 1 }, faults: [] });
});
