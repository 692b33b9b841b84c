import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

/** RabbitMQ as a baseline: a node of its own, TLS only, in a folder of the bench. */
export interface Rabbit {
  readonly version: string;
  /** Of the Erlang machine, whose CPU counts. */
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

/** Debian's place; its wrapper in /usr/sbin changes the user, this one does not. */
const program = '/usr/lib/rabbitmq/bin/rabbitmq-server';
const startMs = 60_000;

/** @param certificates - folder with ca.crt, server.crt, server.key. @returns undefined where there is no RabbitMQ. */
export async function startRabbit(folder: string, certificates: string): Promise<Rabbit | undefined> {
  if (!existsSync(program)) return undefined;
  const home = join(folder, 'rabbitmq');
  mkdirSync(home, { mode: 0o700 });
  const [port, distribution, epmd] = [await freePort(), await freePort(), await freePort()];
  const inFolder = (name: string): string => join(certificates, name);
  const ssl = `ssl_options.cacertfile = ${inFolder('ca.crt')}\nssl_options.certfile = ${inFolder('server.crt')}\nssl_options.keyfile = ${inFolder('server.key')}\n`;
  writeFileSync(join(home, 'rabbitmq.conf'), `listeners.tcp = none\nlisteners.ssl.1 = 127.0.0.1:${port}\n${ssl}log.file.level = error\n`);
  writeFileSync(join(home, 'plugins'), '[].\n');
  const pidFile = join(home, 'pid');
  const env = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: home,
    RABBITMQ_NODENAME: `bench${port}@localhost`,
    RABBITMQ_DIST_PORT: String(distribution),
    RABBITMQ_MNESIA_BASE: home,
    RABBITMQ_LOG_BASE: home,
    RABBITMQ_PID_FILE: pidFile,
    RABBITMQ_CONF_ENV_FILE: '/dev/null',
    RABBITMQ_CONFIG_FILE: join(home, 'rabbitmq.conf'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(home, 'plugins'),
    ERL_EPMD_PORT: String(epmd),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '+sbwt none -kernel inet_dist_use_interface {127,0,0,1}',
  };
  const server = spawn(program, { env, stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const until = performance.now() + startMs;
  const log = join(home, `bench${port}@localhost.log`);
  while (!(existsSync(pidFile) && (await answers(port)))) {
    if (performance.now() > until || server.exitCode !== null) throw new Error(`RabbitMQ did not start: see ${log}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const pid = Number(readFileSync(pidFile, 'utf8'));
  const version = execFileSync('dpkg-query', ['-W', '-f', '${Version}', 'rabbitmq-server'], { encoding: 'utf8' });
  return {
    version,
    pid,
    port,
    async stop() {
      process.kill(pid, 'SIGTERM');
      await ended;
      execFileSync('epmd', ['-port', String(epmd), '-kill'], { stdio: 'ignore' });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(port: number): Promise<boolean> {
  const { connect } = await import('node:net');
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
