import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A server of the bench in a process of its own, so that its CPU can be told from the load's. */
export interface Server {
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts `servers/<name>.js`, which sends `{port}` when it listens. */
export async function startServer(name: string, ...args: string[]): Promise<Server> {
  const child = fork(fileURLToPath(new URL(`./servers/${name}.js`, import.meta.url)), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port));
    child.once('exit', (code) => reject(new Error(`server ${name} ended with ${code}`)));
  });
  return { pid: child.pid!, port, stop: () => ended(child) };
}

/** Starts `drivers/<name>.js`; resolves when it says that its load stands. */
export async function startDriver(name: string, ...args: string[]): Promise<Pick<Server, 'stop'>> {
  const child = fork(fileURLToPath(new URL(`./drivers/${name}.js`, import.meta.url)), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`driver ${name} ended with ${code}`)));
  });
  return { stop: () => ended(child) };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
