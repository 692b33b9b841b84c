import 'reflect-metadata';
import { connect, PrivateIdentity, WireError, type Client } from '@keyway/client';
import { TestFleet } from '@keyway/client/testing';
import {
  BadRequestException,
  Controller,
  Injectable,
  Module,
  UseGuards,
  UseInterceptors,
  type CallHandler,
  type CanActivate,
  type ExecutionContext,
  type INestMicroservice,
  type LoggerService,
  type NestInterceptor,
  type PipeTransform,
  type Type,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, EventPattern, MessagePattern, Payload, RpcException } from '@nestjs/microservices';
import { firstValueFrom, from, lastValueFrom, map, NEVER, type Observable } from 'rxjs';
import { Content, KeywayClient, KeywayContext, KeywayErrorFilter, KeywayException, KeywayRecord, KeywayServer } from './index.js';

interface Order {
  readonly item: string;
  readonly count: number;
}

@Injectable()
class CheckedOrder implements PipeTransform<unknown, Order> {
  transform(value: unknown): Order {
    const { item, count } = (value ?? {}) as Partial<Order>;
    if (typeof item !== 'string' || typeof count !== 'number') throw new BadRequestException(['item is no text', 'count is no number']);
    return { item, count };
  }
}

const friends = new Set<string>();
@Injectable()
class OnlyFriends implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    return friends.has(context.switchToRpc().getContext<KeywayContext>().from);
  }
}

@Injectable()
class Stamped implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler<object>): Observable<unknown> {
    return next.handle().pipe(map((answer) => ({ ...answer, stamped: true })));
  }
}

const doors: PromiseWithResolvers<string>[] = [];
const heard: unknown[] = [];
const contexts: KeywayContext[] = [];

@Controller()
class OrdersController {
  @MessagePattern('create')
  @UseInterceptors(Stamped)
  create(@Payload(new CheckedOrder()) order: Order, @Ctx() context: KeywayContext): object {
    contexts.push(context);
    return { ...order, by: context.from };
  }
  @MessagePattern('echo')
  echo(@Payload() data: unknown): unknown {
    return data;
  }
  @MessagePattern('typed')
  typed(): Content {
    return new Content('<b>', 'text/html');
  }
  @MessagePattern('stream')
  stream(): Observable<number> {
    return from([1, 2, 3]);
  }
  @MessagePattern('never')
  never(@Ctx() context: KeywayContext): Observable<never> {
    context.signal.addEventListener('abort', () => heard.push('aborted'));
    return NEVER;
  }
  @MessagePattern('slow', { inFlight: 2 })
  slow(): Promise<string> {
    return (doors[doors.push(Promise.withResolvers<string>()) - 1] as PromiseWithResolvers<string>).promise;
  }
  @MessagePattern('friends')
  @UseGuards(OnlyFriends)
  friends(): string {
    return 'hello';
  }
  @MessagePattern('refuse')
  refuse(@Payload() how: string): never {
    if (how === 'exception') throw new KeywayException('unavailable', 'closed on Sundays');
    if (how === 'wire') throw new WireError('too_large', 'ten at most');
    if (how === 'rpc') throw new RpcException('sold out');
    throw new Error('secret');
  }
  @EventPattern<string>('paid')
  paid(@Payload() data: unknown, @Ctx() context: KeywayContext): string {
    contexts.push(context);
    if (data === 'broken') throw new KeywayException('malformed', 'nobody pays so');
    heard.push(data);
    return 'nobody reads this';
  }
}

@Module({ controllers: [OrdersController] })
class OrdersModule {}

const errors: unknown[] = [];
const quiet: LoggerService = { log: () => undefined, warn: () => undefined, error: (what: unknown) => void errors.push(what) };

let fleet: TestFleet;
let client: Client;
let server: KeywayServer;
let app: INestMicroservice;
let proxy: KeywayClient;
const open = async (): Promise<Client> => connect({ fleet: fleet.address, identity: PrivateIdentity.generate('ed25519') });
const identity = PrivateIdentity.generate('ed25519');
const serve = async (key = identity, graceMs?: number): Promise<[INestMicroservice, KeywayServer]> => {
  const connection = { fleet: fleet.address, identity: key };
  const strategy = new KeywayServer({ connect: connection, service: 'orders', inFlight: 8, graceMs });
  const started = await NestFactory.createMicroservice(OrdersModule, { strategy, logger: quiet });
  started.useGlobalFilters(new KeywayErrorFilter());
  await started.listen();
  return [started, strategy];
};
beforeAll(async () => {
  fleet = await TestFleet.start();
  [app, server] = await serve();
  client = await open();
  proxy = new KeywayClient({ client, service: 'orders' });
});
afterAll(async () => {
  await app.close();
  await client.close();
  await fleet.stop();
});

