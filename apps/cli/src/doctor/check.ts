/** What a look at one thing found. */
export interface Check {
  readonly what: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly found: string;
  /** What to do, unless all is well. */
  readonly todo?: string | undefined;
}

export const ok = (what: string, found: string): Check => ({ what, state: 'ok', found });
export const warn = (what: string, found: string, todo: string): Check => ({ what, state: 'warn', found, todo });
export const fail = (what: string, found: string, todo: string): Check => ({ what, state: 'fail', found, todo });

export const worst = (checks: readonly Check[]): Check['state'] =>
  checks.some(({ state }) => state === 'fail') ? 'fail' : checks.some(({ state }) => state === 'warn') ? 'warn' : 'ok';
