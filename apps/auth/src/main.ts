import { parseConfig, runService } from '@keyway/service-kit';
import { AuthConfig } from './config.js';
import { openAuth } from './edge/auth.module.js';

await runService(openAuth, { config: () => parseConfig(AuthConfig, process.env), rpc: (config) => config.rpc });
