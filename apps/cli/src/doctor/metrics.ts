import { get } from 'node:http';

const PATIENCE_MS = 2_000;
const MOST_BYTES = 1_000_000;

/** The values of a service at /metrics, those with labels added up by their name; undefined when it does not answer. */
export function readMetrics(address: string): Promise<ReadonlyMap<string, number> | undefined> {
  return new Promise((resolve) => {
    const request = get(`${address}/metrics`, { agent: false, timeout: PATIENCE_MS }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (more: string) => {
        if (text.length < MOST_BYTES) text += more;
      });
      response.on('error', () => resolve(undefined));
      response.on('end', () => resolve(response.statusCode === 200 ? parseMetrics(text) : undefined));
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(undefined));
  });
}

/** The Prometheus text format, version 0.0.4. */
export function parseMetrics(text: string): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const line of text.split('\n')) {
    const found = /^([a-zA-Z_:][\w:]*)(?:\{.*\})? ([-+.\deE]+|NaN|[-+]Inf)(?: \d+)?$/.exec(line);
    const value = Number(found?.[2]);
    if (found && Number.isFinite(value)) values.set(found[1]!, (values.get(found[1]!) ?? 0) + value);
  }
  return values;
}
