import { decodeId } from '@keyway/crypto';
import { parseEndpoint } from '@keyway/transport';
import { z } from 'zod';

/** The variable that pins the fleet. @returns 32 bytes. */
export const fleetFingerprint = () =>
  z
    .string()
    .transform((text, context) => decodeId(text) ?? (context.addIssue({ code: 'custom', message: 'is no fingerprint' }), z.NEVER))
    .describe('the fingerprint of the fleet root key, 52 characters of base32');

/** A variable that holds where clients come in. */
export const edgeEndpoints = () =>
  z
    .string()
    .transform((text) => text.split(','))
    .refine((list) => list.every(isEdge), 'has something that is no endpoint')
    .describe('where clients come in: tcp://host:port and zmq://host:port, separated by commas');

function isEdge(text: string): boolean {
  try {
    return parseEndpoint(text).scheme !== 'memory';
  } catch {
    return false;
  }
}
