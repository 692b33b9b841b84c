import { Secret } from '@keyway/crypto';
import { WireError } from '@keyway/wire';
import { generateKeyPairSync, randomBytes, webcrypto } from 'node:crypto';
import { createLogger, type LoggerOptions, type LogValue } from './logger.js';
import { NestLogger } from './nest-logger.js';
import { withTrace } from './trace.js';

const record = (options: Partial<LoggerOptions> = {}) => {
  const written: string[] = [];
  const logger = createLogger({ service: 'auth', level: 'debug', destination: { write: (line) => written.push(line) }, ...options });
  return { logger, text: () => written.join(''), lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>) };
};
/** What came in as `any` and so passed the compiler. */
const smuggled = (value: unknown): LogValue => value as LogValue;

it('writes one JSON line per event: level, time, service, event and plain fields', () => {
  const { logger, lines } = record();
  logger.info('channel_issued', { suite: 'AES_256_GCM', rights: 3, ok: true, list: [1, 'a'] });
  expect(lines()).toEqual([
    expect.objectContaining({
      level: 'info',
      service: 'auth',
      event: 'channel_issued',
      suite: 'AES_256_GCM',
      rights: 3,
      ok: true,
      list: [1, 'a'],
    }),
  ]);
  expect(Date.parse(String(lines()[0]!['time']))).toBeGreaterThan(0);
});

it('carries the correlation id of the work it belongs to, also across awaits', async () => {
  const { logger, lines } = record();
  await withTrace('abc-1', async () => {
    await Promise.resolve();
    logger.info('inside');
  });
  logger.info('outside');
  expect(lines().map(({ trace }) => trace)).toEqual(['abc-1', undefined]);
});

it('prints no secret, key, body or PEM text, however deep it hides', () => {
  const { logger, text } = record();
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const raw = randomBytes(32);
  const marks = [raw.toString('hex'), raw.toString('base64'), raw.toString('base64url'), 'hunter2', pem.split('\n')[1]!];
  const secret = Secret.of('hunter2');
  const holder = new (class ChannelState {
    readonly key = raw;
    readonly passphrase = 'hunter2';
  })();
  const nested = { a: [{ b: { secret, raw, privateKey, holder } }], view: new DataView(raw.buffer), pem: `-\n${pem}` };
  logger.info('nested', smuggled(nested) as Record<string, LogValue>);
  logger.child({ deep: smuggled(nested) }).warn('bound', { hex: marks[0]!, base64: marks[1]!, url: marks[2]!, passphrase: 'hunter2' });
  logger.error(pem, { text: pem }, new Error(`cannot read ${pem}`, { cause: new WireError('internal', marks[0], { cause: nested }) }));
  logger.error('thrown', {}, secret);
  new NestLogger(logger).error(nested);
  new NestLogger(logger).log(pem);
  for (const mark of marks) expect(text()).not.toContain(mark);
  expect(text()).toContain('[secret]');
  expect(text()).toContain('[32 bytes]');
  expect(text()).toContain('[key]');
  expect(text()).toContain('[pem]');
  expect(text()).toContain('[ChannelState]');
});

it('does not compile with a secret, a key or bytes as a field', () => {
  const { logger } = record({ level: 'silent' });
  // @ts-expect-error -- a Secret is no LogValue
  logger.info('event', { secret: Secret.of('x') });
  // @ts-expect-error -- bytes are no LogValue
  logger.info('event', { body: new Uint8Array(4) });
  // @ts-expect-error -- a key object is no LogValue
  logger.info('event', { key: generateKeyPairSync('ed25519').privateKey });
});

it('shows a CryptoKey as [key] and survives what cannot be shown', async () => {
  const { logger, lines } = record();
  const key = await webcrypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  const trap = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('no');
      },
    },
  );
  logger.info('odd', smuggled({ key, circle, trap, fn: () => 1, big: 5n, none: undefined, date: new Date(0) }) as Record<string, LogValue>);
  expect(lines()[0]).toMatchObject({ key: '[key]', trap: '[unprintable]', fn: '[function]', big: '5', date: '1970-01-01T00:00:00.000Z' });
  expect(JSON.stringify(lines()[0])).toContain('[deeper]');
});

it('shortens client ids to eight characters, wherever they stand', () => {
  const { logger, text } = record();
  const id = 'abcdefgh'.padEnd(52, 'q');
  logger.info('sent', { to: id, list: [id], note: `from ${id} to nobody` });
  expect(text()).not.toContain(id);
  expect(text()).toContain('abcdefgh…');
});

it('shows an error by name, reason, code, message and the chain of its causes', () => {
  const { logger, lines } = record();
  const root = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  logger.error('store_failed', {}, new WireError('store_full', undefined, { cause: new Error('commit', { cause: root }) }));
  expect(lines()[0]!['error']).toMatchObject({
    name: 'WireError',
    reason: 'store_full',
    cause: { message: 'commit', cause: { code: 'ENOSPC', message: 'no space' } },
  });
});

it('bounds what one line can hold', () => {
  const { logger, text } = record();
  logger.info('big', { text: 'word '.repeat(100_000), list: Array.from({ length: 10_000 }, (_, i) => i) });
  expect(text().length).toBeLessThan(4_000);
});

it('lets no field pass for a part of the line', () => {
  const { logger, lines } = record();
  logger.info('true', { event: 'false', level: 'error', service: 'x' });
  expect(lines()[0]).toMatchObject({ level: 'info', event: 'true', service: 'auth', field_event: 'false' });
});

it('writes a flood of one error at its limit, tells how many lines it kept back, and lets other events through', async () => {
  const { logger, lines } = record({ limits: { burst: 5, windowMs: 60_000 } });
  for (let i = 0; i < 10_000; i += 1) logger.error('flood', { i });
  logger.error('rare');
  await logger.end();
  const events = lines().map(({ event }) => event);
  expect(events.filter((event) => event === 'flood')).toHaveLength(5);
  expect(events).toContain('rare');
  expect(lines().at(-1)).toMatchObject({ event: 'lines_suppressed', of: 'flood', count: 9_995 });
});

it('tells what it kept back when the window ends, and starts a new one', async () => {
  const { logger, lines } = record({ limits: { burst: 1, windowMs: 40 } });
  logger.warn('flood');
  logger.warn('flood');
  await new Promise((resolve) => setTimeout(resolve, 150));
  logger.warn('flood');
  expect(lines().map(({ event }) => event)).toEqual(['flood', 'lines_suppressed', 'flood']);
  await logger.end();
});

it('writes nothing below its level', () => {
  const { logger, text } = record({ level: 'warn' });
  logger.debug('a');
  logger.info('b');
  expect(text()).toBe('');
});

it('writes lines for people when asked to', () => {
  const { logger, text } = record({ pretty: true });
  logger.warn('disk_low', { left: 5 });
  expect(text()).toMatch(/^\d\d:\d\d:\d\d\.\d{3} .*warn.* auth disk_low left=5\n$/);
});
