import { Command } from 'commander';
import type { Act } from '../program.js';

export const statusCommand = (_act: Act): Command => new Command('status');
