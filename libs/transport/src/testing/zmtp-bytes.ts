/* The pieces of a ZMTP 3.1 conversation as a DEALER writes them (RFC 37), for tests that bend them. */

export const text = (name: string): Buffer => Buffer.concat([Buffer.of(name.length), Buffer.from(name, 'latin1')]);
export const property = (name: string, value: string): Buffer =>
  Buffer.concat([text(name), Buffer.of(0, 0, 0, value.length), Buffer.from(value, 'latin1')]);
export const command = (name: string, ...body: readonly Uint8Array[]): Buffer => {
  const bytes = Buffer.concat([text(name), ...body]);
  return Buffer.concat([Buffer.of(4, bytes.length), bytes]);
};
/** @param changes - bytes to put elsewhere than they belong, by offset. */
export const greeting = (changes: Readonly<Record<number, number>> = {}, mechanism = 'NULL'): Buffer => {
  const bytes = Buffer.alloc(64);
  bytes.set([0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 1]);
  bytes.write(mechanism, 12, 'latin1');
  for (const [at, byte] of Object.entries(changes)) bytes[Number(at)] = byte;
  return bytes;
};
export const ready = (type = 'DEALER', identity = ''): Buffer =>
  command('READY', property('Socket-Type', type), property('Identity', identity));
