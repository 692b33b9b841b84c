import { survivesKills } from './testing/crash.js';

survivesKills(3);
