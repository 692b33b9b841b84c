export interface Quota {
  /** Of bodies, as on the wire with their tag and length. Keep it above one run: a larger run is never stored. */
  readonly bytes: number;
  /** A skip weighs one. */
  readonly messages: number;
}

/** What every adapter takes. */
export interface MailboxOptions {
  readonly quota?: Partial<Quota>;
  /** The longest lifetime the fleet gives a message; marks of streams idle for a day more are forgotten. */
  readonly longestLifetimeMs?: number;
  /** How often the janitor takes one step. */
  readonly sweepEveryMs?: number;
  /** Unix milliseconds. */
  readonly now?: () => number;
}

export interface MailboxSettings {
  readonly quota: Quota;
  readonly longestLifetimeMs: number;
  readonly sweepEveryMs: number;
  readonly now: () => number;
}

export const dayMs = 86_400_000;

export const withDefaults = (options: MailboxOptions): MailboxSettings => ({
  // security-requirements 2.2: 4 MiB per client; 65,536 keeps a flood of empty messages from costing more than full ones
  quota: { bytes: options.quota?.bytes ?? 4_194_304, messages: options.quota?.messages ?? 65_536 },
  longestLifetimeMs: options.longestLifetimeMs ?? 7 * dayMs,
  sweepEveryMs: options.sweepEveryMs ?? 1_000,
  now: options.now ?? Date.now,
});
