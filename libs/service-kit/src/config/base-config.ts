import { z } from 'zod';

/** Levels of the log, from most to least. */
export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** A TCP port; 0 takes any free one (the `listening` line of the log names it). */
export const portNumber = () => z.coerce.number().int().min(0).max(65_535).describe('a TCP port, 0 to 65535; 0 takes a free one');

/** A duration in whole milliseconds: name the variable `…_MS`. */
export const milliseconds = () => z.coerce.number().int().positive().max(2_147_483_647).describe('a whole number of milliseconds');

/** How many of something. */
export const count = (most: number, least = 1) =>
  z.coerce.number().int().min(least).max(most).describe(`a whole number from ${least} to ${most}`);

/** `1` or `true`, `0` or `false`. */
export const flag = () =>
  z
    .enum(['0', '1', 'false', 'true'])
    .transform((text) => text === '1' || text === 'true')
    .describe('1 or 0');

/**
 * What every service is told, to be spread into its own schema: `z.object({ ...baseConfig, … })`, then `service: serviceConfig(env)`.
 * A service gives its port a default of its own: `KEYWAY_HTTP_PORT: portNumber().default(7181)`.
 */
export const baseConfig = {
  KEYWAY_SERVICE_NAME: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,31}$/)
    .describe('the name of this process in logs and metrics: a-z, 0-9 and dash, 32 at most'),
  KEYWAY_HTTP_HOST: z.string().default('127.0.0.1').describe('the address that health and metrics bind to'),
  KEYWAY_HTTP_PORT: portNumber(),
  KEYWAY_LOG_LEVEL: z.enum(logLevels).default('info').describe(logLevels.join(', ')),
  KEYWAY_LOG_PRETTY: flag().default(false),
  /** Set by the supervisor: end when the IPC channel to it closes, and leave SIGINT to it. */
  KEYWAY_PARENT_WATCH: flag().default(false),
} as const;

export interface ServiceConfig {
  readonly name: string;
  readonly httpHost: string;
  readonly httpPort: number;
  readonly logLevel: LogLevel;
  readonly logPretty: boolean;
  readonly watchParent: boolean;
}

export const serviceConfig = (env: z.output<z.ZodObject<typeof baseConfig>>): ServiceConfig => ({
  name: env.KEYWAY_SERVICE_NAME,
  httpHost: env.KEYWAY_HTTP_HOST,
  httpPort: env.KEYWAY_HTTP_PORT,
  logLevel: env.KEYWAY_LOG_LEVEL,
  logPretty: env.KEYWAY_LOG_PRETTY,
  watchParent: env.KEYWAY_PARENT_WATCH,
});
