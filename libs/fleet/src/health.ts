import { get } from 'node:http';

const PROBE_MS = 2_000;
const ANSWER_BYTES = 16_384;

/** What a service says at /ready: undefined when it does not answer, else whether it is ready and its checks as text. */
export interface ReadyAnswer {
  readonly ready: boolean;
  readonly detail: string;
}

/** @param address - of the service's health endpoints, without a path. */
export function askReady(address: string): Promise<ReadyAnswer | undefined> {
  return new Promise((resolve) => {
    const request = get(`${address}/ready`, { agent: false, timeout: PROBE_MS }, (response) => {
      let detail = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        if (detail.length < ANSWER_BYTES) detail += text;
      });
      response.on('error', () => resolve(undefined));
      response.on('end', () => resolve({ ready: response.statusCode === 200, detail: detail.trim() }));
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(undefined));
  });
}
