import { cleanUp, freshHome, keyway } from './testing/bin.js';

afterAll(cleanUp);

it.each([
  [['sned'], "keyway: unknown command 'sned' (Did you mean send?)"],
  [['keygen', '--type', 'dsa'], "keyway: keygen: option '--type <kind>' argument 'dsa' is invalid"],
  [['send'], "keyway: send: missing required argument 'to'"],
  [['up', '--ports', 'free', '--port-base', '9000'], "keyway: up: option '--ports <free>' cannot be used with"],
  [['keygen', '--as', '../adam'], 'keyway: keygen: not a profile name'],
])('refuses %j with 2 and one line', async (args, line) => {
  const { code, out, err } = await keyway(['--home', freshHome(), ...args]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(line);
  expect(err.trim().split('\n')).toHaveLength(1);
});

it('puts errors into JSON where asked', async () => {
  const { code, out, err } = await keyway(['keygen', '--as', 'A', '--json', '--home', freshHome()]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(JSON.parse(err)).toEqual({ error: { reason: 'profile_invalid', code: 5010, message: expect.stringContaining('"A"') as string } });
});

it('shows help and version on standard output with 0, and help with 2 when nothing is asked', async () => {
  const [help, version, nothing] = await Promise.all([keyway(['send', '--help']), keyway(['--version']), keyway([])]);
  expect(help).toMatchObject({ code: 0, out: expect.stringContaining('Usage: keyway send') as string, err: '' });
  expect(version).toMatchObject({ code: 0, out: '0.1.0\n' });
  expect(nothing).toMatchObject({ code: 2, out: expect.stringContaining('Usage: keyway') as string });
});

it('asks for the whole fleet address where no fleet lives in the home', async () => {
  const home = freshHome();
  await keyway(['keygen', '--type', 'ed25519', '--home', home]);
  const [none, unpinned, wrong] = await Promise.all([
    keyway(['channel', '--home', home]),
    keyway(['channel', '--home', home, '--fleet', '127.0.0.1:7400']),
    keyway(['channel', '--home', home], { env: { KEYWAY_FLEET_ADDRESS: 'keyway://abc@127.0.0.1:7400' } }),
  ]);
  expect(none).toMatchObject({ code: 2, err: expect.stringContaining('fleet_unpinned 5008') as string });
  expect(unpinned).toMatchObject({ code: 2, err: expect.stringContaining('fleet_unpinned 5008') as string });
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('address_invalid 5009') as string });
});
