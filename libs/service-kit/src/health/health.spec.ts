import { createHealth } from './health.js';
import { Metrics } from './metrics.js';

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

it('is ready while every check is ok, and names what is missing otherwise', async () => {
  const health = createHealth();
  let store = 'ok';
  health.check('store', () => store);
  health.check('keys', async () => Promise.resolve('ok'));
  expect(await health.readiness()).toEqual({ ready: true, checks: { store: 'ok', keys: 'ok' } });
  store = 'not writable';
  expect(await health.readiness()).toEqual({ ready: false, checks: { store: 'not writable', keys: 'ok' } });
  health.stop();
});

it('takes a check that throws or hangs for one that is not ok, and shows none of its text', async () => {
  const health = createHealth({ probeMs: 50 });
  health.check('throws', () => {
    throw Object.assign(new Error('password hunter2'), { code: 'ECONNREFUSED' });
  });
  health.check('hangs', () => new Promise<string>(() => undefined));
  const { ready, checks } = await health.readiness();
  expect(ready).toBe(false);
  expect(checks).toEqual({ throws: 'failed (ECONNREFUSED)', hangs: 'no answer in 50 ms' });
  health.stop();
});

it('is not ready any more once it drains, and forgets a check that was removed', async () => {
  const health = createHealth();
  health.check('store', () => 'down')();
  expect((await health.readiness()).ready).toBe(true);
  health.drain();
  expect((await health.readiness()).ready).toBe(false);
  health.stop();
});

it('refuses two checks of one name', () => {
  const health = createHealth();
  health.check('store', () => 'ok');
  expect(() => health.check('store', () => 'ok')).toThrow(/twice/);
  health.stop();
});

it('is not live right after the event loop stood still for too long, and live again soon', async () => {
  const health = createHealth({ maxLagMs: 200 });
  await sleep(10);
  expect(health.liveness().live).toBe(true);
  for (const end = performance.now() + 600; performance.now() < end;);
  expect(health.liveness().live).toBe(false);
  await sleep(1_300);
  expect(health.liveness()).toMatchObject({ live: true });
  health.stop();
});

it('reads a hot counter, a plain number, when somebody asks for the metrics', async () => {
  const metrics = new Metrics('router');
  const forged = metrics.counter('records_dropped_total', 'records', { reason: 'forged' });
  const replayed = metrics.counter('records_dropped_total', 'records', { reason: 'replayed' });
  metrics.gauge('sessions', 'sessions', () => 7);
  forged.value += 3;
  replayed.inc();
  expect(metrics.counter('records_dropped_total', 'records', { reason: 'forged' })).toBe(forged);
  for (let i = 0; i < 2; i += 1) {
    const text = await metrics.registry.metrics();
    expect(text).toContain('keyway_records_dropped_total{reason="forged",service="router"} 3');
    expect(text).toContain('keyway_records_dropped_total{reason="replayed",service="router"} 1');
    expect(text).toContain('keyway_sessions{service="router"} 7');
    expect(text).toContain('nodejs_eventloop_lag');
  }
});

it('refuses more series than our code can mean', () => {
  const metrics = new Metrics('router');
  const flood = (): void => {
    for (let i = 0; i < 300; i += 1) metrics.counter('x_total', 'x', { peer: String(i) });
  };
  expect(flood).toThrow(RangeError);
});
