import type { PolicyRow } from '@keyway/registry';
import { rightBits } from '@keyway/wire';

/** What whoever enrols may do. */
export const memberRights = rightBits.send | rightBits.see | rightBits.serve;
export const operatorRights = memberRights | rightBits.operator;

/** Bits an operator may set and clear one by one. */
export const knownRights = operatorRights | rightBits.hidden;

/**
 * What goes into a ticket. The bit `hidden` tells routers to report whom the client writes to, or nobody could answer it; where nobody sees
 * members, that holds for all of them.
 */
export const ticketRights = (rights: number, hidden: boolean, seeing: PolicyRow['seeing']): number =>
  hidden || seeing === 'nobody' ? rights | rightBits.hidden : rights;
