import { start } from './harness/keyway.js';
import { cleanUp, within } from './harness/places.js';

afterAll(cleanUp);

it('`npm run demo` plays to the end with a smaller file: receiver and router are killed, and its summary keeps every promise', async () => {
  const { code, out, err } = await within(90_000, 'the demo ends', start(['demo', '--size', '8MB']).ended);
  expect([code, err]).toEqual([0, expect.not.stringMatching(/\n\s+at /)]);
  for (const [what, found] of [
    ['mailbox full, then gone on', /[1-9]/],
    ['receiver killed and restarted', /1 ✓/],
    ['router killed and restarted', /1 ✓/],
    ['lost', /^0 ✓/],
    ['shown twice', /^0 ✓/],
    ['SHA-256', /✓$/],
  ] as const) {
    const row = out.split('\n').find((line) => line.trim().startsWith(what));
    expect(row?.trim().slice(what.length).trim()).toMatch(found);
  }
  expect(out).not.toContain('✗');
}, 100_000);
