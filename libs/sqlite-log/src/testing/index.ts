export { quickFolder, readFiles, writeFiles } from './files.js';
export type { Files } from './files.js';
export { below } from './random.js';
