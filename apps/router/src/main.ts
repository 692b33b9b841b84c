import { parseConfig, runService } from '@keyway/service-kit';
import { RouterConfig } from './config.js';
import { RouterModule } from './edge/router.module.js';

await runService(RouterModule.with, { config: () => parseConfig(RouterConfig, process.env) });
