import { Halts, Intake } from './intake.js';
import { Ledger } from './ledger.js';
import { testRun } from './testing/runs.js';

it('holds the order of a new stream that was refused, however many others were refused since', () => {
  const ledger = new Ledger({ messages: 2, bytes: 1_000 });
  const halts = new Halts(3);
  const marks = new Map<string, number>();
  const take = (...specs: Parameters<typeof testRun>[0][]) => {
    const intake = new Intake(ledger, halts, (stream) => marks.get(stream));
    const verdicts = specs.map((spec) => intake.judge(testRun(spec)));
    intake.commit();
    for (const [stream, seq] of intake.marks) marks.set(stream, seq);
    return verdicts.map((verdict) => (verdict.kind === 'refused' ? verdict.reason : verdict.kind));
  };
  expect(take({ stream: 1, first: 7, count: 3 })).toEqual(['mailbox_full']);
  expect(take({ stream: 1, first: 10 })).toEqual(['stream_gap']);
  expect(take(...[2, 3, 4, 5].map((stream) => ({ stream, count: 3 })))).toEqual(Array(4).fill('mailbox_full'));
  // its place is forgotten by now: 10 must not pass for the beginning, or 7 to 9 would be taken for repeats and be lost
  expect(take({ stream: 1, first: 10 })).toEqual(['stream_gap']);
  expect(take({ stream: 1, first: 7 })).toEqual(['stream_gap']); // the sender closes the gap …
  expect(take({ stream: 1, first: 1, count: 6, skipped: true }, { stream: 1, first: 7 })).toEqual(['store', 'store']);
  expect(take({ stream: 9, first: 1, to: 2 }, { stream: 9, first: 2, to: 2 })).toEqual(['store', 'store']);
});
