import { hpkeOpen, label, PrivateIdentity, randomBytes, type X25519Key } from '@keyway/crypto';
import {
  decodeAuthorizeAnswer,
  decodeEpochList,
  decodeKeyringAnswer,
  decodeLookupAnswer,
  decodeManifestAnswer,
  decodeSignedManifest,
  encodeKeyringCall,
  encodeLookupCall,
  reasonOf,
  sightIds,
  type AuthorizeAnswer,
  type EpochEntry,
} from '@keyway/wire';
import { verifyManifest } from '@keyway/session';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callOf, eve, requestOf } from '../testing/ask.js';
import { AuthHome, holderOf, type Holder } from '../testing/auth-home.js';
import type { AuthController } from './auth.controller.js';

let home: AuthHome;
beforeEach(() => {
  home = new AuthHome();
});
afterEach(() => home.end());

const now = (): { nowMs: number; fleet: Uint8Array } => ({ nowMs: Date.now(), fleet: home.fleet });
const askAs = async (controller: AuthController, request = requestOf(eve, { ...now(), enrol: true })): Promise<AuthorizeAnswer> =>
  decodeAuthorizeAnswer(await controller.authorize(callOf(request, Date.now() + 3_600_000)))!;
const openKeyring = (controller: AuthController, id: Uint8Array, key: X25519Key): readonly EpochEntry[] | undefined => {
  const sealed = decodeKeyringAnswer(controller.handOutKeyring(encodeKeyringCall(id)))!;
  const opened = hpkeOpen(key, label('keyring'), Buffer.concat([home.fleet, id]), sealed);
  return opened && decodeEpochList(opened);
};
const keyringOf = (controller: AuthController, { id, exchange }: Holder): readonly EpochEntry[] => openKeyring(controller, id, exchange)!;
const starting = (env: Readonly<Record<string, string>> = {}): Promise<string> =>
  home.start(env).then(
    () => 'started',
    (thrown: { reason?: string; message: string }) => `${String(thrown.reason)}: ${thrown.message}`,
  );

describe('authorize', () => {
  it('admits a request once; the same again is known, also after a restart', async () => {
    const { controller, close } = await home.start();
    const request = requestOf(eve, { ...now(), enrol: true });
    const first = await askAs(controller, request);
    expect(first).toMatchObject({ code: 0, rights: 13, known: false });
    expect(Buffer.from(first.spki)).toEqual(eve.public.spki);
    expect(await askAs(controller, request)).toMatchObject({ code: 0, known: true });
    await close();
    const next = await home.start();
    expect(await askAs(next.controller, request)).toMatchObject({ code: 0, known: true });
    expect((await askAs(next.controller, requestOf(eve, now()))).serial).toBeGreaterThan(first.serial);
  });

  it('admits one of ten equal requests that come in the same turn', async () => {
    const { controller } = await home.start();
    const request = requestOf(eve, { ...now(), enrol: true });
    const answers = await Promise.all(Array.from({ length: 10 }, () => askAs(controller, request)));
    expect(answers.map(({ code }) => code)).toEqual(answers.map(() => 0));
    expect(answers.filter(({ known }) => !known)).toHaveLength(1);
  });

  it('writes nothing for whoever proves nothing', async () => {
    const { controller, registry } = await home.start();
    const request = requestOf(eve, { ...now(), enrol: true });
    for (const bad of [{ ...request, signature: randomBytes(64) }, requestOf(eve, now())]) await askAs(controller, bad);
    expect(await registry.counts()).toEqual({ clients: 1, channels: 0 }); // the operator
  });

  it('tells the channel-broker the true reason and counts it', async () => {
    const { controller, kit } = await home.start();
    const request = requestOf(eve, { ...now(), enrol: true });
    const codes = [await askAs(controller, { ...request, signature: randomBytes(64) }), await askAs(controller, requestOf(eve, now()))];
    expect(codes.map(({ code }) => reasonOf(code))).toEqual(['bad_transcript', 'unauthorised']);
    const metrics = await kit.metrics.registry.metrics();
    for (const reason of ['bad_transcript', 'unauthorised'])
      expect(metrics).toMatch(new RegExp(`auth_refused_total{[^}]*reason="${reason}"[^}]*} 1`));
  });
});

describe('the keyring', () => {
  it('opens for the channel-broker and the routers of the manifest, and holds an epoch that issues', async () => {
    const { controller } = await home.start();
    const [epoch] = keyringOf(controller, home.holders.broker);
    expect(epoch!.notBeforeMs).toBeLessThanOrEqual(Date.now());
    expect(epoch!.issueUntilMs).toBeGreaterThan(Date.now());
    expect(keyringOf(controller, home.holders.router)).toEqual(keyringOf(controller, home.holders.broker));
  });

  it('opens for nobody else: no other key, no key outside the manifest, none of another role', async () => {
    const { controller } = await home.start();
    expect(openKeyring(controller, home.holders.broker.id, home.holders.router.exchange)).toBeUndefined();
    for (const { id } of [home.holders.auth, holderOf('router')]) {
      expect(() => controller.handOutKeyring(encodeKeyringCall(id))).toThrow(/manifest names no/);
    }
    expect(() => controller.handOutKeyring(randomBytes(5))).toThrow(/protocol/);
  });

  it('is the same after a restart, and no byte of a key lies in the folder', async () => {
    const first = await home.start();
    const epochs = keyringOf(first.controller, home.holders.broker);
    await first.close();
    const next = await home.start();
    expect(keyringOf(next.controller, home.holders.broker)).toEqual(epochs);
    for (const name of readdirSync(home.data)) {
      for (const { key } of epochs) expect(readFileSync(join(home.data, name)).includes(Buffer.from(key))).toBe(false);
    }
  });

  it('does not open with another key-encryption key: auth does not start, and does not make a new one', async () => {
    const { close } = await home.start();
    await close();
    home.writeKek();
    expect(await starting()).toMatch(/^state_damaged: .*AUTH_KEK_FILE/);
  });
});

