// Run by crash.spec.ts in a process of its own: appends until it is killed and says on stdout, line by line, what was stored.
import { openSqliteMailbox } from '../sqlite/store.js';
import { testRun } from './runs.js';

const [path, start] = process.argv.slice(2);
const store = await openSqliteMailbox({ path: path! });

async function lane(stream: number): Promise<void> {
  for (let first = Number(start); ; first += 5) {
    const batch = [
      testRun({ to: stream % 3, stream, first, count: 2, bodySize: 500 }),
      testRun({ to: stream % 3, stream, first: first + 2, count: 3 }),
    ];
    for (const outcome of await store.append(batch)) {
      if (outcome.kind !== 'stored') throw new Error(JSON.stringify(outcome));
      process.stdout.write(`${stream} ${outcome.upTo}\n`);
    }
  }
}

await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(lane));
