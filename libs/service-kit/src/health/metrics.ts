import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Counts on a hot path: a plain number, read when somebody asks for the metrics. */
export class HotCounter {
  value = 0;

  inc(by = 1): void {
    this.value += by;
  }
}

export type Labels = Readonly<Record<string, string>>;

/** Label values come from our code, never from a peer: a stranger must not be able to make series. */
const MAX_SERIES = 256;

/** The metrics of one process. Names get the prefix `keyway_`. */
export class Metrics {
  readonly registry = new Registry();
  readonly #series = new Map<string, Map<string, { labels: Labels; counter: HotCounter }>>();

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
  }

  /**
   * The counter of this name and these labels: the same one each time. Keep it in a field; `inc()` is then one addition.
   * All series of a name have the same label names. Throws RangeError beyond 256 series: our bug.
   */
  counter(name: string, help: string, labels: Labels = {}): HotCounter {
    const series = this.#series.get(name) ?? this.#newSeries(name, help, Object.keys(labels));
    const key = JSON.stringify(Object.entries(labels).sort());
    const known = series.get(key);
    if (known) return known.counter;
    if (series.size >= MAX_SERIES) throw new RangeError(`metric ${name} has too many series`);
    const counter = new HotCounter();
    series.set(key, { labels, counter });
    return counter;
  }

  /** A value that is read when somebody asks. */
  gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name: `keyway_${name}`,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }

  /** A value per label, read when somebody asks. */
  gauges(name: string, help: string, label: string, read: () => Promise<ReadonlyMap<string, number>>): void {
    new Gauge({
      name: `keyway_${name}`,
      help,
      labelNames: [label],
      registers: [this.registry],
      async collect() {
        this.reset();
        for (const [value, number] of await read()) this.set({ [label]: value }, number);
      },
    });
  }

  /** A count that pure code keeps as a number of its own. */
  counterFrom(name: string, help: string, read: () => number): void {
    new Counter({
      name: `keyway_${name}`,
      help,
      registers: [this.registry],
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  }

  /** Counts by name that pure code keeps in a map; names are ours, never a peer's. */
  countersFrom(name: string, help: string, label: string, counts: ReadonlyMap<string, number>): void {
    new Counter({
      name: `keyway_${name}`,
      help,
      labelNames: [label],
      registers: [this.registry],
      collect() {
        this.reset();
        for (const [value, count] of counts) this.inc({ [label]: value }, count);
      },
    });
  }

  /** Costs about a microsecond per observation: not for the data plane. */
  histogram(name: string, help: string, buckets: readonly number[]): { observe(value: number): void } {
    return new Histogram({ name: `keyway_${name}`, help, buckets: [...buckets], registers: [this.registry] });
  }

  #newSeries(name: string, help: string, labelNames: string[]): Map<string, { labels: Labels; counter: HotCounter }> {
    const series = new Map<string, { labels: Labels; counter: HotCounter }>();
    this.#series.set(name, series);
    new Counter({
      name: `keyway_${name}`,
      help,
      labelNames,
      registers: [this.registry],
      collect() {
        this.reset();
        for (const { labels, counter } of series.values()) this.inc({ ...labels }, counter.value);
      },
    });
    return series;
  }
}