/** Looks until something is true, 5 s at most. */
async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 5_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`not within 5 s: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const send = <T>(pattern: string, data: unknown): Promise<T> => lastValueFrom(proxy.send<T>(pattern, data));

describe('a handler', () => {
  it('takes JSON through its pipe, knows who asks, and answers through its interceptor', async () => {
    const before = Date.now();
    expect(await send('create', { item: 'tea', count: 2 })).toEqual({ item: 'tea', count: 2, by: client.id, stamped: true });
    const context = contexts.at(-1)!;
    expect(context).toMatchObject({ from: client.id, pattern: 'create', attempt: 1, contentType: 'application/json' });
    expect([context.key.length, context.deadline.getTime() > before, context.signal.aborted]).toEqual([32, true, false]);
  });

  it('is a service for everybody, not only for Nest', async () => {
    const reply = await client.request('orders.create', '{"item":"tea","count":1}', { contentType: 'application/json' });
    expect([reply.contentType, JSON.parse(reply.text()), reply.source]).toEqual([
      'application/json',
      { item: 'tea', count: 1, by: client.id, stamped: true },
      server.unwrap<Client>().id,
    ]);
    expect((await client.request('orders.typed', '')).contentType).toBe('text/html');
  });

  it.each([[{ a: 1 }], [[1, 2]], ['text'], [0], [Uint8Array.of(1, 2, 3)]])('gets and gives %j as it is', async (data) => {
    expect(await send('echo', data)).toEqual(data);
  });

  it('that gives nothing answers with nothing', async () => {
    expect(await lastValueFrom(proxy.send('echo', new Uint8Array(0)), { defaultValue: 'nothing' })).toBe('nothing');
  });

  it('with an observable answers with its last value', async () => {
    expect(await send('stream', '')).toBe(3);
  });

  it('with an observable that never ends is left when nobody waits any more', async () => {
    await expect(send('never', new KeywayRecord('', { timeoutMs: 50 }))).rejects.toMatchObject({ reason: 'deadline_passed' });
    await until(() => heard.includes('aborted'));
  });

  it('has as many requests in work as its pattern says', async () => {
    const answers = [1, 2, 3].map(() => send('slow', ''));
    await until(() => doors.length === 2);
    expect(doors).toHaveLength(2);
    doors[0]!.resolve('first');
    await until(() => doors.length === 3);
    for (const door of doors) door.resolve('rest');
    expect(await Promise.all(answers)).toEqual(['first', 'rest', 'rest']);
  });
});

describe('who asks is told', () => {
  it.each([
    ['exception', 'unavailable', /: closed on Sundays$/],
    ['wire', 'too_large', /: ten at most$/],
    ['rpc', 'worker_failed', /: sold out$/],
    ['else', 'worker_failed', /^(?!.*secret)/],
  ])('what was thrown: %s', async (how, reason, message) => {
    errors.length = 0;
    await expect(send('refuse', how)).rejects.toMatchObject({ reason, message: expect.stringMatching(message) as string });
    expect(errors.map((error) => (error as Error).message)).toEqual(how === 'else' ? ['secret'] : []);
  });

  it('what a pipe found, and that a guard refused', async () => {
    await expect(send('create', { item: 'tea' })).rejects.toMatchObject({
      reason: 'malformed',
      message: expect.stringContaining('count is no number') as string,
    });
    await expect(send('friends', '')).rejects.toMatchObject({ reason: 'forbidden' });
    friends.add(client.id);
    expect(await send('friends', '')).toBe('hello');
  });

  it('that a body is no JSON, and that there is no such service', async () => {
    await expect(client.request('orders.create', '{', { contentType: 'application/json' })).rejects.toMatchObject({ reason: 'malformed' });
    await expect(send('nothing', '')).rejects.toMatchObject({ reason: 'no_such_service' });
    await expect(send('not a service', '')).rejects.toMatchObject({ reason: 'name_invalid' });
  });
});

describe('an event', () => {
  it('is taken by one handler, and emit completes when it has been', async () => {
    await lastValueFrom(proxy.emit('paid', { order: 7 }), { defaultValue: undefined });
    expect([heard.at(-1), contexts.at(-1)!.from]).toEqual([{ order: 7 }, client.id]);
  });

  it('that was refused is told to who emitted it', async () => {
    await expect(lastValueFrom(proxy.emit('paid', 'broken'))).rejects.toMatchObject({ reason: 'malformed' });
  });
});

describe('the transport', () => {
  it('says how it is doing', async () => {
    const events: unknown[] = [];
    server.on('attached', () => events.push('attached'));
    const states: string[] = [];
    const subscription = server.status.subscribe((state) => states.push(state));
    const before = fleet.router.desk.asked.length;
    const patterns = server.getHandlers().size;
    fleet.router.cut(identity.public.fingerprint);
    await until(() => events.includes('attached') && fleet.router.desk.asked.length >= before + patterns);
    subscription.unsubscribe();
    expect(states).toEqual(['connected', 'disconnected', 'connected']);
    expect(await send('echo', 'still here')).toBe('still here');
  });

  it('closes gracefully: takes no more, and finishes what runs', async () => {
    const [second, strategy] = await serve(PrivateIdentity.generate('ed25519'));
    doors.length = 0;
    const other = strategy.unwrap<Client>();
    const asked = send<string>('slow', '');
    await until(() => doors.length === 1);
    const closing = Promise.all([second.close(), app.close()]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([server.unwrap<Client>().state, other.state]).toContain('attached'); // whoever has it in work
    doors[0]!.resolve('done');
    expect(await asked).toBe('done');
    await closing;
    expect(() => server.unwrap()).toThrow(expect.objectContaining({ reason: 'session_closed' }));
    [app, server] = await serve();
  });

  it('does not wait longer than it is told to', async () => {
    const [second] = await serve(PrivateIdentity.generate('ed25519'), 20);
    doors.length = 0;
    const asked = [1, 2].map(() => send('slow', new KeywayRecord('', { timeoutMs: 8_000 })));
    await until(() => doors.length === 2); // each of the two has one
    await second.close();
    await until(() => doors.length === 3); // what it gave up came to the one that is left
    for (const door of doors) door.resolve('done');
    expect(await Promise.all(asked)).toEqual(['done', 'done']);
  });

  it('does not start where it may not serve, with patterns that are no services, or without a fleet', async () => {
    @Controller()
    class Odd {
      @MessagePattern({ cmd: 'sum' })
      sum(): number {
        return 1;
      }
    }
    @Module({ controllers: [Odd] })
    class OddModule {}
    const start = async (module: Type, strategy: KeywayServer): Promise<unknown> => {
      const started = await NestFactory.createMicroservice(module, { strategy, logger: false });
      return started.listen();
    };
    await expect(start(OddModule, new KeywayServer({ client }))).rejects.toMatchObject({ reason: 'name_invalid' });
    await expect(start(OrdersModule, new KeywayServer({ client, service: 'keyway' }))).rejects.toMatchObject({ reason: 'name_invalid' });
    const nowhere = { fleet: fleet.address.replace(/:\d+$/, ':1'), identity: PrivateIdentity.generate('ed25519') };
    await expect(start(OrdersModule, new KeywayServer({ connect: nowhere }))).rejects.toMatchObject({ reason: 'peer_unreachable' });
    expect(client.state).toBe('attached'); // it is not the transport's to close
  });
});

describe('the client proxy', () => {
  it('connects by itself, and closes what it opened', async () => {
    const own = new KeywayClient({ connect: { fleet: fleet.address, identity: PrivateIdentity.generate('ed25519') }, service: 'orders' });
    expect(() => own.unwrap()).toThrow(expect.objectContaining({ reason: 'session_closed' }));
    expect(await firstValueFrom(own.send<string>('echo', 'x'))).toBe('x');
    const sdk = own.unwrap<Client>();
    await own.close();
    await own.close();
    expect(sdk.state).toBe('closed');
    expect(await firstValueFrom(own.send<string>('echo', 'again'))).toBe('again');
    await own.close();
  });

  it('stops waiting when it is unsubscribed', async () => {
    const { open: before } = client.stats().requests;
    const subscription = proxy.send('never', new KeywayRecord('', { timeoutMs: 500 })).subscribe();
    await until(() => client.stats().requests.open > before);
    subscription.unsubscribe();
    expect(client.stats().requests.open).toBe(before);
  });
});
