// Starts the service in its arguments over an IPC channel, prints its pid, and waits to be killed: for process.spec.ts.
import { fork } from 'node:child_process';

const child = fork(process.argv[2]!, [process.argv[3]!], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
child.on('message', (message) => process.stdout.write(`${JSON.stringify({ pid: child.pid, message })}\n`));
setInterval(() => undefined, 1_000);
