import { run } from './program.js';

const PATIENCE_MS = 1_000;

// whoever read our output is gone: end as other tools do
process.stdout.on('error', () => process.exit(141));
const { argv, env, stdin, stdout, stderr } = process;
process.exitCode = await run({ args: argv.slice(2), env, stdin, stdout, stderr });
setTimeout(() => process.exit(), PATIENCE_MS).unref(); // nothing left open may keep the prompt away
