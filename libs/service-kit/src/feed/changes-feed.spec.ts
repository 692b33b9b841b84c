import { decodeChangesCall, encodeChangesAnswer, WireError, type ChangesAnswer, type SessionSettings } from '@keyway/wire';
import { createLogger } from '../log/logger.js';
import { ChangesFeed } from './changes-feed.js';
import { CurrentSettings } from './current-settings.js';

const settings: SessionSettings = {
  ...{ heartbeatMs: 15_000, timeoutMs: 37_500, maxBodyBytes: 262_144 },
  ...{ windowMessages: 8_192, windowBytes: 1_048_576, maxStreams: 65_536 },
};
const eve = new Uint8Array(32).fill(7);

/** Auth that answers one question after the other with these. */
async function hearing(
  answers: readonly (Uint8Array | WireError)[],
): Promise<{ after: number[]; heard: ChangesAnswer[]; states: string[] }> {
  const [after, heard, states]: [number[], ChangesAnswer[], string[]] = [[], [], []];
  await new Promise<void>((resolve) => {
    const call = async (_pattern: string, body: Uint8Array): Promise<Uint8Array> => {
      states.push(feed.state);
      const answer = answers[after.push(decodeChangesCall(body)!.after) - 1];
      if (answer === undefined) {
        feed.stop();
        resolve();
      }
      if (answer === undefined || answer instanceof WireError) throw answer ?? new WireError('unavailable');
      return answer;
    };
    const logger = createLogger({ service: 'test', level: 'silent' });
    const feed = new ChangesFeed({ rpc: { call }, logger, changed: (answer) => void heard.push(answer), everyMs: 1 });
    feed.start();
  });
  return { after, heard, states };
}

it('asks for everything first, then for what came behind it; failures and junk change nothing', async () => {
  const first = encodeChangesAnswer({ serial: 5, whole: true, revoked: [{ serial: 5, clientId: eve, ticketsUpTo: 3 }] });
  const next = encodeChangesAnswer({ serial: 6, settings });
  const { after, heard, states } = await hearing([
    new WireError('unavailable'),
    first,
    Uint8Array.of(0xff),
    new WireError('backpressure'),
    next,
  ]);
  expect(after).toEqual([0, 0, 5, 5, 5, 6]);
  expect(heard.map(({ serial, revoked, settings: said }) => [serial, revoked.length, said])).toEqual([
    [5, 1, undefined],
    [6, 0, settings],
  ]);
  expect(states).toEqual([...Array<string>(5).fill('no revocations yet'), 'ok']); // a list may go on: it ends where nothing is new
});

it('the operators’ settings hold while auth tells some, else the service’s own; who cares is told of changes only', () => {
  const told: number[] = [];
  const current = new CurrentSettings(settings, ({ heartbeatMs }) => void told.push(heartbeatMs));
  const others = { ...settings, heartbeatMs: 1_000 };
  for (const said of [undefined, others, { ...others }, undefined, { ...settings }]) current.heard(said);
  expect([told, current.now]).toEqual([[1_000, 15_000], settings]);
});
