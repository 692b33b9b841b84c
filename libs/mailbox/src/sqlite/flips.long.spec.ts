import { survivesFlips } from '../testing/flips.js';

survivesFlips(10_000);
