import { survivesPowerFailures, syncsBeforeItAnswers } from '../testing/power.js';

survivesPowerFailures(400, 20);
syncsBeforeItAnswers(400);
