import { Command } from 'commander';
import type { Act } from '../../act.js';
import { fleetForgetCommand } from './forget.js';
import { fleetListCommand } from './list.js';
import { fleetShowCommand } from './show.js';
import { fleetTrustCommand } from './trust.js';

export const fleetCommand = (act: Act): Command =>
  new Command('fleet')
    .description('which fleets this home trusts, and what they show')
    .addCommand(fleetTrustCommand(act))
    .addCommand(fleetShowCommand(act))
    .addCommand(fleetListCommand(act))
    .addCommand(fleetForgetCommand(act));
