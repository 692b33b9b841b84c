import type { StreamProtocol } from '../stream/protocol.js';
import { lengthPrefixed } from '../tcp/framing.js';
import { zmtpRouter } from '../zmq/zmtp.js';
import { command, greeting, ready } from './zmtp-bytes.js';

const shortMessages = [Buffer.of(0, 0, 0, 1, 7), Buffer.of(0, 0, 0, 30), Buffer.alloc(30, 1), Buffer.of(0, 0, 0, 3, 1, 2, 3)];
const conversation = [
  greeting(),
  ready(),
  Buffer.of(0, 2, 1, 2),
  command('PING', Buffer.of(0, 1, 9)),
  Buffer.of(2, 0, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3),
];

/** A stream of every decoder with one of everything in it, and how long its opening is: what fuzzing starts from. */
export const validStreams: readonly (readonly [StreamProtocol, Buffer, number])[] = [
  [lengthPrefixed, Buffer.concat(shortMessages), 0],
  [zmtpRouter, Buffer.concat(conversation), 64],
];
