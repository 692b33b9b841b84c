import type { SessionSettings } from '@keyway/wire';
import { changedSettings } from './session-settings.js';

const own: SessionSettings = {
  heartbeatMs: 15_000,
  timeoutMs: 37_500,
  maxBodyBytes: 262_144,
  windowMessages: 8_192,
  windowBytes: 1_048_576,
  maxStreams: 65_536,
};
const none: SessionSettings = { heartbeatMs: 0, timeoutMs: 0, maxBodyBytes: 0, windowMessages: 0, windowBytes: 0, maxStreams: 0 };
const change = (more: Partial<SessionSettings>): ReturnType<typeof changedSettings> => changedSettings(own, { ...none, ...more });

it('changes what is given and keeps the rest', () => {
  expect(change({})).toEqual(own);
  expect(change({ heartbeatMs: 1_000, timeoutMs: 2_500 })).toEqual({ ...own, heartbeatMs: 1_000, timeoutMs: 2_500 });
});

it.each([
  [{ heartbeatMs: 9 }, 'heartbeat_ms is from 10 to 3600000'],
  [{ timeoutMs: 15_000 }, 'timeout_ms is more than heartbeat_ms'],
  [{ maxBodyBytes: 1_023 }, 'max_body_bytes is from 1024'],
  [{ maxBodyBytes: 262_145 }, 'max_body_bytes is from 1024 to 262144'],
  [{ windowMessages: 1_048_577 }, 'window_messages is from 1 to'],
  [{ windowBytes: 262_144 }, 'window_bytes is at least max_body_bytes'],
  [{ maxStreams: 2_000_000 }, 'max_streams is from 1 to'],
])('refuses %j: %s', (more, why) => {
  expect((change(more) as { fault: string }).fault).toContain(why);
});
