import { Command } from 'commander';
import type { Act } from '../program.js';

export const demoCommand = (_act: Act): Command => new Command('demo');
