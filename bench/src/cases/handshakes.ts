import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect as tlsConnect } from 'node:tls';
import { PrivateIdentity } from '@keyway/crypto';
import { parseFleetAddress } from '@keyway/client';
import type { Channel } from '@keyway/session';
import { decodeEnvelope, encodeEnvelope } from '@keyway/wire';
import { brokerEndpoint, enrol, newRequest, openLine, prepareAttach, type Line } from '../bare-client.js';
import type { Server } from '../children.js';
import { cpuMicros } from '../cpu.js';
import type { Row } from '../report.js';
import { spread } from '../stats.js';

const rounds = 5;
const each = 400;
const concurrency = 8;

/** Something that is done `each` times a round, `concurrency` at a time. `prepare` is not measured. */
interface Handshake {
  readonly pids: readonly number[];
  prepare(count: number): (() => Promise<void>)[];
}

/** P7 and P8: server CPU of a channel issued, and of a session attached, against mutual TLS 1.3 in the same run. */
export async function handshakeRows(
  fleet: { address: string; pids: Record<'auth' | 'channel-broker' | 'router', number> },
  tls: Server,
  folder: string,
): Promise<Row[]> {
  const { fingerprint } = parseFleetAddress(fleet.address);
  const endpoint = brokerEndpoint(fleet.address);
  const identity = await PrivateIdentity.generateAsync('rsa-2048');
  const links = await Promise.all(Array.from({ length: concurrency }, () => openLine(endpoint)));
  const channels = await enrolAll(links[0]!, identity, fingerprint);
  const issue: Handshake = {
    pids: [fleet.pids.auth, fleet.pids['channel-broker']],
    prepare: (count) => prepareRequests(count, identity, fingerprint, links),
  };
  const attach: Handshake = { pids: [fleet.pids.router], prepare: (count) => prepareAttaches(count, channels) };
  const mutual: Handshake = { pids: [tls.pid], prepare: (count) => Array.from({ length: count }, () => () => tlsOnce(tls.port, folder)) };
  const costs = { issue: [] as number[], attach: [] as number[], mutual: [] as number[] };
  await measure(mutual, 50);
  await measure(issue, 50);
  await measure(attach, 50);
  for (let round = 0; round < rounds; round += 1) {
    costs.mutual.push(await measure(mutual, each));
    costs.issue.push(await measure(issue, each));
    costs.attach.push(await measure(attach, each));
  }
  for (const line of links) line.link.close();
  const baseline = spread(costs.mutual);
  const row = (figure: string, what: string, values: readonly number[], goal: number): Row => {
    const ours = spread(values);
    const ratio = baseline.median / ours.median;
    return {
      figure,
      what,
      unit: 'µs CPU',
      ours,
      baseline: { what: 'mutual TLS 1.3', value: baseline },
      ratio,
      goal: `≥ ${goal} ×`,
      met: ratio >= goal,
    };
  };
  return [
    row('P7', 'channel issued (RSA-2048 client), auth + channel-broker', costs.issue, 3),
    row('P8', 'session attached, router', costs.attach, 6),
  ];
}

async function measure(handshake: Handshake, count: number): Promise<number> {
  const todo = handshake.prepare(count);
  const used = (): number => handshake.pids.reduce((sum, pid) => sum + cpuMicros(pid), 0);
  const before = used();
  const worker = async (): Promise<void> => {
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) await next();
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  await new Promise((resolve) => setTimeout(resolve, 50)); // what the server still does for them counts too
  return (used() - before) / count;
}

/** One channel each of so many clients: sessions of one client replace each other. */
async function enrolAll(line: Line, first: PrivateIdentity, fleet: Uint8Array): Promise<Channel[]> {
  const channels = [await enrol(line, first, fleet)];
  while (channels.length < concurrency) channels.push(await enrol(line, PrivateIdentity.generate('ed25519'), fleet));
  return channels;
}

function prepareRequests(count: number, identity: PrivateIdentity, fleet: Uint8Array, lines: readonly Line[]): (() => Promise<void>)[] {
  const free = [...lines];
  return Array.from({ length: count }, () => {
    const bytes = encodeEnvelope({ kind: 'channel_request', value: newRequest(identity, fleet, false).request });
    return async () => {
      const line = free.pop()!;
      if (decodeEnvelope(await line.ask(bytes))?.kind !== 'channel_grant') throw new Error('no grant');
      free.push(line);
    };
  });
}

function prepareAttaches(count: number, channels: readonly Channel[]): (() => Promise<void>)[] {
  return Array.from({ length: count }, (_, i) => {
    const attach = prepareAttach(channels[i % channels.length]!, 'tcp');
    return async () => (await attach()).link.close();
  });
}

function tlsOnce(port: number, folder: string): Promise<void> {
  const read = (name: string): Buffer => readFileSync(join(folder, name));
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, key: read('client.key'), cert: read('client.crt'), ca: read('ca.crt') };
    const socket = tlsConnect(options, () => socket.resume());
    socket.once('close', () => resolve());
    socket.once('error', reject);
  });
}
