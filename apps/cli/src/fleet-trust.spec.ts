import { decodeId, fingerprintText } from '@keyway/crypto';
import { startFleet, type Fleet } from '@keyway/fleet';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { knownFleetsFile, readKnownFleets } from './known-fleets.js';
import { cleanUp, freshHome, keyway, type Outcome } from './testing/bin.js';
import { aProfile } from './testing/profile.js';
import { startAtTerminal } from './testing/pty.js';

let fleet: Fleet;
let place: string;
let sha256: string;
const elsewhere = `${'a'.repeat(51)}q`;

beforeAll(async () => {
  fleet = await startFleet({ home: freshHome(), ports: 'free', env: { PATH: '/usr/bin:/bin' } });
  place = `127.0.0.1:${fleet.ports.brokerTcp}`;
  sha256 = fingerprintText(decodeId(fleet.fingerprint)!);
});
afterAll(async () => {
  await cleanUp();
  await fleet.stop();
});

/** Another machine: a home with a key, and no fleet in it. */
function otherHome(): { home: string; run: (...args: string[]) => Promise<Outcome> } {
  const home = freshHome();
  aProfile(home);
  return { home, run: (...args) => keyway([...args, '--home', home]) };
}
const said = (text: string): string => expect.stringContaining(text) as string;

describe('T22: trust at the first contact', () => {
  it('is never taken silently: a script without a fingerprint is refused, and nothing is kept', async () => {
    const { home, run } = otherHome();
    for (const args of [
      ['fleet', 'trust', place],
      ['channel', '--fleet', place],
    ]) {
      expect(await run(...args)).toMatchObject({ code: 2, out: '', err: said('fleet_unpinned 5008') });
    }
    expect(readKnownFleets(home)).toEqual([]);
  });

  it('takes the fingerprint the operator gave in each of its forms, and no other', async () => {
    const { home, run } = otherHome();
    const hex = Buffer.from(decodeId(fleet.fingerprint)!).toString('hex');
    expect(await run('fleet', 'trust', place, '--fingerprint', elsewhere)).toMatchObject({ code: 3, err: said('fleet_key_mismatch 2004') });
    expect(await run('fleet', 'trust', place, '--fingerprint', 'nonsense')).toMatchObject({ code: 2, err: said('address_invalid 5009') });
    expect(readKnownFleets(home)).toEqual([]);
    for (const form of [fleet.fingerprint, sha256, hex]) {
      expect(await run('fleet', 'trust', place, '--fingerprint', form)).toMatchObject({ code: 0, out: said(fleet.address) });
      expect(readKnownFleets(home)).toMatchObject([{ place, fingerprint: fleet.fingerprint }]);
      expect(await run('fleet', 'forget', place)).toMatchObject({ code: 0 });
    }
  });

  it('asks at a terminal, and only the word yes is one', async () => {
    const { home } = otherHome();
    for (const [typed, code] of [
      ['y', 3],
      ['\u0003', 130], // Ctrl-C
      ['yes', 0],
    ] as const) {
      const terminal = startAtTerminal(['channel', '--fleet', place, '--home', home]);
      await terminal.says(/type yes: /);
      expect(terminal.out).toContain(fleet.fingerprint);
      expect(terminal.out).toContain(sha256);
      terminal.type(`${typed}\n`);
      const ended = await terminal.ended;
      expect(ended.code).toBe(code);
      expect(ended.out).toMatch({ 0: /issued and attached/, 3: /untrusted 5020/, 130: /aborted 5016/ }[code]);
      expect(readKnownFleets(home)).toHaveLength(code === 0 ? 1 : 0);
    }
    expect(await keyway(['channel', '--fleet', place, '--home', home])).toMatchObject({ code: 0 }); // from then on nobody is asked
  });

  it('refuses another key than the known one, loudly, and keeps the known one until it is forgotten', async () => {
    const { home, run } = otherHome();
    mkdirSync(home, { recursive: true });
    writeFileSync(knownFleetsFile(home), `${place} ${elsewhere} 2026-11-01 office\n`, { mode: 0o600 });
    const before = readFileSync(knownFleetsFile(home), 'utf8');
    const attempts = [
      ['channel', '--fleet', place],
      ['channel', '--fleet', 'office'],
      ['fleet', 'trust', place],
      ['fleet', 'trust', place, '--fingerprint', fleet.fingerprint],
      ['fleet', 'show', 'office'],
    ];
    for (const args of attempts) {
      const { code, out, err } = await run(...args);
      expect({ code, out }).toEqual({ code: 3, out: '' });
      expect(err).toMatch(/STOP: somebody else answers/);
      for (const shown of [elsewhere, fleet.fingerprint, sha256, 'fleet forget office', 'fleet_key_mismatch 2004'])
        expect(err).toContain(shown);
    }
    expect(readFileSync(knownFleetsFile(home), 'utf8')).toBe(before);
    await run('fleet', 'forget', 'office');
    expect(await run('fleet', 'trust', place, '--fingerprint', sha256, '--name', 'office')).toMatchObject({ code: 0 });
    expect(await run('channel', '--fleet', 'office')).toMatchObject({ code: 0 });
  });

  it('names a damaged line and goes no further', async () => {
    const { home, run } = otherHome();
    writeFileSync(knownFleetsFile(home), `# mine\n${place} short 2026-11-01\n`, { mode: 0o600 });
    for (const args of [
      ['channel', '--fleet', place],
      ['fleet', 'list'],
      ['fleet', 'trust', place, '--fingerprint', sha256],
    ]) {
      expect(await run(...args)).toMatchObject({ code: 7, out: '', err: said(`line 2 of ${knownFleetsFile(home)}`) });
    }
  });
});

