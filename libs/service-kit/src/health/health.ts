import { LoopLag } from './lag.js';

/** `'ok'`, or why not: a short reason for operators, without secrets. */
export type CheckState = string;
export type Probe = () => CheckState | Promise<CheckState>;

export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, CheckState>>;
}

export interface Liveness {
  readonly live: boolean;
  readonly lagMs: number;
}

/** What a service is asked about itself. Plain code registers its checks; nothing here knows Nest or HTTP. */
export interface Health {
  /** Asks `probe` at each request for readiness. One that throws or takes too long is not ok. Returns its removal. */
  check(name: string, probe: Probe): () => void;
  /** Not ready from now on, whatever the checks say: the process is about to end. */
  drain(): void;
  readiness(): Promise<Readiness>;
  /** Alive while the event loop is less than a second late. */
  liveness(): Liveness;
  stop(): void;
}

export interface HealthLimits {
  /** How late the event loop of a live process may be; 1,000 unless given. */
  readonly maxLagMs?: number;
  /** How long a check may take; 1,000 unless given. */
  readonly probeMs?: number;
}

export function createHealth({ maxLagMs = 1_000, probeMs = 1_000 }: HealthLimits = {}): Health {
  const probes = new Map<string, Probe>();
  const lag = new LoopLag();
  let draining = false;
  return {
    check(name, probe) {
      if (probes.has(name)) throw new Error(`health check ${name} is registered twice`);
      probes.set(name, probe);
      return () => void probes.delete(name);
    },
    drain() {
      draining = true;
    },
    async readiness() {
      const answers = await Promise.all([...probes].map(async ([name, probe]) => [name, await ask(probe, probeMs)] as const));
      if (draining) answers.push(['draining', 'the service is stopping']);
      return { ready: answers.every(([, state]) => state === 'ok'), checks: Object.fromEntries(answers) };
    },
    liveness() {
      const lagMs = Math.round(lag.read());
      return { live: lagMs < maxLagMs, lagMs };
    },
    stop: () => lag.stop(),
  };
}

async function ask(probe: Probe, probeMs: number): Promise<CheckState> {
  let timer: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<CheckState>((resolve) => {
      timer = setTimeout(() => resolve(`no answer in ${probeMs} ms`), probeMs);
    });
    return await Promise.race([probe(), late]);
  } catch (thrown) {
    const { reason, code } = (thrown ?? {}) as { reason?: unknown; code?: unknown };
    return `failed (${String(reason ?? code ?? 'error')})`; // a name from a table, never the text of an error
  } finally {
    clearTimeout(timer);
  }
}
