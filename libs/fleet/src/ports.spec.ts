import { createServer } from 'node:net';
import { once } from 'node:events';
import { checkPorts, defaultPorts, findFreePorts, portsFrom } from './ports.js';

const host = '127.0.0.1';

it('has the documented defaults', () => {
  expect(defaultPorts).toEqual({
    brokerTcp: 7400,
    brokerZmq: 7401,
    routerTcp: 7410,
    routerZmq: 7411,
    authHttp: 7490,
    brokerHttp: 7491,
    routerHttp: 7492,
  });
});

it.each([0, 65_444, 7400.5, Number.NaN])('refuses %s as a base', (base) => {
  expect(() => portsFrom(base)).toThrow(expect.objectContaining({ reason: 'config_invalid' }));
});

it('finds seven different free ports and keeps the wanted ones that are free', async () => {
  const ports = await findFreePorts(host);
  expect(new Set(Object.values(ports)).size).toBe(7);
  await checkPorts(ports, host);
  const busy = createServer().listen(ports.routerZmq, host);
  await once(busy, 'listening');
  const again = await findFreePorts(host, ports);
  expect(again).toEqual({ ...ports, routerZmq: again.routerZmq });
  expect(again.routerZmq).not.toBe(ports.routerZmq);
  await expect(checkPorts(ports, host)).rejects.toMatchObject({
    reason: 'port_taken',
    message: expect.stringMatching(`127.0.0.1:${ports.routerZmq} is needed for the router .*--ports free`) as string,
  });
  busy.close();
});

it('refuses one port for two uses', async () => {
  await expect(checkPorts({ ...portsFrom(20_000), routerTcp: 20_000 }, host)).rejects.toMatchObject({ reason: 'config_invalid' });
});
