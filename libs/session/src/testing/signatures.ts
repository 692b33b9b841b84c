import { PrivateIdentity } from '@keyway/crypto';

/** How many signatures are made while `act` runs. */
export function signaturesIn(act: () => void): number {
  const { sign } = PrivateIdentity.prototype;
  let count = 0;
  PrivateIdentity.prototype.sign = function (message) {
    count += 1;
    return sign.call(this, message);
  };
  try {
    act();
  } finally {
    PrivateIdentity.prototype.sign = sign;
  }
  return count;
}
