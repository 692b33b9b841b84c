/**
 * Overwrites each buffer with zeros. JavaScript gives no more than this: copies made by the garbage collector and by
 * strings stay until they are collected, so keys live in `KeyObject`s wherever possible.
 */
export function wipe(...buffers: readonly Uint8Array[]): void {
  for (const buffer of buffers) buffer.fill(0);
}
