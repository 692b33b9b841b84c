import { readFileSync } from 'node:fs';
import { Secret } from '../secret.js';

/** A file of testing/keys: made by the real ssh-keygen or openssl. */
export const keyFile = (name: string): Buffer => readFileSync(new URL(`./keys/${name}`, import.meta.url));
export const keyText = (name: string): string => keyFile(name).toString('latin1');

/** Of all encrypted ones. */
export const PASSPHRASE = 'correct horse';
export const passphrase = Secret.of(PASSPHRASE);

/** The DER in a PEM file. */
export const derOf = (name: string): Buffer => Buffer.from(keyText(name).replace(/-----[^-]+-----|\s/g, ''), 'base64');
