import { codeOf, errorTable, isErrorReason, isWireError, reasonOf, WireError, type ErrorReason } from './errors.js';
import { enumOf } from './testing/stock.js';

const reasons = Object.keys(errorTable) as ErrorReason[];

it('is the table of proto/error.proto, name for name and number for number', () => {
  const ours = Object.fromEntries(reasons.map((reason) => [reason.toUpperCase(), errorTable[reason].code]));
  expect({ OK: 0, ...ours }).toEqual(enumOf('keyway.v1.ErrorCode'));
});

it('has one number for each reason, and one line without an end mark for each text', () => {
  expect(new Set(reasons.map(codeOf)).size).toBe(reasons.length);
  for (const reason of reasons) {
    expect(reasonOf(codeOf(reason))).toBe(reason);
    expect(errorTable[reason].text).toMatch(/^[^\n]{5,120}[^.\n]$/);
  }
  expect([reasonOf(0), reasonOf(-1), reasonOf(65_535)]).toEqual([undefined, undefined, undefined]);
});

it('knows its reasons and nothing that every object has', () => {
  expect([isErrorReason('unauthorised'), isErrorReason('__proto__'), isErrorReason('constructor')]).toEqual([true, false, false]);
});

it('says the sentence of the table, and a detail behind it', () => {
  expect(new WireError('too_large').message).toBe(errorTable.too_large.text);
  expect(new WireError('too_large', 'a body of 3 bytes').message).toBe(`${errorTable.too_large.text}: a body of 3 bytes`);
  expect(new WireError('too_large').code).toBe(1002);
});

it('makes anything sendable, and keeps what was thrown as the cause', () => {
  const known = new WireError('forbidden');
  expect(WireError.from(known)).toBe(known);
  const keyError = Object.assign(new Error('rsa-1024'), { reason: 'weak_key' });
  expect(WireError.from(keyError)).toMatchObject({ reason: 'weak_key', cause: keyError });
  for (const thrown of [undefined, null, 'text', 7, new Error('no'), { reason: 'toString' }, { reason: 7 }]) {
    expect(WireError.from(thrown)).toMatchObject({ reason: 'internal', cause: thrown });
  }
});

it('is recognised by shape', () => {
  expect([
    isWireError({ name: 'WireError', reason: 'internal' }),
    isWireError(new Error('x')),
    isWireError(null),
    isWireError('WireError'),
  ]).toEqual([true, false, false, false]);
});
