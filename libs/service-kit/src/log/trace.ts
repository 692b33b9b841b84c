import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

const traces = new AsyncLocalStorage<string>();

/** 16 hex digits; names one piece of work in the logs of all services. */
export const newTrace = (): string => randomBytes(8).toString('hex');

/** Runs `work` so that its log lines, and the calls it makes, carry `trace`. An empty trace changes nothing. */
export const withTrace = <T>(trace: string, work: () => T): T => (trace === '' ? work() : traces.run(trace, work));

export const currentTrace = (): string => traces.getStore() ?? '';

/** A trace from a peer ends up in our log: anything but a short plain word is ignored. */
export const cleanTrace = (trace: string): string => (/^[\w-]{1,39}$/.test(trace) ? trace : '');
