// A back end that opens no port: node examples/dist/nest-backend/main.js keyway://<fingerprint>@host:port <folder for key and state>
import 'reflect-metadata';
import { FileStore, parseFleetAddress } from '@keyway/client';
import { KeywayErrorFilter, KeywayServer } from '@keyway/nest';
import { ConsoleLogger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { join } from 'node:path';
import { keyIn } from './key-in.js';
import { OrdersController } from './orders.controller.js';
import { Orders } from './orders.js';

@Module({ controllers: [OrdersController], providers: [Orders] })
class OrdersModule {}

const [fleet, folder] = process.argv.slice(2);
if (fleet === undefined || folder === undefined) {
  console.error('usage: nest-backend keyway://<fingerprint>@host:port <folder>');
  process.exit(2);
}
try {
  parseFleetAddress(fleet);
  const identity = await keyIn(folder);
  const strategy = new KeywayServer({ connect: { fleet, identity, store: new FileStore(join(folder, 'state')) }, service: 'orders' });
  const logger = new ConsoleLogger({ logLevels: ['warn', 'error'], colors: false });
  const app = await NestFactory.createMicroservice(OrdersModule, { strategy, logger });
  app.useGlobalFilters(new KeywayErrorFilter());
  app.enableShutdownHooks(); // SIGTERM: takes no more, answers what it has, ends
  await app.listen();
  console.log('serving orders');
} catch (thrown) {
  console.error((thrown as Error).message);
  process.exit(1);
}
