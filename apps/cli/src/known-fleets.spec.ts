import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { findKnownFleet, forgetFleet, knownFleetsFile, readKnownFleets, rememberFleet, type KnownFleet } from './known-fleets.js';
import { cleanUp, freshHome } from './testing/bin.js';

afterAll(cleanUp);

const key = (letter: string): string => `${letter.repeat(51)}q`;
const office: KnownFleet = { place: 'office.example:7400', fingerprint: key('a'), since: '2026-11-20', name: 'office' };
const lab: KnownFleet = { place: '[::1]:7400', fingerprint: key('b'), since: '2026-11-21', name: undefined };

function homeWith(text: string): string {
  const home = freshHome();
  mkdirSync(home, { recursive: true, mode: 0o700 });
  writeFileSync(knownFleetsFile(home), text, { mode: 0o600 });
  return home;
}

it('keeps fleets in a file of mode 0600, found by name and by place', () => {
  const home = freshHome();
  expect(readKnownFleets(home)).toEqual([]);
  rememberFleet(home, office);
  rememberFleet(home, lab);
  expect(readKnownFleets(home)).toEqual([office, lab]);
  expect(findKnownFleet(home, 'office')).toEqual(office);
  expect(findKnownFleet(home, 'Office.Example:7400')).toEqual(office);
  expect(findKnownFleet(home, '[::1]:7401')).toBeUndefined();
  expect((statSync(knownFleetsFile(home)).mode & 0o777).toString(8)).toBe('600');
  expect(readdirSync(home)).toEqual(['known-fleets']); // no draft is left
});

it('keeps comments, empty lines and the order of the others when one comes or goes', () => {
  const home = homeWith(`# mine\n\n${office.place} ${office.fingerprint} ${office.since} office\n  # below\n`);
  rememberFleet(home, lab);
  expect(forgetFleet(home, 'office')).toEqual(office);
  expect(readFileSync(knownFleetsFile(home), 'utf8')).toBe(`# mine\n\n  # below\n${lab.place} ${lab.fingerprint} ${lab.since}\n`);
  expect(forgetFleet(home, 'office')).toBeUndefined();
});

it('never replaces a key: another one for the same place is refused, and the file stays as it is', () => {
  const home = freshHome();
  rememberFleet(home, office);
  const before = readFileSync(knownFleetsFile(home), 'utf8');
  expect(() => rememberFleet(home, { ...office, fingerprint: key('c') })).toThrow(
    expect.objectContaining({ reason: 'fleet_key_mismatch' }),
  );
  expect(() => rememberFleet(home, { ...lab, name: 'office' })).toThrow(expect.objectContaining({ reason: 'config_invalid' }));
  expect(readFileSync(knownFleetsFile(home), 'utf8')).toBe(before);
});

it.each([
  ['a word too few', `${office.place} ${office.fingerprint}`],
  ['a word too many', `${office.place} ${office.fingerprint} 2026-11-20 office and`],
  ['a fingerprint cut short', `${office.place} ${office.fingerprint.slice(1)} 2026-11-20`],
  ['no port', `office.example ${office.fingerprint} 2026-11-20`],
  ['a date of another kind', `${office.place} ${office.fingerprint} yesterday`],
  ['a name that looks like a place', `${office.place} ${office.fingerprint} 2026-11-20 a:1`],
  ['bytes', '\u0000\u00ff'],
])('names the line that is damaged: %s', (_, line) => {
  const home = homeWith(`# one\n${lab.place} ${lab.fingerprint} ${lab.since}\n${line}\n`);
  const refusal = expect.objectContaining({ reason: 'state_damaged', message: expect.stringContaining('line 3 of ') as string });
  expect(() => readKnownFleets(home)).toThrow(refusal);
  expect(() => rememberFleet(home, office)).toThrow(refusal);
  expect(() => forgetFleet(home, lab.place)).toThrow(refusal);
});

it('takes no file that others can write or read', () => {
  const home = homeWith('');
  chmodSync(knownFleetsFile(home), 0o644);
  expect(() => readKnownFleets(home)).toThrow(expect.objectContaining({ reason: 'key_exposed' }));
});
