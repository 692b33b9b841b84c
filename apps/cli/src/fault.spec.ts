import { errorTable, WireError, type ErrorReason } from '@keyway/wire';
import { CommanderError } from 'commander';
import { exitCodeOf, exitCodes } from './exit-codes.js';
import { faultLine, faultOf } from './fault.js';

const reasons = Object.keys(errorTable) as ErrorReason[];

it.each(reasons)('says %s in one sentence with its name, number and a documented exit code', (reason) => {
  const fault = faultOf(new WireError(reason));
  expect(faultLine(fault, 'send')).toMatch(new RegExp(`^keyway: send: [^\\n]+ \\(${reason} ${errorTable[reason].code}\\)$`));
  expect(Object.values(exitCodes)).toContain(exitCodeOf(reason));
});

it('shows of an error nobody foresaw only its name: the text may hold anything', () => {
  const fault = faultOf(Object.assign(new TypeError('secret thing'), { code: 'EBAD' }));
  expect(fault).toMatchObject({ reason: 'internal', exitCode: 1, message: expect.stringContaining('TypeError EBAD') as string });
  expect(faultLine(fault, undefined)).not.toContain('secret');
});

it('takes errors of other libraries with a reason of the table', () => {
  expect(faultOf({ name: 'KeyError', reason: 'weak_key', message: 'the key is too weak: rsa-1024' })).toMatchObject({
    code: 5005,
    exitCode: 4,
  });
});

it('makes a usage error one line that names the help', () => {
  const fault = faultOf(new CommanderError(1, 'commander.unknownCommand', "error: unknown command 'sned'\n(Did you mean send?)"));
  expect(fault.exitCode).toBe(2);
  expect(faultLine(fault, undefined)).toBe("keyway: unknown command 'sned' (Did you mean send?). `keyway --help` shows how (usage)");
});

it.each(["unknown command 'bogus'", 'unexpected "x"', 'write it as `500ms`'])('ends the sentence after a quote too: %s', (message) => {
  const fault = faultOf(new CommanderError(1, 'commander.error', `error: ${message}`));
  expect(faultLine(fault, undefined)).toBe(`keyway: ${message}. \`keyway --help\` shows how (usage)`);
});

it('lets nothing through that a terminal would obey', () => {
  expect(faultOf(new WireError('address_invalid', '\u001b[2J')).message).not.toContain('\u001b');
});
