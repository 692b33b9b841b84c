import { Command } from 'commander';
import type { Act } from '../../act.js';
import { timeout } from '../../options.js';
import { auditCommand } from './audit.js';
import { blockCommand, revokeCommand, unblockCommand } from './block.js';
import { clientCommand } from './client.js';
import { clientsCommand } from './clients.js';
import { configCommand } from './config.js';
import { doctorCommand } from './doctor.js';
import { policyCommand } from './policy.js';
import { serviceCommand } from './service.js';
import { tokenCommand } from './token.js';

const makers = [
  ...[policyCommand, clientCommand, clientsCommand, blockCommand, unblockCommand, revokeCommand],
  ...[tokenCommand, configCommand, auditCommand, serviceCommand, doctorCommand],
];

export function adminCommand(act: Act): Command {
  const command = new Command('admin')
    .description('what operators do: who may join, who is who, tokens, services, the audit log')
    .option('--key <file>', 'the key of an operator; else --as <profile>, else the operator key of this home')
    .addOption(timeout('5s'));
  for (const make of makers) command.addCommand(make(act));
  return command;
}
