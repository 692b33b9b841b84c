/** The same memory as a `Buffer`, where node's key import insists on one. No copy. */
export const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
