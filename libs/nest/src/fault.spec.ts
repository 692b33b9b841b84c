import { BadRequestException, ForbiddenException, HttpException, NotFoundException } from '@nestjs/common';
import { RpcException } from '@nestjs/microservices';
import { WireError } from '@keyway/wire';
import { faultOf, KeywayException } from './fault.js';

it.each([
  ['a reason of the table', new KeywayException('forbidden', 'not today'), 'forbidden', /: not today$/],
  ['an error of the SDK', new WireError('recipient_unknown', 'adam'), 'recipient_unknown', /: adam$/],
  ['an RpcException with a text', new RpcException('sold out'), 'worker_failed', /: sold out$/],
  ['an RpcException with a reason', new RpcException({ reason: 'unavailable', message: 'later' }), 'unavailable', /: later$/],
  ['what Nest makes of an RpcException', { status: 'error', message: 'sold out' }, 'worker_failed', /: sold out$/],
  ['what Nest says when a guard refuses', new RpcException('Forbidden resource'), 'forbidden', /not allowed$/],
  ['the same, behind its filter', { status: 'error', message: 'Forbidden resource' }, 'forbidden', /not allowed$/],
  ['a pipe that found faults', new BadRequestException(['a is no number', 'b is missing']), 'malformed', /: a is no number; b is missing$/],
  ['a ForbiddenException', new ForbiddenException('not you'), 'forbidden', /: not you$/],
  ['a NotFoundException', new NotFoundException('no such order'), 'worker_failed', /: no such order$/],
])('%s is told', (_what, thrown, reason, message) => {
  const { error, unknown } = faultOf(thrown);
  expect([error.reason, error.message, unknown]).toEqual([reason, expect.stringMatching(message), false]);
});

it.each([
  new Error('password is x'),
  Object.assign(new Error('password is x'), { status: 'error' }),
  new HttpException('password is x', 500),
  undefined,
  7,
  {},
])('%s is told as a failure, without a word of it, and belongs into the log', (thrown) => {
  const { error, unknown } = faultOf(thrown);
  expect([error.reason, error.message.includes('password'), unknown]).toEqual(['worker_failed', false, true]);
});

it('what Nest has logged itself is not logged again', () => {
  expect(faultOf({ status: 'error', message: 'Internal server error' })).toMatchObject({
    error: { reason: 'worker_failed' },
    unknown: false,
  });
});
