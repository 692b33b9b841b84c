import { formatEndpoint, parseEndpoint } from './endpoint.js';
import { transportFor } from './transport-for.js';

describe('parseEndpoint', () => {
  it.each([
    ['tcp://127.0.0.1:7400', { scheme: 'tcp', host: '127.0.0.1', port: 7400 }],
    ['zmq://router-1.example.org:1', { scheme: 'zmq', host: 'router-1.example.org', port: 1 }],
    ['tcp://[::1]:65535', { scheme: 'tcp', host: '::1', port: 65535 }],
    ['tcp://0.0.0.0:0', { scheme: 'tcp', host: '0.0.0.0', port: 0 }],
    ['memory://a.b-c_9', { scheme: 'memory', name: 'a.b-c_9' }],
  ])('reads %s, and writes it again', (text, endpoint) => {
    expect(parseEndpoint(text)).toEqual(endpoint);
    expect(formatEndpoint(parseEndpoint(text))).toBe(text);
  });

  it.each([
    '',
    'tcp',
    'tcp://',
    'tcp://host',
    'tcp://host:',
    'tcp://:1',
    'tcp://host:65536',
    'tcp://host:07',
    'tcp://host:-1',
    'tcp://host:1/',
    'tcp://host:1?x',
    'tcp://user@host:1',
    'tcp://ho st:1',
    'tcp://::1:1',
    'tcp://[::1]',
    'tcp://*:1',
    'TCP://host:1',
    ' tcp://host:1',
    'tcp://host:1\n',
    'http://host:80',
    'memory://',
    'memory://A',
    'memory://a/b',
    `memory://${'a'.repeat(65)}`,
  ])('refuses %j', (text) => {
    expect(() => parseEndpoint(text)).toThrow(expect.objectContaining({ name: 'WireError', reason: 'address_invalid' }));
  });
});

describe('transportFor', () => {
  it.each(['tcp://127.0.0.1:1', 'zmq://127.0.0.1:1', 'memory://x'])('finds the adapter of %s', (endpoint) => {
    expect(endpoint.startsWith(`${transportFor(endpoint).scheme}:`)).toBe(true);
  });

  it('refuses what is no endpoint', () => {
    expect(() => transportFor('amqp://host')).toThrow(expect.objectContaining({ reason: 'address_invalid' }));
  });

  it('means the same memory:// name by every use in the process', async () => {
    const listener = await transportFor('memory://shared-name').listen('memory://shared-name', () => undefined);
    const ended = await new Promise((resolve) => {
      void transportFor('memory://shared-name').dial('memory://shared-name', () => ({
        received: () => undefined,
        drained: () => undefined,
        closed: resolve,
      }));
    });
    expect(ended).toBe('ended');
    await listener.close();
  });
});
