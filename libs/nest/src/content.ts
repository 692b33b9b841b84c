import { WireError } from '@keyway/wire';

/** A body with a media type of its own. */
export class Content {
  constructor(
    readonly body: Uint8Array | string,
    /** At most 127 characters. */
    readonly contentType: string,
  ) {}
}

/** How a body travels; without a type it is that of the SDK: text for strings, none for bytes. */
export interface Encoded {
  readonly body: Uint8Array | string;
  readonly contentType?: string | undefined;
}

/** Bytes and texts as they are, nothing as an empty body, everything else as JSON. Throws TypeError for what JSON cannot hold. */
export function encodeContent(value: unknown): Encoded {
  if (value === undefined) return { body: new Uint8Array(0) };
  if (value instanceof Content) return value;
  if (typeof value === 'string') return { body: value };
  if (ArrayBuffer.isView(value)) return { body: new Uint8Array(value.buffer, value.byteOffset, value.byteLength) };
  return { body: JSON.stringify(value), contentType: 'application/json' };
}

/** JSON as what it says, `text/…` as a string, an empty body without a type as undefined, everything else as bytes. Throws `malformed`. */
export function decodeContent(contentType: string, body: Uint8Array): unknown {
  if (json.test(contentType)) {
    try {
      return JSON.parse(utf8.decode(body));
    } catch (cause) {
      throw new WireError('malformed', 'the body is no JSON', { cause });
    }
  }
  if (/^text\//i.test(contentType)) return utf8.decode(body);
  return contentType === '' && body.length === 0 ? undefined : body;
}

const json = /^application\/(?:[\w.-]+\+)?json *(?:;|$)/i;
const utf8 = new TextDecoder();
