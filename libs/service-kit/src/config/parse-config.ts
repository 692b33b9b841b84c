import { isErrorReason, type ErrorReason } from '@keyway/wire';
import type { z } from 'zod';
import { ConfigError, type ConfigFault } from './config-error.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Turns environment variables into a configuration, once, at start.
 * - An empty variable counts as not set (compose files pass those).
 * - Secrets come by file only: a schema names them `<X>_FILE`, and a plain `<X>` in the environment is a fault.
 * - Each field's `.describe()` says what to put there; it becomes the advice of its fault.
 * @param env - `process.env`, which only `main.ts` reads.
 * @returns the parsed value, frozen through and through (plain objects and arrays; class instances are left as they are).
 * Throws ConfigError with all faults; no value of any variable is in it.
 */
export function parseConfig<S extends z.ZodType>(schema: S, env: Environment): z.output<S> {
  const shape = shapeOf(schema);
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => Object.hasOwn(shape, name) && value !== ''));
  const faults = openSecrets(shape, env);
  const parsed = schema.safeParse(given);
  if (!parsed.success) faults.push(...parsed.error.issues.map((issue) => faultOf(issue, shape, given)));
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return frozen(parsed.data);
}

type Shape = Readonly<Record<string, { readonly description?: string | undefined }>>;

/** The fields of an object schema, also behind `.transform()`, `.refine()` or `.pipe()`. */
function shapeOf(schema: unknown): Shape {
  const { shape, def } = schema as { shape?: Shape; def?: { in?: unknown } };
  if (shape) return shape;
  if (def?.in) return shapeOf(def.in);
  throw new TypeError('a configuration schema is an object of variables');
}

const openSecrets = (shape: Shape, env: Environment): ConfigFault[] =>
  Object.keys(shape)
    .filter((name) => name.endsWith('_FILE') && env[name.slice(0, -5)])
    .map((name) => ({
      variable: name.slice(0, -5),
      reason: 'key_exposed',
      text: `a secret in the environment can be read by others. Put it into a file of mode 0600 and set ${name} to its path`,
    }));

function faultOf(issue: z.core.$ZodIssue, shape: Shape, given: Environment): ConfigFault {
  const variable = String(issue.path[0] ?? 'together');
  const advice = shape[variable]?.description;
  const missing = issue.code === 'invalid_type' && given[variable] === undefined;
  const wrong = missing ? 'is not set' : issue.message.replace(/^Invalid (input|option|string): /, '').replace(/, received .*$/, '');
  return { variable, reason: reasonOf(issue), text: advice ? `${wrong}. Expected: ${advice}` : wrong };
}

function reasonOf(issue: z.core.$ZodIssue): ErrorReason {
  const reason: unknown = issue.code === 'custom' ? issue.params?.['reason'] : undefined;
  return typeof reason === 'string' && isErrorReason(reason) ? reason : 'config_invalid';
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value) && Object.prototype.toString.call(value) !== '[object Object]') return value;
  if (!Array.isArray(value) && value.constructor !== undefined && value.constructor.name !== 'Object') return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
