import { Command } from 'commander';
import type { Act } from '../program.js';

export const listenCommand = (_act: Act): Command => new Command('listen');
