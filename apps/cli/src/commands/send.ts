import { Command } from 'commander';
import type { Act } from '../program.js';

export const sendCommand = (_act: Act): Command => new Command('send');
