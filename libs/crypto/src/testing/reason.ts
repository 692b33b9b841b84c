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
