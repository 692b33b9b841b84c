import { survivesCuts, survivesFlips } from '../testing/flips.js';

survivesFlips(300);
survivesCuts(12);
