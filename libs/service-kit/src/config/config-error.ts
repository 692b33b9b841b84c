import type { ErrorReason } from '@keyway/wire';

/** One thing that is wrong with the configuration. Never carries a value: a value may be a secret. */
export interface ConfigFault {
  /** The name of the environment variable. */
  readonly variable: string;
  readonly reason: ErrorReason;
  /** What is wrong and what to do, as one sentence or two. */
  readonly text: string;
}

/** Everything that is wrong with the configuration, at once. `reason` is `key_exposed` as soon as one secret lies open. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly reason: ErrorReason;

  constructor(readonly faults: readonly ConfigFault[]) {
    super(['the configuration is not valid:', ...faults.map(({ variable, text }) => `  ${variable}: ${text}`)].join('\n'));
    const reasons = faults.map(({ reason }) => reason);
    this.reason = reasons.includes('key_exposed') ? 'key_exposed' : 'config_invalid';
  }
}

/** By shape: `instanceof` fails across duplicate installs and test realms. */
export const isConfigError = (thrown: unknown): thrown is ConfigError =>
  typeof thrown === 'object' && thrown !== null && 'name' in thrown && thrown.name === 'ConfigError' && 'faults' in thrown;
