import { startFleet, type Fleet } from '@keyway/fleet';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const program = fileURLToPath(new URL('../dist/two-clients.js', import.meta.url)); // as a user would run it: from the build
const run = promisify(execFile);

let fleet: Fleet;
let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'keyway-example-'));
  fleet = await startFleet({ home, ports: 'free', env: {} });
}, 60_000);
afterAll(async () => {
  await fleet.stop();
  rmSync(home, { recursive: true, force: true });
});

it('two clients of a running fleet exchange a message and end', async () => {
  const { stdout } = await run(process.execPath, [program, fleet.address], { timeout: 30_000 });
  expect(stdout).toMatch(/^accepted as number 1 at .*\nadam: hello\n$/);
}, 60_000);

it('without an address it says how it is used, and ends with 2', async () => {
  await expect(run(process.execPath, [program])).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('usage') as string });
});

it.each([
  ['no address', 'nonsense', 'address_invalid'],
  ['an address without a fingerprint', '127.0.0.1:7400', 'fleet_unpinned'],
  ['an address where nobody is', `keyway://${'a'.repeat(51)}q@127.0.0.1:9`, 'peer_unreachable'],
])('of %s it says in one line what is wrong, and ends with 1', async (_, address, reason) => {
  await expect(run(process.execPath, [program, address])).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(new RegExp(`^two-clients: .* \\(${reason}\\)\n$`)) as string,
  });
});
