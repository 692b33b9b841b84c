import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serviceNames } from '../service-name.js';

/** Real processes that answer /ready and nothing else; FAKE says how they behave. Each notes what happens to it in FAKE_NOTES. */
const script = `
const { appendFileSync } = require('node:fs');
const { createServer } = require('node:http');
const { KEYWAY_SERVICE_NAME: name, KEYWAY_HTTP_PORT: port, FAKE: how = '', FAKE_NOTES: notes } = process.env;
const note = (what) => appendFileSync(notes, name + ' ' + what + '\\n');
note('start');
if (how === 'broken') {
  console.error('cannot find my spoon');
  process.exit(3);
}
if (how === 'misconfigured') process.exit(78);
const ready = how !== 'slow' || new Promise((resolve) => setTimeout(resolve, 300));
process.on('SIGINT', () => note('SIGINT'));
process.on('SIGTERM', () => {
  note('SIGTERM');
  if (how !== 'stubborn') process.exit(0);
});
process.on('disconnect', () => {
  note('parent gone');
  process.exit(0);
});
Promise.resolve(ready).then(() =>
  createServer((request, response) => response.end('{}')).listen(Number(port), '127.0.0.1'),
);
`;

export interface FakeServices {
  readonly apps: string;
  /** Put into `serviceEnv`, for each service its way to behave. */
  env(how?: Partial<Record<string, string>>): Record<(typeof serviceNames)[number], Record<string, string>>;
  notes(): readonly string[];
}

export function fakeServices(folder: string): FakeServices {
  const apps = join(folder, 'apps');
  const notes = join(folder, 'notes');
  appendFileSync(notes, '');
  for (const name of serviceNames) {
    mkdirSync(join(apps, name, 'dist'), { recursive: true });
    writeFileSync(join(apps, name, 'dist', 'main.js'), script);
  }
  const environment = (name: string, how: Partial<Record<string, string>>): Record<string, string> => ({
    FAKE_NOTES: notes,
    FAKE: how[name] ?? '',
  });
  return {
    apps,
    env: (how = {}) => ({
      auth: environment('auth', how),
      'channel-broker': environment('channel-broker', how),
      router: environment('router', how),
    }),
    notes: () => readFileSync(notes, 'utf8').trim().split('\n'),
  };
}
