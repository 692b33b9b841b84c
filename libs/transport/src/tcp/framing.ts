import { FrameParser } from '../stream/frames.js';
import type { FrameHeader } from '../stream/frames.js';
import type { StreamProtocol } from '../stream/protocol.js';

const headerBytes = 4;

const header: FrameHeader = {
  size: () => headerBytes,
  length: (bytes, at) => bytes.readUInt32BE(at),
};

/** A message is its length, 4 bytes, big-endian, and then itself. No opening, no version: the records inside have one. */
export const lengthPrefixed: StreamProtocol = Object.freeze<StreamProtocol>({
  scheme: 'tcp',
  maxHeaderBytes: headerBytes,
  writeHeader(chunk, at, length) {
    chunk[at] = length >>> 24;
    chunk[at + 1] = length >>> 16;
    chunk[at + 2] = length >>> 8;
    chunk[at + 3] = length;
    return at + headerBytes;
  },
  decoder: (maxMessageBytes, host) => new FrameParser(header, maxMessageBytes, host),
});
