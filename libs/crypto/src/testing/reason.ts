import { isKeyError, type KeyErrorReason } from '../key-error.js';

/** The reason of the KeyError that `act` throws, undefined where it throws nothing; everything else thrown passes through. */
export function refusal(act: () => unknown): KeyErrorReason | undefined {
  try {
    act();
    return undefined;
  } catch (thrown) {
    if (isKeyError(thrown)) return thrown.reason;
    throw thrown;
  }
}

/** Reason and message of the KeyError that `act` throws or rejects with, as `reason: message`; undefined where there is none. */
export async function namedRefusal(act: () => unknown): Promise<string | undefined> {
  try {
    await act();
    return undefined;
  } catch (thrown) {
    if (isKeyError(thrown)) return `${thrown.reason}: ${thrown.message}`;
    throw thrown;
  }
}
