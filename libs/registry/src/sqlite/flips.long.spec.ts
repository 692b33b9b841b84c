import { survivesCuts, survivesFlips } from '../testing/flips.js';

survivesFlips(10_000);
survivesCuts(1_000);
