import type { ClientRow, ServiceRow } from '@keyway/registry';
import { isFreeServiceName, servingOf } from './serving.js';

const id = (n: number): Uint8Array => new Uint8Array(32).fill(n);
const client = { id: id(1), blocked: false, rights: 13 } as ClientRow;
const service: ServiceRow = { name: 'index', ownerId: id(2), members: false, workers: [id(3)] };
const said = (of: { client?: ClientRow | undefined; service?: ServiceRow; serving?: 'first' | 'declared' }) =>
  servingOf({
    policy: { enrolment: 'open', seeing: 'members', serving: of.serving ?? 'first' },
    service: of.service,
    client: 'client' in of ? of.client : client,
  });

it.each([
  ['its owner', said({ service: { ...service, ownerId: id(1) } }), 'yes'],
  ['a listed worker', said({ service: { ...service, workers: [id(3), id(1)] } }), 'yes'],
  ['a member where members may', said({ service: { ...service, members: true } }), 'yes'],
  ['a member where members may not', said({ service }), 'forbidden'],
  ['an operator that is none of these', said({ service, client: { ...client, rights: 15 } }), 'forbidden'],
  [
    'a member without the right, though listed',
    said({ service: { ...service, workers: [id(1)] }, client: { ...client, rights: 5 } }),
    'forbidden',
  ],
  ['a blocked owner', said({ service: { ...service, ownerId: id(1) }, client: { ...client, blocked: true } }), 'forbidden'],
  ['a stranger', said({ client: undefined }), 'forbidden'],
  ['the first one', said({}), 'declare'],
  ['the first one where operators declare', said({ serving: 'declared' }), 'no_such_service'],
  ['an operator where operators declare', said({ serving: 'declared', client: { ...client, rights: 15 } }), 'declare'],
])('%s is told %s', (_who, answer, expected) => expect(answer).toBe(expected));

it("the fleet's own services are nobody's", () => {
  expect(['index', 'a.b_c-1', 'keyway', 'mykeyway.x'].map(isFreeServiceName)).toEqual([true, true, true, true]);
  expect(['keyway.fleet', 'keyway.', 'Index', '', 'a/b'].map(isFreeServiceName)).toEqual([false, false, false, false, false]);
});
