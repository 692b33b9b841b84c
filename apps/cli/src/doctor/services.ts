import { askReady, inspectFleet, serviceNames, type FleetSummary } from '@keyway/fleet';
import { connect } from 'node:net';
import { durationText } from '../amounts.js';
import { oneLine } from '../printable.js';
import { readMetrics } from './metrics.js';
import { fail, ok, warn, type Check } from './check.js';

const REACH_MS = 2_000;
const DAY_MS = 86_400_000;

/** The fleet that lives in this home: processes, readiness, ports, manifest, queues. */
export async function checkServices(home: string): Promise<readonly Check[]> {
  const fleet = inspectFleet(home);
  if (!fleet) return [];
  if (fleet.pid === undefined) return [fail('supervisor', 'the fleet of this home does not run', '`npm start` starts it'), manifest(fleet)];
  const found = await Promise.all([
    ...serviceNames.map((name) => readiness(fleet, name)),
    ...endpoints(fleet),
    ...serviceNames.map((name) => queues(fleet, name)),
  ]);
  return [ok('supervisor', `process ${fleet.pid}`), ...found.flat(), manifest(fleet)];
}

async function readiness(fleet: FleetSummary, name: (typeof serviceNames)[number]): Promise<Check> {
  const answer = await askReady(fleet.health[name]);
  if (!answer) return fail(name, `${fleet.health[name]} does not answer`, `look into ${fleet.paths.logs}/${name}.log`);
  return answer.ready ? ok(name, 'ready') : fail(name, oneLine(answer.detail), `look into ${fleet.paths.logs}/${name}.log`);
}

const endpoints = (fleet: FleetSummary): readonly Promise<Check>[] =>
  Object.entries(fleet.endpoints).flatMap(([role, addresses]) => addresses.map((address) => checkEndpoint(role, address)));

/** Whether anything listens at a `tcp://` or `zmq://` endpoint. */
export async function checkEndpoint(role: string, address: string): Promise<Check> {
  const { hostname, port } = new URL(address.replace(/^[a-z]+:/, 'http:'));
  const open = await new Promise<boolean>((resolve) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port), timeout: REACH_MS });
    const end = (reached: boolean): void => {
      socket.destroy();
      resolve(reached);
    };
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false));
  });
  return open
    ? ok(role, `${address} is reachable`)
    : fail(role, `${address} cannot be reached`, 'does the service run, and does a firewall let it through?');
}

function manifest({ manifestVersion, manifestExpiresMs }: FleetSummary): Check {
  return manifestLife('manifest', manifestVersion, manifestExpiresMs - Date.now());
}

export function manifestLife(what: string, version: number, leftMs: number): Check {
  if (leftMs <= 0) return fail(what, `version ${version} has expired`, 'start the fleet: it signs a new one');
  const found = `version ${version}, valid for ${durationText(leftMs)}`;
  return leftMs < 7 * DAY_MS ? warn(what, found, 'it should have been renewed: see the log of `keyway up`') : ok(what, found);
}

/** Queues and what waits in them, as the service counts it. */
async function queues(fleet: FleetSummary, name: (typeof serviceNames)[number]): Promise<readonly Check[]> {
  const metrics = await readMetrics(fleet.health[name]);
  if (!metrics) return [];
  const depths = [...metrics].filter(([metric]) =>
    /(_sessions|_links|_half_open|_halted_streams|_appending_bytes|_waiting\w*|_open_requests|_queue\w*)$/.test(metric),
  );
  if (depths.length === 0) return [];
  const found = depths.map(([metric, value]) => `${metric.replace(/^[a-z]+_/, '').replaceAll('_', ' ')} ${value}`).join(', ');
  const halted = metrics.get('router_halted_streams') ?? 0;
  return [
    halted > 0 ? warn(`${name} queues`, found, 'mailboxes are full: their owners have to come and read') : ok(`${name} queues`, found),
  ];
}
