import { survivesPowerFailures, syncsBeforeItAnswers } from '../testing/power.js';

survivesPowerFailures(120, 2);
syncsBeforeItAnswers(20);
