import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import protobuf from 'protobufjs';

/**
 * The contract as stock protobufjs reads it from proto/ at run time: an independent reading of everything the generated and
 * the hand-written codecs do.
 */
const proto = new URL('../../../../proto/', import.meta.url).pathname;

const root = new protobuf.Root();
root.resolvePath = (_origin, target) => join(proto, target);
root.loadSync(readdirSync(join(proto, 'keyway/v1')).map((file) => `keyway/v1/${file}`));

export const stock = root;
export const typeOf = (name: string): protobuf.Type => root.lookupType(name);
export const enumOf = (name: string): Readonly<Record<string, number>> => root.lookupEnum(name).values;

export const Envelope = typeOf('keyway.v1.Envelope');
export const Frames = typeOf('keyway.v1.Frames');

/** Plain values: 64-bit fields as numbers, enums as numbers, bytes as they are, nothing filled in. */
export const plainObject = (type: protobuf.Type, bytes: Uint8Array): Record<string, unknown> =>
  type.toObject(type.decode(bytes), { longs: Number, enums: Number });
