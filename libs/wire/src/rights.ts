/** What a ticket allows, as bits of `TicketBody.rights`. */
export const rightBits = { send: 1, operator: 2, see: 4, serve: 8, hidden: 16 } as const;
export type RightName = keyof typeof rightBits;
