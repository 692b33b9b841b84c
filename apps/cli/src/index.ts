export { exitCodeOf, exitCodes, type ExitCode } from './exit-codes.js';
