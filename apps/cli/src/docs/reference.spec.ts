import { commandTree, everyCommand, pathOf } from '../tree.js';
import { cliReference } from './reference.js';

const paths = everyCommand(commandTree(() => () => Promise.resolve()))
  .filter((command) => command.parent && command.commands.length === 0 && command.name() !== 'complete')
  .map(pathOf);
const template = paths.map((path) => `{{command ${path}}}`).join('\n');

it('writes usage, arguments, options, choices and defaults of a command from the command itself', () => {
  const text = cliReference(template);
  expect(text).toContain('`keyway send [options] <to> [text]`: send a text or a file to a client.');
  expect(text).toMatch(/^\| `--type <kind>` \| .*one of .*`ed25519`.*; `rsa-3072` unless given \|$/m);
  expect(text).toContain('| `<shell>` | which shell it is for; one of `bash`, `zsh`, `fish` |');
});

it('lists what people are to know of, and not what scripts ask', () => {
  const text = cliReference(`{{commands}}\n${template}`);
  expect(text).toContain('| [`send`](#send) | send a text or a file to a client |');
  expect(text).not.toContain('complete`');
});

it('puts every reason beside its exit code', () => {
  const text = cliReference(`${template}\n{{exit codes}}`);
  expect(text).toMatch(/^\| 8 \| not in time \| .*`timed_out`.*\|$/m);
  expect(text.match(/`fleet_key_mismatch`/g)).toHaveLength(1);
});

it('cannot leave a command out, nor speak of one that is gone', () => {
  expect(() => cliReference(template.replace('{{command send}}', ''))).toThrow('{{command send}}');
  expect(() => cliReference(`${template}\n{{command sned}}`)).toThrow('keyway sned');
});
