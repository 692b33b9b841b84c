// Run by crash.spec.ts in a process of its own: admits until it is killed and says on stdout, line by line, which channels were.
import { openSqliteRegistry } from '../sqlite/open.js';
import { admission, auditHash } from './rows.js';

const [path, start] = process.argv.slice(2);
const registry = await openSqliteRegistry({ path: path!, auditHash });

async function lane(of: number): Promise<void> {
  for (let channel = Number(start) + of; ; channel += 4) {
    const [outcome] = await registry.admit([admission(channel % 50, channel)]);
    if (outcome!.kind !== 'admitted') throw new Error(outcome!.kind);
    process.stdout.write(`${channel} ${outcome!.serial}\n`);
  }
}

await Promise.all([0, 1, 2, 3].map(lane));
