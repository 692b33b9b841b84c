import { limits } from './limits.js';

/** Services whose names begin so are the fleet's own: nobody declares them. */
export const reservedServicePrefix = 'keyway.';

/** What `Request.service` may be. Says nothing about whether somebody declared it. */
export const isServiceName = (text: string): boolean => text.length <= limits.serviceNameBytes && /^[a-z0-9._-]+$/.test(text);
