import type { Terminal } from './terminal.js';

/** What a command gets beside its own options. */
export interface Context {
  /** Folder of everything kept on this machine: `fleet/` and `clients/`. */
  readonly home: string;
  /** How to name the home in a command to type: empty for ~/.keyway, which needs no naming. */
  readonly homeOption: string;
  readonly profile: string;
  /** It was named with --as, and is not just the usual one. */
  readonly profileGiven: boolean;
  /** What was given as --fleet, or in the environment. */
  readonly fleet: string | undefined;
  readonly passphraseFile: string | undefined;
  readonly terminal: Terminal;
  /** Ctrl-C or SIGTERM was heard once: end in order. */
  readonly signal: AbortSignal;
  /** Heard twice: end now. */
  readonly urgent: AbortSignal;
  /** For the services and for children; nothing in here reads it. */
  readonly env: NodeJS.ProcessEnv;
}
