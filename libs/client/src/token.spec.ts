import { encodeId, randomBytes } from '@keyway/crypto';
import { brokerEndpoint } from './address.js';
import { fetchFingerprint } from './first-contact.js';
import { connect } from './connect.js';
import { reasonOf, Scene } from './testing/scene.js';
import { formatToken, parseToken } from './token.js';

describe('an enrolment token', () => {
  const token = { id: randomBytes(16), secret: randomBytes(32) };

  it('is written and read back, in 82 characters', () => {
    const text = formatToken(token);
    expect(text).toMatch(/^kwt1_[a-z2-7]{77}$/);
    expect(parseToken(` ${text}\n`)).toEqual(token);
  });

  it.each(['', 'kwt1_', 'kwt2_', formatToken(token).slice(0, -1), `${formatToken(token)}a`, formatToken(token).replace('kwt1_', '')])(
    'is refused when it is none, without a word of it: %j',
    (text) => {
      expect(() => parseToken(text)).toThrow(expect.objectContaining({ reason: 'config_invalid' }));
      try {
        parseToken(text);
      } catch (thrown) {
        if (text.length > 10) expect((thrown as Error).message).not.toContain(text.slice(5, 20));
      }
    },
  );

  it('lets a key into a closed fleet, once; then the key is enough', async () => {
    await using scene = await Scene.start();
    scene.fleet.broker.tokens = [token];
    await expect(scene.client()).rejects.toMatchObject({
      reason: 'unauthorised',
      message: expect.stringContaining('an enrolment token') as string,
    });
    const a = await scene.client({ token: formatToken(token) });
    scene.fleet.broker.tokens = [];
    scene.fleet.router.refuseWith = 'unauthorised';
    const channels = new Promise((resolve) => a.on('channel', ({ id }) => id !== undefined && resolve(undefined)));
    await channels;
    scene.fleet.router.refuseWith = undefined;
    await a.send(a.id, 'still here');
  });

  it('that is wrong is unauthorised, with what there is to look at', async () => {
    await using scene = await Scene.start();
    scene.fleet.broker.tokens = [token];
    const wrong = formatToken({ ...token, secret: randomBytes(32) });
    await expect(scene.client({ token: wrong })).rejects.toMatchObject({
      reason: 'unauthorised',
      message: expect.stringContaining('the enrolment token was mistyped, is used up') as string,
    });
    expect(await reasonOf(scene.client({ token: 'kwt1_x' }))).toBe('config_invalid');
  });
});

describe('first contact', () => {
  it('shows the fingerprint of whoever answers, and the address it makes', async () => {
    await using scene = await Scene.start();
    const found = await fetchFingerprint(`127.0.0.1:${scene.fleet.brokerPort}`);
    expect(found).toMatchObject({ fingerprint: encodeId(scene.fleet.root.public.fingerprint), address: scene.fleet.address });
    expect(found.manifest.services.map(({ role }) => role)).toContain('router');
    const { PrivateIdentity } = await import('@keyway/crypto');
    await (await connect({ fleet: found.address, identity: PrivateIdentity.generate('ed25519') })).close();
  });

  it.each(['', 'keyway://x@127.0.0.1:1', '127.0.0.1', '127.0.0.1:0', 'h:65536'])(
    'is made at a host and a port, not at %j',
    async (place) => {
      expect(await reasonOf(fetchFingerprint(place))).toBe('address_invalid');
    },
  );

  it('tells what does not answer, and an old manifest', async () => {
    expect(await reasonOf(fetchFingerprint('127.0.0.1:1', { timeoutMs: 1_000 }))).toBe('peer_unreachable');
    await using scene = await Scene.start();
    const place = brokerEndpoint({ host: '127.0.0.1', port: scene.fleet.brokerPort }).slice('tcp://'.length);
    expect(await reasonOf(fetchFingerprint(place, { wallMs: () => Date.now() + 90_000_000 }))).toBe('bad_manifest');
    expect(await reasonOf(fetchFingerprint(place, { signal: AbortSignal.abort() }))).toBe('aborted');
  });
});
