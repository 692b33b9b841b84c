import { decodeId } from '@keyway/crypto';
import { ensureHome, quoted, readPrivateFile, replacePrivateFile } from '@keyway/fleet';
import { WireError } from '@keyway/wire';
import { join } from 'node:path';

/** A fleet somebody confirmed: from then on a text `host:port`, or its name, stands for the whole address. */
export interface KnownFleet {
  /** `host:port`, in lower case. */
  readonly place: string;
  /** 52 characters. */
  readonly fingerprint: string;
  /** When it was confirmed: `2026-11-20`. */
  readonly since: string;
  readonly name: string | undefined;
}

export const knownFleetsFile = (home: string): string => join(home, 'known-fleets');

export const addressOf = ({ fingerprint, place }: KnownFleet): string => `keyway://${fingerprint}@${place}`;

const head = '# Fleets that were confirmed: host:port, fingerprint, date, name. Written by `keyway fleet trust` and `keyway fleet forget`.';
const placeShape = /^(?:\[[0-9a-f:.]+\]|[a-z0-9][a-z0-9._-]*):[1-9]\d{0,4}$/;
const nameShape = /^[a-z0-9][a-z0-9._-]{0,31}$/;
const dateShape = /^\d{4}-\d{2}-\d{2}$/;

export const isFleetName = (text: string): boolean => nameShape.test(text);
export const placeOf = (text: string): string => text.toLowerCase();

/** Throws `state_damaged` with the number of the line, `key_exposed` when others can read or write the file. */
export const readKnownFleets = (home: string): readonly KnownFleet[] => read(home).flatMap(({ fleet }) => fleet ?? []);

/** By name or by `host:port`. */
export const findKnownFleet = (home: string, which: string): KnownFleet | undefined =>
  readKnownFleets(home).find((fleet) => isMeant(fleet, which));

/** Adds a fleet. It never replaces one: throws `fleet_key_mismatch` when the place is known with another key, `config_invalid` when the name is taken. */
export function rememberFleet(home: string, fleet: KnownFleet): void {
  const lines = read(home);
  const known = lines.flatMap((line) => line.fleet ?? []);
  const same = known.find(({ place }) => place === fleet.place);
  if (same && same.fingerprint !== fleet.fingerprint) throw new WireError('fleet_key_mismatch', `${fleet.place} is known with another key`);
  const namesake = known.find(({ name, place }) => name !== undefined && name === fleet.name && place !== fleet.place);
  if (namesake) throw new WireError('config_invalid', `${quoted(fleet.name!)} is the name of ${namesake.place} already`);
  const text = [fleet.place, fleet.fingerprint, fleet.since, fleet.name].filter(Boolean).join(' ');
  const kept = lines.filter((line) => line.fleet === undefined || line.fleet !== same).map((line) => line.text);
  write(home, kept.length === 0 ? [head, text] : [...kept, text]);
}

/** @returns what was forgotten; undefined when nothing was known by this name or place. */
export function forgetFleet(home: string, which: string): KnownFleet | undefined {
  const lines = read(home);
  const line = lines.find(({ fleet }) => fleet && isMeant(fleet, which));
  if (line)
    write(
      home,
      lines.filter((one) => one !== line).map(({ text }) => text),
    );
  return line?.fleet;
}

const isMeant = ({ name, place }: KnownFleet, which: string): boolean => name === which || place === placeOf(which);

interface Line {
  readonly text: string;
  /** Undefined for comments and empty lines. */
  readonly fleet: KnownFleet | undefined;
}

function read(home: string): readonly Line[] {
  const path = knownFleetsFile(home);
  const bytes = readPrivateFile(path);
  if (!bytes) return [];
  const texts = new TextDecoder().decode(bytes).replace(/\n$/, '').split(/\r?\n/);
  return texts.map((text, at) => ({ text, fleet: /^\s*(#|$)/.test(text) ? undefined : parse(text, at + 1, path) }));
}

function parse(text: string, number: number, path: string): KnownFleet {
  const [place = '', fingerprint = '', since = '', name, ...more] = text.trim().split(/\s+/);
  const good = placeShape.test(place) && decodeId(fingerprint) !== undefined && dateShape.test(since);
  if (good && more.length === 0 && (name === undefined || nameShape.test(name))) return { place, fingerprint, since, name };
  throw new WireError('state_damaged', `line ${number} of ${path} is not "host:port fingerprint date name". Put it right or take it out`);
}

function write(home: string, lines: readonly string[]): void {
  ensureHome(home);
  replacePrivateFile(knownFleetsFile(home), `${lines.join('\n')}\n`);
}