describe('fleet show, list and forget', () => {
  it('shows what a fleet shows of itself, and whether it was confirmed', async () => {
    const { run } = otherHome();
    const stranger = await run('fleet', 'show', place);
    expect(stranger).toMatchObject({ code: 0, out: said('not confirmed') });
    for (const shown of [fleet.address, sha256, 'channel-broker', fleet.endpoints.router[0]!]) expect(stranger.out).toContain(shown);
    await run('fleet', 'trust', place, '--fingerprint', sha256);
    expect((await run('fleet', 'show', place)).out).toContain('known since');
    const own = await keyway(['fleet', 'show', '--json', '--home', fleet.paths.home]);
    expect(JSON.parse(own.out)).toMatchObject({ address: fleet.address, sha256, confirmed: true, manifest: { version: 1 } });
    expect((await keyway(['fleet', 'show', '--home', fleet.paths.home])).out).toContain(`--fingerprint ${fleet.fingerprint}`);
  });

  it('lists what is known, as JSON a line each', async () => {
    const { run } = otherHome();
    expect(await run('fleet', 'list')).toMatchObject({ code: 0, out: '', err: said('none in') });
    await run('fleet', 'trust', place, '--fingerprint', sha256, '--name', 'office');
    const { out } = await run('fleet', 'list', '--json');
    expect(JSON.parse(out)).toMatchObject({ name: 'office', place, fingerprint: fleet.fingerprint, sha256, address: fleet.address });
  });

  it.each([
    ['a name that is not known', 2, 'address_invalid 5009', ['channel', '--fleet', 'nowhere']],
    ['to forget what is not known', 2, 'address_invalid 5009', ['fleet', 'forget', 'nowhere']],
    ['a place without a port', 2, 'address_invalid 5009', ['fleet', 'show', '127.0.0.1']],
    ['a place where nobody is', 5, 'peer_unreachable 4001', ['fleet', 'show', '127.0.0.1:9']],
    ['a name like a place', 2, '(usage)', ['fleet', 'trust', '127.0.0.1:9', '--name', 'a:1']],
  ])('tells of %s with %d', async (_, code, words, args) => {
    const { run } = otherHome();
    expect(await run(...args)).toMatchObject({ code, out: '', err: said(words) });
  });
});
