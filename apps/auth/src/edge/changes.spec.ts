import type { ChangesRow } from '@keyway/registry';
import { decodeChangesAnswer, encodeChangesCall, type ChangesAnswer } from '@keyway/wire';
import { Changes } from './changes.js';

const settings = { heartbeatMs: 1, timeoutMs: 2, maxBodyBytes: 3, windowMessages: 4, windowBytes: 5, maxStreams: 6 };

/** A feed in memory, and how often it was read whole. */
function feed(revocations: number) {
  const revoked = Array.from({ length: revocations }, (_, i) => ({ serial: i + 1, clientId: new Uint8Array(32), ticketsUpTo: i }));
  let now: ChangesRow = { serial: revocations, revoked, settings: undefined };
  let reads = 0;
  const changes = new Changes({
    feedSerial: async () => now.serial,
    changes: async (after) => {
      reads += 1;
      return { ...now, revoked: now.revoked.filter(({ serial }) => serial > after) };
    },
  });
  const ask = async (after: number): Promise<ChangesAnswer> => decodeChangesAnswer(await changes.answer(encodeChangesCall({ after })))!;
  return { ask, set: (more: Partial<ChangesRow>) => (now = { ...now, ...more }), reads: () => reads };
}

it('tells everything to who knows nothing, and then what is new', async () => {
  const { ask, set } = feed(2);
  expect(await ask(0)).toMatchObject({ serial: 2, whole: true, revoked: [{ serial: 1 }, { serial: 2 }], settings: undefined });
  expect(await ask(1)).toMatchObject({ serial: 2, whole: false, revoked: [{ serial: 2 }] });
  set({ serial: 3, settings });
  expect(await ask(2)).toEqual({ serial: 3, whole: false, revoked: [], settings });
});

it('reads the feed once while there is nothing new, also when it is empty, and still tells the settings', async () => {
  for (const revocations of [0, 2]) {
    const { ask, reads, set } = feed(revocations);
    set({ settings });
    for (let times = 0; times < 5; times += 1) {
      expect(await ask(revocations)).toEqual({ serial: revocations, whole: revocations === 0, revoked: [], settings });
    }
    expect(reads()).toBe(1);
  }
});

it('tells settings that are news to itself, though who asks has heard of as much from another auth', async () => {
  const { ask, set } = feed(2);
  await ask(2);
  set({ serial: 3, settings });
  expect(await ask(3)).toEqual({ serial: 3, whole: false, revoked: [], settings });
});

it('tells everything to who knows more than there is: the registry was lost and began anew', async () => {
  const { ask } = feed(1);
  expect(await ask(7)).toMatchObject({ serial: 1, whole: true, revoked: [{ serial: 1 }] });
});

it('tells a long list in pieces: the next question gets the next ones', async () => {
  const { ask } = feed(20_000);
  const seen: number[] = [];
  let after = 0;
  for (const whole of [true, false, false]) {
    const answer = await ask(after);
    expect(answer.whole).toBe(whole);
    seen.push(...answer.revoked.map(({ serial }) => serial));
    after = answer.serial;
  }
  expect(seen).toEqual(Array.from({ length: 20_000 }, (_, i) => i + 1));
});

it('what is no call is malformed', async () => {
  const { ask: _ask } = feed(0);
  await expect(
    new Changes({ feedSerial: async () => 0, changes: async () => ({ serial: 0, revoked: [], settings }) }).answer(Uint8Array.of(9)),
  ).rejects.toMatchObject({
    reason: 'malformed',
  });
});