describe('the manifest', () => {
  const version = (controller: AuthController): number => {
    const signed = decodeSignedManifest(decodeManifestAnswer(controller.showManifest())!)!;
    const verified = verifyManifest(signed, home.fleet, Date.now());
    return typeof verified === 'string' ? -1 : verified.manifest.version;
  };

  it('is served as it was signed, read again when its file changes, and kept when the new one is older or forged', async () => {
    const { controller } = await home.start();
    expect(version(controller)).toBe(1);
    home.writeManifest({ version: 5 });
    await until(() => version(controller) === 5);
    home.writeManifest({ version: 4 });
    await new Promise((resolve) => setTimeout(resolve, 700));
    home.write('manifest', randomBytes(200));
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(version(controller)).toBe(5);
  });

  it.each<[string, RegExp, () => void]>([
    ['of another fleet', /^fleet_key_mismatch: .*KEYWAY_FLEET/, () => home.writeManifest({}, PrivateIdentity.generate('ed25519'))],
    ['that has expired', /^bad_manifest: .*sign a new manifest/, () => home.writeManifest({ notBeforeMs: 1, expiresMs: 2 })],
    ['that is junk', /^bad_manifest: .*holds no signed manifest/, () => home.write('manifest', randomBytes(300))],
    ['that is absurdly large', /^bad_manifest: .*too large/, () => home.write('manifest', new Uint8Array(1_000_000))],
    ['whose signature was damaged', /^bad_manifest/, () => damageLastByte(home.path('manifest'))],
  ])('%s keeps auth from starting', async (_what, expected, prepare) => {
    prepare();
    expect(await starting()).toMatch(expected);
  });

  it('that is missing keeps auth from starting', async () =>
    expect(await starting({ AUTH_MANIFEST_FILE: '/nowhere' })).toMatch(/^file_unreadable: .*\/nowhere \(ENOENT\).*AUTH_MANIFEST_FILE/));
});

describe('auth does not start', () => {
  it('when others can enter its folder', async () => {
    mkdirSync(home.data);
    chmodSync(home.data, 0o755);
    expect(await starting()).toMatch(/^key_exposed: .*chmod 700/);
  });

  it('with a key-encryption key of another size, or one that others can read', async () => {
    home.writeKek(randomBytes(31));
    expect(await starting()).toMatch(/^key_damaged: .*AUTH_KEK_FILE/);
    home.writeKek();
    chmodSync(home.path('kek'), 0o644);
    expect(await starting()).toMatch(/^key_exposed: .*AUTH_KEK_FILE.*chmod 600/s);
  });

  it('with a damaged registry, which it leaves alone', async () => {
    mkdirSync(home.data, { mode: 0o700 });
    const junk = randomBytes(8_192);
    writeFileSync(join(home.data, 'registry.sqlite'), junk);
    expect(await starting()).toMatch(/^state_damaged/);
    expect(Buffer.from(junk).equals(readFileSync(join(home.data, 'registry.sqlite')))).toBe(true);
  });

  it('twice on one folder', async () => {
    await home.start();
    expect(await starting()).toMatch(/^state_locked/);
  });
});

it('looks up which clients are known, in the order asked for, and no more than it can at once', async () => {
  const { controller } = await home.start();
  await askAs(controller);
  const lookupOf = (clientIds: readonly Uint8Array[]) => encodeLookupCall({ clientIds, viewers: clientIds });
  const answer = await controller.lookUp(lookupOf([randomBytes(32), eve.public.fingerprint, randomBytes(32)]));
  expect(decodeLookupAnswer(answer)).toEqual([sightIds.unknown, sightIds.everybody, sightIds.unknown]);
  const many = lookupOf(Array.from({ length: 4_097 }, () => eve.public.fingerprint));
  await expect(controller.lookUp(many)).rejects.toMatchObject({ reason: 'malformed' });
});

it('is ready with its registry, keyring and manifest', async () => {
  const { kit } = await home.start();
  expect(await kit.health.readiness()).toEqual({ ready: true, checks: { registry: 'ok', keyring: 'ok', manifest: 'ok' } });
});

const damageLastByte = (path: string): void => {
  const bytes = readFileSync(path);
  bytes[bytes.length - 1]! ^= 1;
  writeFileSync(path, bytes);
};

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds() && tries < 300; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
}
