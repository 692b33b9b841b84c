import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { record, vectors, type Recorded } from './vectors.js';

// Writes docs/test-vectors: `npm run build && node libs/session/dist/testing/write-vectors.js [--record]`
// With --record the random parts are made anew, and so is everything that follows from them.
const folder = new URL('../../../../docs/test-vectors/', import.meta.url);
const write = (name: string, content: unknown): void => writeFileSync(new URL(name, folder), `${JSON.stringify(content, undefined, 2)}\n`);

mkdirSync(folder, { recursive: true });
if (process.argv.includes('--record')) write('recorded.json', record());
const recorded = JSON.parse(readFileSync(new URL('recorded.json', folder), 'utf8')) as Recorded;
for (const [name, content] of Object.entries(vectors(recorded))) write(name, content);
