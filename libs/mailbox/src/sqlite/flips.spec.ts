import { survivesCuts, survivesFlips } from '../testing/flips.js';

survivesFlips(250);
survivesCuts(12);
