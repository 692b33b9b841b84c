import { Command } from 'commander';
import type { Act } from '../program.js';

export const channelCommand = (_act: Act): Command => new Command('channel');
