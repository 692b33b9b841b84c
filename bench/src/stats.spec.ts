import { quantile, spread } from './stats.js';

it('reports the median and the range, whatever the order', () => {
  expect(spread([5, 1, 3])).toEqual({ median: 3, least: 1, most: 5 });
  expect(spread([4, 1, 2, 3])).toEqual({ median: 2.5, least: 1, most: 4 });
});

it('takes quantiles between neighbours', () => {
  expect(quantile([0, 10], 0.99)).toBeCloseTo(9.9);
  expect(quantile([7], 0.5)).toBe(7);
});
