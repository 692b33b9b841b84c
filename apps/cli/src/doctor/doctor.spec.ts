import { clock } from './fleet.js';
import { spaceOf } from './home.js';
import { parseMetrics } from './metrics.js';
import { manifestLife } from './services.js';
import { worst } from './check.js';

it.each([
  [0, 'ok'],
  [29_000, 'ok'],
  [-31_000, 'warn'],
  [120_000, 'fail'],
])('a clock that is %d ms off: %s', (offMs, state) => {
  expect(clock(offMs).state).toBe(state);
});

it.each([
  [5e9, 'ok'],
  [5e8, 'warn'],
  [5e7, 'fail'],
])('%d bytes free: %s', (free, state) => {
  expect(spaceOf('disk', free, '/home').state).toBe(state);
});

it.each([
  [20 * 86_400_000, 'ok'],
  [6 * 86_400_000, 'warn'],
  [0, 'fail'],
])('a manifest with %d ms left: %s', (leftMs, state) => {
  expect(manifestLife('manifest', 1, leftMs).state).toBe(state);
});

it('the worst finding counts', () => {
  const check = (state: 'ok' | 'warn' | 'fail') => ({ what: 'x', found: '', state });
  expect(worst([])).toBe('ok');
  expect(worst([check('ok'), check('warn')])).toBe('warn');
  expect(worst([check('fail'), check('warn')])).toBe('fail');
});

it('reads figures with and without labels, and skips what is none', () => {
  const text = '# HELP a_total x\na_total{reason="x y"} 3\na_total{reason="}"} 2\nb 1.5e3\nc NaN\nd nonsense\n';
  expect([...parseMetrics(text)]).toEqual([
    ['a_total', 5],
    ['b', 1_500],
  ]);
});
