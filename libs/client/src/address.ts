import { decodeId, encodeId } from '@keyway/crypto';
import { WireError } from '@keyway/wire';

/** Where a fleet is asked for channels, and the one thing that proves it. */
export interface FleetAddress {
  /** 32 bytes: SHA-256 of the fleet root key. */
  readonly fingerprint: Uint8Array;
  /** A name or an IP address, IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
}

const scheme = 'keyway://';
const place = /^(?:\[([0-9a-fA-F:.]{2,45})\]|([A-Za-z0-9](?:[A-Za-z0-9._-]{0,252}))):([1-9][0-9]{0,4})$/;

/**
 * Reads `keyway://<52 characters>@host:port`. Throws WireError: `fleet_unpinned` when the fingerprint is missing (there is no
 * trust on first use), `address_invalid` for everything else that is no fleet address.
 */
export function parseFleetAddress(text: string): FleetAddress {
  const rest = text.startsWith(scheme) ? text.slice(scheme.length) : text;
  const at = rest.lastIndexOf('@');
  const where = readPlace(rest.slice(at + 1));
  if (where === undefined) throw invalid(text, 'host and port are missing or malformed');
  if (at < 0) throw new WireError('fleet_unpinned');
  if (rest === text) throw invalid(text, 'it does not begin with keyway://');
  const pin = rest.slice(0, at);
  const fingerprint = decodeId(pin);
  if (fingerprint === undefined) throw invalid(text, `the fingerprint before the @ must have 52 characters a-z 2-7, it has ${pin.length}`);
  return { fingerprint, ...where };
}

/** Where somebody answers, without saying who. */
export type Place = Omit<FleetAddress, 'fingerprint'>;

/** Reads `host:port`. Throws `address_invalid`. */
export function parsePlace(text: string): Place {
  const where = readPlace(text);
  if (where === undefined) throw new WireError('address_invalid', `${quoted(text)} is no host:port, such as 127.0.0.1:7400 or [::1]:7400`);
  return where;
}

function readPlace(text: string): Place | undefined {
  const found = place.exec(text);
  const port = Number(found?.[3]);
  const host = found?.[1] ?? found?.[2];
  return host === undefined || port > 65_535 ? undefined : { host, port };
}

/** The inverse of `parseFleetAddress`. */
export const formatFleetAddress = ({ fingerprint, host, port }: FleetAddress): string =>
  `${scheme}${encodeId(fingerprint)}@${host.includes(':') ? `[${host}]` : host}:${port}`;

/** The endpoint of the channel-broker behind a fleet address. */
export const brokerEndpoint = ({ host, port }: Place): string => `tcp://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** Who a message goes to. `text` is the canonical spelling. */
export interface Recipient {
  readonly text: string;
  readonly id: Uint8Array;
}

/** Reads a client id in either case. Throws WireError `address_invalid`. */
export function parseRecipient(text: string): Recipient {
  const id = decodeId(text);
  if (id === undefined) {
    throw new WireError('address_invalid', `${quoted(text)} is no client id: 52 characters a-z 2-7, as \`keyway keygen\` prints it`);
  }
  return { text: encodeId(id), id };
}

/** Recipients that were read before: reading one costs more than sealing a message. */
export class AddressBook {
  readonly #known = new Map<string, Recipient>();

  get(text: string): Recipient {
    let recipient = this.#known.get(text);
    if (recipient === undefined) {
      recipient = parseRecipient(text);
      if (this.#known.size >= 10_000) this.#known.clear();
      this.#known.set(text, recipient);
    }
    return recipient;
  }
}

const invalid = (text: string, what: string): WireError =>
  new WireError('address_invalid', `${quoted(text)}: ${what}; write keyway://<fingerprint>@host:port as \`npm start\` prints it`);

/** What a user typed, for an error: short, and without anything a terminal would obey. */
const quoted = (text: string): string => JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
