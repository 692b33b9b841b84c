/**
 * Runs synchronous work without recording stack traces. node:crypto finds out whether it was given a KeyObject by throwing and
 * catching: four times for an imported key, twice for a key with padding options (24.21, `isKeyObject`). Each throw walks the stack:
 * 15 of the 20 µs of an X25519 import, and more the deeper the caller. An error that gets out has no stack of its own.
 */
export function untraced<T>(work: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
