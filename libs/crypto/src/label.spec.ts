import { label, labelNames, signedBytes, type LabelName } from './label.js';
import { hex, toHex, utf8 } from './testing/hex.js';

describe('label', () => {
  it('is "keyway/1 <name>", a zero byte and the context', () => {
    expect(label('ticket', hex('aabb'), hex('cc'))).toEqual(hex(`${toHex(utf8('keyway/1 ticket'))} 00 aabbcc`));
  });

  it('never begins another label, whatever the context', () => {
    const heads = labelNames.map((name) => toHex(label(name)));
    for (const head of heads) expect(heads.filter((other) => other.startsWith(head))).toEqual([head]);
  });

  it('knows the names of its table only', () => {
    expect(() => label('tickets' as LabelName)).toThrow(RangeError);
    expect(() => label('constructor' as LabelName)).toThrow(RangeError);
  });

  it('is written in small letters, digits and hyphens', () => {
    for (const name of labelNames) expect(name).toMatch(/^[a-z][a-z0-9-]*$/);
  });

  it('gives fresh bytes, so that no caller can change the table', () => {
    label('ticket').fill(0);
    expect(label('ticket')).toEqual(utf8('keyway/1 ticket\0'));
  });
});

describe('signedBytes', () => {
  it('puts 64 blanks, the type and a zero byte before the parts (RFC 8446 §4.4.3)', () => {
    const expected = hex(`${'20'.repeat(64)} ${toHex(utf8('keyway/1 grant'))} 00 0102 03`);
    expect(signedBytes('grant', hex('0102'), hex('03'))).toEqual(expected);
  });

  it('differs for two types over the same bytes', () => {
    expect(signedBytes('grant', hex('01'))).not.toEqual(signedBytes('request', hex('01')));
  });

  it.each(['', 'Grant', 'a\0b', 'a b', 'é', 'x'.repeat(33)])('refuses the type %j', (type) => {
    expect(() => signedBytes(type)).toThrow(RangeError);
  });
});
