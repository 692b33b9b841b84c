import { fetchFingerprint, parseFleetAddress, type FirstContact } from '@keyway/client';
import { decodeId, fingerprintText } from '@keyway/crypto';
import { WireError } from '@keyway/wire';
import { confirmed } from './ask.js';
import type { Context } from './context.js';
import { addressOf, findKnownFleet, placeOf, rememberFleet, type KnownFleet } from './known-fleets.js';
import type { Terminal } from './terminal.js';

const MEET_MS = 5_000;

export interface MeetOptions {
  /** What the operator of the fleet says, in any of our forms: scripts compare, nobody is asked. */
  readonly fingerprint?: string | undefined;
  readonly name?: string | undefined;
  readonly timeoutMs?: number | undefined;
}
export interface Met extends FirstContact {
  readonly known: KnownFleet;
  /** It was confirmed earlier. */
  readonly before: boolean;
}

/**
 * Asks who answers at `place` and lets it be confirmed: by what is known, by the fingerprint that was given, or by a person at the
 * terminal. Then it is known. Throws `fleet_key_mismatch` when it is somebody else, `fleet_unpinned` when nobody can be asked, and
 * `untrusted` when the person does not say yes.
 */
export async function meetFleet(context: Context, place: string, options: MeetOptions = {}): Promise<Met> {
  const { home, terminal, signal } = context;
  const pin = options.fingerprint === undefined ? undefined : digestOf(options.fingerprint);
  const before = findKnownFleet(home, place);
  if (pin === undefined && !before && !terminal.interactive) throw unpinned(place);
  const contact = await fetchFingerprint(before?.place ?? place, { signal, timeoutMs: options.timeoutMs ?? MEET_MS });
  if (before && before.fingerprint !== contact.fingerprint) throw mismatch(terminal, before, contact.fingerprint);
  const shown = sha256Text(contact.fingerprint);
  if (pin !== undefined && pin !== shown) {
    throw new WireError('fleet_key_mismatch', `${place} shows ${shown}, and ${pin} was to be expected`);
  }
  if (pin === undefined && !before) await ask(terminal, place, contact.fingerprint, signal);
  const since = before?.since ?? new Date().toISOString().slice(0, 10);
  const known = { place: before?.place ?? placeOf(place), fingerprint: contact.fingerprint, since, name: options.name ?? before?.name };
  if (!before || before.name !== known.name) rememberFleet(home, known);
  return { ...contact, known, before: before !== undefined };
}

/**
 * A known fleet did not prove to be itself. Asks who answers there: somebody else is told loudly.
 * @returns the error to throw.
 */
export async function explainRefusal(context: Context, address: string, error: WireError): Promise<WireError> {
  if (error.reason !== 'fleet_wrong' && error.reason !== 'fleet_key_mismatch') return error;
  const { host, port } = parseFleetAddress(address);
  const known = findKnownFleet(context.home, host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`);
  if (!known || addressOf(known) !== address) return error;
  const found = await fetchFingerprint(known.place, { signal: context.signal, timeoutMs: MEET_MS }).catch(() => undefined);
  return found && found.fingerprint !== known.fingerprint ? mismatch(context.terminal, known, found.fingerprint) : error;
}

/** `SHA256:` and 43 characters, as OpenSSH writes it. */
export const sha256Text = (fingerprint: string): string => fingerprintText(decodeId(fingerprint)!);

async function ask(terminal: Terminal, place: string, fingerprint: string, signal: AbortSignal): Promise<void> {
  terminal.note(`Nobody has confirmed the fleet at ${place} yet. Whoever answers there shows this fingerprint:

  ${fingerprint}
  ${sha256Text(fingerprint)}

Compare it with what its operator told you, by another way than this network: \`npm start\` and \`keyway fleet show\` print it there.`);
  if (!(await confirmed(terminal, 'Is it the same? Then type yes: ', signal)))
    throw new WireError('untrusted', `nothing was kept of ${place}`);
}

export function mismatch(terminal: Terminal, known: KnownFleet, found: string): WireError {
  const which = known.name ?? known.place;
  terminal.note(`
  ┌───────────────────────────────────────────────────────────────┐
  │  STOP: somebody else answers in the place of a known fleet.   │
  └───────────────────────────────────────────────────────────────┘
  fleet      ${known.name === undefined ? known.place : `${known.name} at ${known.place}`}, known since ${known.since}
  known      ${known.fingerprint}
             ${sha256Text(known.fingerprint)}
  answers    ${found}
             ${sha256Text(found)}

  Either somebody stands between you and the fleet, or it was founded anew with another key. Nothing was sent.
  Ask its operator, not over this network. Only when the operator confirms the second one, type:
    keyway fleet forget ${which}
    keyway fleet trust ${known.place}
`);
  return new WireError(
    'fleet_key_mismatch',
    `${known.place} is known as ${sha256Text(known.fingerprint)} and shows ${sha256Text(found)} now`,
  );
}

/** The SHA256 form of a fingerprint in any form people get to see: ours, that of OpenSSH, hexadecimal with or without gaps. */
function digestOf(text: string): string {
  const plain = text.trim();
  if (/^SHA256:[A-Za-z0-9+/]{43}=?$/.test(plain)) return plain.replace('=', '');
  const hex = plain.replace(/^SHA-?256[: ]/i, '').replaceAll(/[\s:]/g, '');
  const digest = decodeId(plain) ?? (/^[0-9a-f]{64}$/i.test(hex) ? Buffer.from(hex, 'hex') : undefined);
  if (digest) return fingerprintText(digest);
  throw new WireError(
    'address_invalid',
    `${JSON.stringify(plain.slice(0, 80))} is no fingerprint: 52 characters a-z 2-7, SHA256:…, or 64 hexadecimal digits`,
  );
}

const unpinned = (place: string): WireError =>
  new WireError(
    'fleet_unpinned',
    `nobody has confirmed the fleet at ${place}, and there is no terminal to ask at. Type: npx --no keyway fleet trust ${place} --fingerprint <what its operator says>`,
  );
