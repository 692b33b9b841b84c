import { diallingRules } from './dialling.js';
import { endingRules } from './endings.js';
import { limitRules } from './limits.js';
import { messageRules } from './messages.js';
import { pressureRules } from './pressure.js';
import type { MakeAdapter } from './rig.js';

/**
 * What every adapter owes the port, as Jest tests; call it at the top level of a spec.
 * @param make - a fresh adapter for each test, which reports what owners throw to the given function.
 * @param manyLinks - how many links it must serve at once.
 */
export function transportCompliance(name: string, make: MakeAdapter, { manyLinks = 1000 } = {}): void {
  describe(`${name} follows the port`, () => {
    describe('messages', () => messageRules(make));
    describe('endings', () => endingRules(make));
    describe('pressure', () => pressureRules(make));
    describe('limits', () => limitRules(make, manyLinks));
    describe('dialling', () => diallingRules(make));
  });
}
