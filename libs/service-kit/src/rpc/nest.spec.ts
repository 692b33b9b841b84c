import 'reflect-metadata';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import { WireError } from '@keyway/wire';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstValueFrom, of } from 'rxjs';
import { currentTrace, withTrace } from '../log/trace.js';
import { RpcErrorFilter } from './rpc-error-filter.js';
import { ZmqRpcClient } from './zmq-rpc-client.js';
import { RpcContext, ZmqRpcServer } from './zmq-rpc-server.js';

@Controller()
class EchoController {
  @MessagePattern('echo.plain')
  plain(body: Uint8Array): Uint8Array {
    return body;
  }
  @MessagePattern('echo.later')
  later(body: Uint8Array): Promise<Uint8Array> {
    return Promise.resolve(body);
  }
  @MessagePattern('echo.stream')
  stream(body: Uint8Array): unknown {
    return of(body);
  }
  @MessagePattern('echo.trace')
  async trace(@Payload() _body: Uint8Array, @Ctx() context: RpcContext): Promise<Uint8Array> {
    await Promise.resolve();
    return Buffer.from(`${context.pattern} ${context.trace} ${currentTrace()}`);
  }
  @MessagePattern('echo.refuse')
  refuse(): Uint8Array {
    throw new WireError('forbidden');
  }
  @MessagePattern('echo.text')
  text(): string {
    return 'not bytes';
  }
}

@Module({ controllers: [EchoController] })
class EchoModule {}

const folder = mkdtempSync(join(tmpdir(), 'keyway-nest-'));
const endpoint = `ipc://${folder}/rpc`;
const client = new ZmqRpcClient({ endpoint });
const boot = async () => {
  const app = await NestFactory.createMicroservice(EchoModule, { strategy: new ZmqRpcServer({ endpoint }), logger: false });
  app.useGlobalFilters(new RpcErrorFilter());
  await app.listen();
  return app;
};
let app: Awaited<ReturnType<typeof boot>>;
beforeAll(async () => {
  app = await boot();
});
afterAll(async () => {
  client.close();
  await app.close();
  rmSync(folder, { recursive: true });
});

const ask = async (pattern: string): Promise<string> => Buffer.from(await client.call(pattern, Buffer.from('hi'), 1_000)).toString();

it.each(['echo.plain', 'echo.later', 'echo.stream'])('%s: a message handler takes bytes and gives bytes', async (pattern) => {
  expect(await ask(pattern)).toBe('hi');
});

it('carries the trace from the caller into the handler and its log, by the hooks of Nest', async () => {
  expect(await withTrace('t-1', () => ask('echo.trace'))).toBe('echo.trace t-1 t-1');
  const sent = await withTrace('t-2', () => firstValueFrom(client.send<Uint8Array>('echo.trace', Buffer.from(''))));
  expect(Buffer.from(sent).toString()).toBe('echo.trace t-2 t-2');
});

it('carries the reason a handler threw; what is not bytes becomes internal', async () => {
  await expect(ask('echo.refuse')).rejects.toMatchObject({ reason: 'forbidden' });
  await expect(ask('echo.text')).rejects.toMatchObject({ reason: 'internal' });
  await expect(ask('echo.unknown')).rejects.toMatchObject({ reason: 'frame_forbidden' });
});

it('tells an observer of send() about errors as well', async () => {
  await expect(firstValueFrom(client.send('echo.refuse', Buffer.from('')))).rejects.toMatchObject({ reason: 'forbidden' });
});
