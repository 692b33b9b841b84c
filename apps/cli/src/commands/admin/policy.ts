import type { FleetPolicy } from '@keyway/client';
import { Argument, Command, Option } from 'commander';
import type { Act } from '../../act.js';
import type { Context } from '../../context.js';
import { withOperator, type OperatorOptions } from '../../operator.js';

interface PolicyOptions extends OperatorOptions {
  readonly seeing?: FleetPolicy['seeing'];
  readonly serving?: FleetPolicy['serving'];
}

const meanings = {
  enrolment: { open: 'whoever holds a key may join', closed: 'whom an operator added, or gave a token' },
  seeing: { members: 'members see each other, but for the hidden ones', nobody: 'only operators see others' },
  serving: { first: 'who serves a new service first owns it', declared: 'operators declare services' },
} as const;

export const policyCommand = (act: Act): Command =>
  new Command('policy')
    .description('show or change who may join, see others and serve')
    .addArgument(new Argument('[enrolment]', 'show, or who may join from now on').choices(['show', 'open', 'closed']))
    .addOption(new Option('--seeing <whom>', 'who sees whom').choices(['members', 'nobody']))
    .addOption(new Option('--serving <who>', 'who may serve a new service').choices(['first', 'declared']))
    .action(act(policy));

async function policy(context: Context, options: PolicyOptions, word?: 'show' | 'open' | 'closed'): Promise<void> {
  const { seeing, serving } = options;
  const wanted = { ...(word && word !== 'show' && { enrolment: word }), ...(seeing && { seeing }), ...(serving && { serving }) };
  await withOperator(context, options, async ({ admin }) => {
    if (Object.keys(wanted).length > 0) await admin.setPolicy(wanted);
    const now = await admin.policy();
    const { terminal } = context;
    terminal.data(now);
    const line = (what: keyof FleetPolicy, value: string, meaning: string): void => {
      const changed = what in wanted ? terminal.paint('yellow', ' (set now)') : '';
      terminal.say(`${what.padEnd(12)} ${terminal.paint('bold', value)}: ${meaning}${changed}`);
    };
    line('enrolment', now.enrolment, meanings.enrolment[now.enrolment]);
    line('seeing', now.seeing, meanings.seeing[now.seeing]);
    line('serving', now.serving, meanings.serving[now.serving]);
  });
}
