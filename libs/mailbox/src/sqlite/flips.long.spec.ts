import { survivesFlips } from '../testing/flips.js';

survivesFlips(5_000);
