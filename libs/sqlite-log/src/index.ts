export { damaged, DamagedFile, failureOf, isCorrupt, isFull, openingFailure } from './failure.js';
export type { Failure } from './failure.js';
export { openMended, prepareMending } from './mending.js';
export { readWitness, Witness } from './witness.js';
export type { Reached } from './witness.js';
