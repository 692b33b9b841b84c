import { parseConfig, runService } from '@keyway/service-kit';
import { BrokerConfig } from './config.js';
import { openBroker } from './edge/broker.module.js';

await runService(openBroker, { config: () => parseConfig(BrokerConfig, process.env) });
