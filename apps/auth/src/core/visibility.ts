import { equal } from '@keyway/crypto';
import type { Glance, Glimpse, PageOf, PolicyRow } from '@keyway/registry';
import { rightBits, sightIds } from '@keyway/wire';

type Sight = (typeof sightIds)[keyof typeof sightIds];

/**
 * Whether somebody is there for somebody else: the rule for messages. One answer for a client that is unknown, blocked, or hidden from the
 * viewer: nobody can tell them apart.
 * @returns `everybody` only where it does not depend on who asks.
 */
export function sightOf({ clientId, viewer }: Glance, seen: Glimpse, seeing: PolicyRow['seeing']): Sight {
  const { client } = seen;
  if (!client || client.blocked) return sightIds.unknown;
  if (seeing === 'members' && !client.hidden) return sightIds.everybody;
  return isOperator(seen.viewer) || equal(clientId, viewer) || seen.isContact ? sightIds.thisViewer : sightIds.unknown;
}

/** The same for the directory, where strangers are seen by those who have the right to see. */
export function isListed(glance: Glance, seen: Glimpse, seeing: PolicyRow['seeing']): boolean {
  const sight = sightOf(glance, seen, seeing);
  if (sight !== sightIds.everybody || maySee(seen.viewer)) return sight !== sightIds.unknown;
  return equal(glance.clientId, glance.viewer) || seen.isContact;
}

/** The same rule for a page of the directory. */
export function seenBy(viewer: Glimpse['viewer'], seeing: PolicyRow['seeing']): PageOf['sees'] {
  if (isOperator(viewer)) return 'everybody';
  return seeing === 'members' && maySee(viewer) ? 'shown' : 'contacts';
}

const isOperator = (viewer: Glimpse['viewer']): boolean => has(viewer, rightBits.operator);
const maySee = (viewer: Glimpse['viewer']): boolean => has(viewer, rightBits.see) || isOperator(viewer);
const has = (viewer: Glimpse['viewer'], right: number): boolean => viewer !== undefined && !viewer.blocked && (viewer.rights & right) !== 0;
