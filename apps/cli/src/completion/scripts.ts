import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** Files of their own, so that editors and the shells themselves can check them. */
export const scriptFile = (shell: Shell): string => fileURLToPath(new URL(`../../completion/keyway.${shell}`, import.meta.url));

export const completionScript = (shell: Shell): string => readFileSync(scriptFile(shell), 'utf8');
