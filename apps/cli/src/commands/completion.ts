import { Argument, Command } from 'commander';
import type { Act } from '../act.js';
import { completionScript, shells, type Shell } from '../completion/scripts.js';
import type { Context } from '../context.js';

export const completionCommand = (act: Act): Command =>
  new Command('completion')
    .description('print a script that completes commands, options, profiles and values')
    .addArgument(new Argument('<shell>', 'which shell it is for').choices(shells))
    .action(act(completion));

function completion({ terminal }: Context, _: object, shell: Shell): Promise<void> {
  const script = completionScript(shell);
  terminal.data({ shell, script });
  terminal.say(script.trimEnd());
  return Promise.resolve();
}
