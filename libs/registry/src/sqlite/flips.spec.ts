import { survivesCuts, survivesFlips } from '../testing/flips.js';

survivesFlips(200);
survivesCuts(8);
