/**
 * Stories that once went wrong, shrunk, and what they showed. The bytes mean what `Tale` makes of them: whoever changes its table of
 * actions takes the faults back for a moment and has these found anew.
 */
export const corpus = {
  /** After a halt at 1, what had been taken behind it was accepted: the sender goes back to 1, and believes nothing it did not send. */
  acceptedBehindAHalt:
    '8466a4fe8daaac2f75e03e3fbd7eac364277ce170d5e7cbd87135b6935b35aadf9f40fc642869992ef425fa5b629f0b6cd3884510660e0ddf707ed37c47f5b02be753b2b461d5dad838afbf2ceedf0aba5b15d31ece0e8712b0748ab1c30a3b732a363eec1d4f74e1430708bb1ad9b1899c6dbb07ffe087c',
} as const;
