import { defaultPorts, portsFrom, startFleet, type Fleet, type FleetEvent, type Ports } from '@keyway/fleet';
import { serviceNames } from '@keyway/fleet';
import { InvalidArgumentError, Command, Option } from 'commander';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { oneLine } from '../printable.js';
import type { Act } from '../program.js';
import type { Terminal } from '../terminal.js';

const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

interface UpOptions {
  readonly ports?: 'free';
  readonly portBase?: number;
  readonly logLevel?: (typeof levels)[number];
}

export const upCommand = (act: Act): Command =>
  new Command('up')
    .description('start a fleet on this machine and keep it running until Ctrl-C')
    .addOption(new Option('--ports <free>', 'take free ports and keep them').choices(['free']).conflicts('portBase'))
    .option('--port-base <number>', `base of the seven ports (${defaultPorts.brokerTcp} unless remembered)`, wholeNumber)
    .addOption(new Option('--log-level <level>', 'how much the services log').choices(levels))
    .action(act(up));

async function up(context: Context, options: UpOptions): Promise<number> {
  const { home, terminal, signal, urgent, env } = context;
  const ports: Partial<Ports> | 'free' | undefined =
    options.ports ?? (options.portBase === undefined ? undefined : portsFrom(options.portBase));
  let ready = false;
  const fleet = await startFleet({
    home,
    env,
    ...(ports && { ports }),
    ...(options.logLevel && { settings: { logLevel: options.logLevel } }),
    signal,
    onEvent: (event) => report(terminal, event, ready),
  });
  ready = true;
  announce(context, fleet);
  if (!signal.aborted) await once(signal, 'abort');
  return stop(fleet, terminal, urgent);
}

async function stop(fleet: Fleet, terminal: Terminal, urgent: AbortSignal): Promise<number> {
  terminal.note('\nStopping the fleet; Ctrl-C again ends it at once.');
  const kill = (): void => void fleet.stop({ atOnce: true });
  urgent.addEventListener('abort', kill);
  await fleet.stop();
  terminal.data({ event: 'stopped', atOnce: urgent.aborted });
  terminal.note(urgent.aborted ? 'Ended at once.' : 'Stopped. Keys, clients and waiting messages stay.');
  return urgent.aborted ? exitCodes.interrupted : exitCodes.ok;
}

/** Before the fleet is ready only what went wrong is worth a line; afterwards everything is. */
function report(terminal: Terminal, event: FleetEvent, ready: boolean): void {
  if (ready || event.kind === 'failed' || event.kind === 'waiting') {
    terminal.data({ event: event.kind, ...event, kind: undefined, ...('error' in event && { error: event.error.message }) });
  }
  const line = sentence(event, ready);
  if (line) terminal.note(`${new Date().toTimeString().slice(0, 8)} ${line}`);
}

function sentence(event: FleetEvent, ready: boolean): string | undefined {
  switch (event.kind) {
    case 'exited':
      return `${event.service} ended (${event.signal ?? `exit code ${event.code ?? 'unknown'}`})`;
    case 'restarting':
      return `${event.service} starts again in ${event.inMs} ms`;
    case 'ready':
      return ready ? `${event.service} is ready again` : undefined;
    case 'failed':
      return oneLine(event.error.message);
    case 'waiting':
      return `${event.service} of an earlier start (process ${event.pid}) is ending; waiting for it`;
    case 'renewed':
      return `the manifest was renewed: version ${event.version}, valid until ${new Date(event.expiresMs).toISOString().slice(0, 10)}`;
    case 'renewal_failed':
      return `the manifest, valid until ${new Date(event.expiresMs).toISOString().slice(0, 10)}, cannot be renewed: ${oneLine(event.error.message)}`;
    case 'started':
      return undefined;
  }
}

function announce({ terminal, home, homeOption }: Context, fleet: Fleet): void {
  const { address, fingerprint, endpoints, health, startupMs, manifestVersion, manifestExpiresMs } = fleet;
  const pids = Object.fromEntries(serviceNames.map((name) => [name, fleet.pid(name)]));
  const manifest = { version: manifestVersion, expires: new Date(manifestExpiresMs).toISOString() };
  terminal.data({ event: 'ready', address, fingerprint, endpoints, health, pids, home, manifest, startupMs });
  const keyway = 'npx --no keyway';
  const name = (text: string): string => terminal.paint('dim', text.padEnd(15));
  terminal.say(`${terminal.paint('green', '●')} The fleet is ready after ${(startupMs / 1000).toFixed(1)} s.`);
  terminal.say();
  terminal.say(`${name('address')}${terminal.paint('bold', address)}`);
  terminal.say(`${name('manifest')}version ${manifestVersion}, valid until ${manifest.expires.slice(0, 10)}`);
  terminal.say(`${name('state')}${fleet.paths.fleet}`);
  terminal.say(`${name('logs')}${fleet.paths.logs}`);
  for (const service of serviceNames) terminal.say(`${name(service)}${health[service]}/ready  ${health[service]}/metrics`);
  terminal.say();
  terminal.say('Next, in two other terminals:');
  const keyed = (profile: string): boolean => existsSync(`${home}/clients/${profile}/identity.pem`);
  for (const profile of ['adam', 'eve']) if (!keyed(profile)) terminal.say(`  ${keyway} keygen --as ${profile}${homeOption}`);
  terminal.say(`  ${keyway} listen --as eve${homeOption}`);
  terminal.say(`  ${keyway} send --as adam${homeOption} @eve hello`);
  terminal.say();
  terminal.say('Ctrl-C stops the fleet.');
}

function wholeNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('It is no port number.');
  return Number(text);
}
