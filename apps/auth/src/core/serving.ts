import { equal } from '@keyway/crypto';
import type { ServiceTerms } from '@keyway/registry';
import { isServiceName, reservedServicePrefix, rightBits } from '@keyway/wire';

/** What is said to somebody who wants to serve. `declare`: it is the first, and owns the service from now on. */
export type Serving = 'yes' | 'declare' | 'forbidden' | 'no_such_service';

/** Whether somebody could declare it. */
export const isFreeServiceName = (name: string): boolean => isServiceName(name) && !name.startsWith(reservedServicePrefix);

/** The owner, its workers, and members where the owner or an operator said so; whoever comes first where the policy says so. */
export function servingOf({ policy, service, client }: ServiceTerms): Serving {
  if (!client || client.blocked || (client.rights & rightBits.serve) === 0) return 'forbidden';
  if (!service) {
    const isOperator = (client.rights & rightBits.operator) !== 0;
    return policy.serving === 'first' || isOperator ? 'declare' : 'no_such_service';
  }
  const { id } = client;
  return service.members || equal(service.ownerId, id) || service.workers.some((worker) => equal(worker, id)) ? 'yes' : 'forbidden';
}

/** Services one client may own by serving them first, and how many there may be for that: members do not fill the list. */
export const mostOwned = 16;
export const mostByMembers = 768;
/** Services and listed workers there may be in all: the whole list fits one answer. */
export const mostServices = 1_024;
export const mostWorkers = 4_096;
