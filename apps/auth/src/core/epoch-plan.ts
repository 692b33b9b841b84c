/** The life of an epoch, without its key. Milliseconds of Unix time. */
export interface EpochTimes {
  /** 0 to 2^32 - 1, unique in its keyring, never used again. */
  readonly id: number;
  readonly notBeforeMs: number;
  readonly issueUntilMs: number;
  readonly acceptUntilMs: number;
}

export interface EpochPlan {
  /** Epochs to make and publish now, in order of their time. */
  readonly make: readonly EpochTimes[];
  /** Epochs under which nothing is accepted any more: to be deleted. */
  readonly drop: readonly EpochTimes[];
  /** When to ask again at the latest. */
  readonly nextAt: number;
}

/** How long one epoch issues. */
export const issueMs = 24 * 3_600_000;
/**
 * An epoch is published so long before it is used. Services ask every minute, so ten minutes would do; half a day lets a broker go on
 * issuing while auth is away for that long.
 */
export const leadMs = 12 * 3_600_000;
/** On top of the longest lease: a day of issuing, and an hour for clocks that differ. */
const graceMs = 25 * 3_600_000;

/**
 * What a keyring needs at `now`: an epoch that issues, at any time and for the next half day, without a gap; and no key that opens nothing.
 * @param longestLeaseMs - tickets issued in the last moment of an epoch are valid for so long.
 */
export function epochPlan(held: readonly EpochTimes[], now: number, longestLeaseMs: number): EpochPlan {
  const make: EpochTimes[] = [];
  let lastId = held.reduce((most, { id }) => Math.max(most, id), 0);
  let covered = coveredUntil(held, now);
  while (covered <= now + leadMs) {
    const start = Math.max(covered, now);
    lastId = Math.max(lastId + 1, Math.floor(start / 1_000)); // by the clock: an id does not come back when all rows are lost
    const times = {
      id: lastId,
      notBeforeMs: start,
      issueUntilMs: start + issueMs,
      acceptUntilMs: start + graceMs + longestLeaseMs,
    };
    make.push(times);
    covered = times.issueUntilMs;
  }
  const live = held.filter(({ acceptUntilMs }) => now < acceptUntilMs);
  const ends = [...live, ...make].map(({ acceptUntilMs }) => acceptUntilMs);
  return { make, drop: held.filter(({ acceptUntilMs }) => now >= acceptUntilMs), nextAt: Math.min(covered - leadMs, ...ends) };
}

/** From `now` on there is an epoch that issues until then; `now` itself when there is none. */
function coveredUntil(held: readonly EpochTimes[], now: number): number {
  let until = now;
  for (const { notBeforeMs, issueUntilMs } of [...held].sort((a, b) => a.notBeforeMs - b.notBeforeMs)) {
    if (notBeforeMs <= until) until = Math.max(until, issueUntilMs);
  }
  return until;
}
