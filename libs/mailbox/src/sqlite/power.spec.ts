import { survivesPowerFailures, syncsBeforeItAnswers } from '../testing/power.js';

survivesPowerFailures(150, 2);
syncsBeforeItAnswers(20);
