import { rectifyConfusion } from 'unicode-confusables';

/**
 * What a name looks like (Unicode Technical Standard 39, section 4): two names with one skeleton may be taken for each other. Never shown to anybody.
 * One step further than the standard: what it maps to a capital letter, as 0 to O, is mapped to what the small letter maps to.
 * @param name - a canonical name.
 */
export const skeletonOf = (name: string): string => prototypes(prototypes(name).toLowerCase());

const prototypes = (text: string): string => rectifyConfusion(text.normalize('NFD')).normalize('NFD');
