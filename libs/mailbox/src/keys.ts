/** Map keys of binary ids: one character per byte, nothing is encoded. */
export const keyOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

export const bytesOf = (key: string): Uint8Array => new Uint8Array(Buffer.from(key, 'latin1'));

interface StreamIds {
  readonly recipient: Uint8Array;
  readonly sender: Uint8Array;
  readonly stream: Uint8Array;
}

/** 80 characters: recipient ‖ sender ‖ stream. */
export const streamKey = (ids: StreamIds): string => keyOf(ids.recipient) + keyOf(ids.sender) + keyOf(ids.stream);

/** Throws RangeError on a wrong size: our bug, never a peer's doing. */
export function checkRun(run: StreamIds & { readonly firstSeq: number; readonly count: number }): void {
  if (run.recipient.length !== 32 || run.sender.length !== 32 || run.stream.length !== 16)
    throw new RangeError('ids are 32, 32 and 16 bytes');
  const last = run.firstSeq + run.count - 1;
  if (!Number.isSafeInteger(run.firstSeq) || !Number.isSafeInteger(last) || run.firstSeq < 1 || run.count < 1) {
    throw new RangeError('numbers of a run lie between 1 and 2^53 - 1');
  }
}
