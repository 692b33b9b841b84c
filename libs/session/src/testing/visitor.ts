import type { StreamFrames } from '../inbound.js';

/** Takes every frame and does nothing with it. */
export const ignore: StreamFrames = {
  open: () => undefined,
  run: () => undefined,
  refused: () => undefined,
  accepted: () => undefined,
  goOn: () => undefined,
  stored: () => undefined,
  credit: () => undefined,
  request: () => undefined,
  reply: () => undefined,
  presence: () => undefined,
  settings: () => undefined,
};

/** Writes down the kinds of the frames it is given. */
export function listing(): StreamFrames & { readonly kinds: string[] } {
  const kinds: string[] = [];
  const note = (kind: string) => () => void kinds.push(kind);
  return {
    kinds,
    open: note('open'),
    run: note('run'),
    refused: note('refused'),
    accepted: note('accepted'),
    goOn: note('goOn'),
    stored: note('stored'),
    credit: note('credit'),
    request: note('request'),
    reply: note('reply'),
    presence: note('presence'),
    settings: note('settings'),
  };
}
