import { survivesFlips } from '../testing/flips.js';

survivesFlips(400);
