import { types } from 'node:util';

const MAX_DEPTH = 6;
const MAX_ITEMS = 32;
const MAX_CHARACTERS = 2_000;
const MAX_CAUSES = 5;
const MAX_FRAMES = 8;
const PRIVATE_PEM = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/;
/** Nothing that people write is so long without a space: an id, a fingerprint, a key in hex, base32 or base64. */
const LONG_TOKEN = /[A-Za-z0-9+/_=-]{40,}/g;
const SECRET_FIELD = /secret|passphrase|password|privatekey|authorization|cookie|^(auth|access|bearer|enrolment)?token$/;

/** The first eight characters of an id: enough to find it in a log, not enough to be one. */
export const shortId = (id: Uint8Array | string): string =>
  `${typeof id === 'string' ? id.slice(0, 8) : Buffer.from(id.subarray(0, 4)).toString('hex')}…`;

/**
 * What a log may show of `value`: plain data only. Bytes become `[N bytes]`, secrets `[secret]`, keys `[key]`, texts with a
 * private key in PEM `[pem]`, errors their code, message and causes, other objects the name of their class. An allow-list:
 * whatever is not known to be harmless is named, never shown. Never throws; bounded in depth, breadth and length.
 */
export function sanitise(value: unknown, depth = 0): unknown {
  switch (typeof value) {
    case 'string':
      return sanitiseText(value);
    case 'bigint':
    case 'symbol':
      return sanitiseText(String(value));
    case 'function':
      return '[function]';
    case 'object':
      return value === null ? null : sanitiseObject(value, depth);
    default:
      return value;
  }
}

export function sanitiseText(text: string): string {
  if (PRIVATE_PEM.test(text)) return '[pem]';
  const short = text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}… (${text.length} characters)` : text;
  return short.replace(LONG_TOKEN, (token) => (isPath(token) ? token.replace(/[^/]{40,}/g, shortId) : shortId(token)));
}

/** base64 has slashes as well, but ends in `=` or mixes what paths keep apart. */
const isPath = (token: string): boolean =>
  token.includes('/') && !token.endsWith('=') && (token.startsWith('/') || !/[A-Z]/.test(token) || !/[0-9]/.test(token));

/** An error by name, code, message, first frames and causes. */
export function sanitiseError(thrown: unknown, level = 0): unknown {
  if (!isError(thrown)) return sanitise(thrown, 1);
  const { name, message, stack, cause } = thrown;
  const { code, reason } = thrown as { code?: unknown; reason?: unknown };
  const shown: Record<string, unknown> = { name: sanitiseText(String(name)) };
  if (reason !== undefined) shown['reason'] = sanitise(reason, 1);
  if (code !== undefined) shown['code'] = sanitise(code, 1);
  shown['message'] = sanitiseText(String(message));
  if (level === 0 && typeof stack === 'string') shown['at'] = frames(stack);
  if (cause !== undefined) shown['cause'] = level < MAX_CAUSES ? sanitiseError(cause, level + 1) : '[more causes]';
  return shown;
}

const frames = (stack: string): string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MAX_FRAMES)
    .map((line) => sanitiseText(line.trim()));

const isError = (value: unknown): value is Error => value instanceof Error || Object.prototype.toString.call(value) === '[object Error]'; // the second one for other realms

function sanitiseObject(value: object, depth: number): unknown {
  try {
    if (ArrayBuffer.isView(value) || types.isAnyArrayBuffer(value)) return `[${value.byteLength} bytes]`;
    if (types.isKeyObject(value) || types.isCryptoKey(value)) return '[key]';
    if (isError(value)) return sanitiseError(value, 1);
    if (types.isDate(value)) return Number.isNaN(value.getTime()) ? '[no date]' : value.toISOString();
    if (depth >= MAX_DEPTH) return '[deeper]';
    if (Array.isArray(value)) return sanitiseList(value, depth);
    return isPlain(value) ? sanitiseFields(value, depth) : className(value);
  } catch {
    return '[unprintable]'; // a getter or a proxy that throws
  }
}

function sanitiseList(list: readonly unknown[], depth: number): unknown[] {
  const shown = list.slice(0, MAX_ITEMS).map((item) => sanitise(item, depth + 1));
  return list.length > MAX_ITEMS ? [...shown, `[${list.length - MAX_ITEMS} more]`] : shown;
}

function sanitiseFields(fields: object, depth: number): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  const entries = Object.entries(fields).filter(([name]) => name !== '__proto__');
  for (const [name, value] of entries.slice(0, MAX_ITEMS)) {
    shown[sanitiseText(name)] = typeof value === 'string' && isSecretName(name) ? '[secret]' : sanitise(value, depth + 1);
  }
  if (entries.length > MAX_ITEMS) shown['more'] = `[${entries.length - MAX_ITEMS} more]`;
  return shown;
}

const isSecretName = (name: string): boolean => SECRET_FIELD.test(name.toLowerCase().replaceAll(/[_-]/g, ''));

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null; // class instances have a longer chain, in every realm
}

function className(value: object): string {
  const name = value.constructor?.name ?? 'object';
  return /secret/i.test(name) ? '[secret]' : /key/i.test(name) ? '[key]' : `[${sanitiseText(name)}]`;
}
