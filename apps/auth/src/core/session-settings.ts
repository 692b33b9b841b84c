import { limits, type SessionSettings } from '@keyway/wire';

/** What a field may be. Sessions refuse zeros and a timeout that is not longer than a heartbeat; the rest keeps an operator from stalling them. */
const ranges: Readonly<Record<keyof SessionSettings, readonly [number, number]>> = {
  heartbeatMs: [10, 3_600_000],
  timeoutMs: [20, 86_400_000],
  maxBodyBytes: [1_024, limits.bodyBytes],
  windowMessages: [1, 1_048_576],
  windowBytes: [1_024, 1_073_741_824],
  maxStreams: [1, 1_048_576],
};
/** A body on its way has a tag and a length around it. */
const bodyOverhead = 16;

/** Fields that are 0 stay as they are. @returns the settings, or why sessions could not live with them. */
export function changedSettings(now: SessionSettings, said: SessionSettings): SessionSettings | { readonly fault: string } {
  const names = Object.keys(ranges) as (keyof SessionSettings)[];
  const next = Object.fromEntries(names.map((name) => [name, said[name] || now[name]])) as unknown as SessionSettings;
  const fault = faultOf(next, names);
  return fault === undefined ? next : { fault };
}

function faultOf(settings: SessionSettings, names: readonly (keyof SessionSettings)[]): string | undefined {
  for (const name of names) {
    const [least, most] = ranges[name];
    if (settings[name] < least || settings[name] > most) return `${snake(name)} is from ${least} to ${most}`;
  }
  if (settings.timeoutMs <= settings.heartbeatMs) return 'timeout_ms is more than heartbeat_ms; 2.5 times is usual';
  if (settings.windowBytes < settings.maxBodyBytes + bodyOverhead)
    return `window_bytes is at least max_body_bytes and ${bodyOverhead} more`;
  return undefined;
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
