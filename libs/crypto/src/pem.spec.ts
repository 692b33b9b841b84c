import fc from 'fast-check';
import { decodePem, encodePem } from './pem.js';
import { hex, utf8 } from './testing/hex.js';
import { refusal } from './testing/reason.js';

it('writes lines of 64 characters (RFC 7468 §2) and reads them back', () => {
  const text = encodePem('PRIVATE KEY', new Uint8Array(50));
  expect(text).toBe(`-----BEGIN PRIVATE KEY-----\n${'A'.repeat(64)}\nAAA=\n-----END PRIVATE KEY-----\n`);
  expect(decodePem(text)).toEqual([{ label: 'PRIVATE KEY', bytes: Buffer.alloc(50) }]);
});

it('reads what it wrote, of any size, as text and as bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) => {
      const text = encodePem('PUBLIC KEY', bytes);
      expect(decodePem(text)[0]?.bytes).toEqual(Buffer.from(bytes));
      expect(decodePem(utf8(text))[0]?.bytes).toEqual(Buffer.from(bytes));
    }),
  );
});

it('takes CRLF and comments around the blocks, and several blocks in their order', () => {
  const text = `# key of adam\r\n${encodePem('PRIVATE KEY', hex('01'))}\nissued today\n${encodePem('PUBLIC KEY', hex('02'))}`;
  expect(decodePem(text.replace(/\n/g, '\r\n')).map(({ label }) => label)).toEqual(['PRIVATE KEY', 'PUBLIC KEY']);
});

it.each([
  ['nothing', ''],
  ['no PEM', 'hello'],
  ['a block without its end', '-----BEGIN PRIVATE KEY-----\nAAAA\n'],
  ['another label at the end', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PUBLIC KEY-----\n'],
  ['an empty block', '-----BEGIN PRIVATE KEY-----\n\n-----END PRIVATE KEY-----\n'],
  ['a foreign character', '-----BEGIN PRIVATE KEY-----\nAA*A\n-----END PRIVATE KEY-----\n'],
  ['base64 of an impossible length', '-----BEGIN PRIVATE KEY-----\nAAAAA\n-----END PRIVATE KEY-----\n'],
  ['padding in the middle', '-----BEGIN PRIVATE KEY-----\nAA==AAAA\n-----END PRIVATE KEY-----\n'],
  ['more than a key file holds', encodePem('PRIVATE KEY', new Uint8Array(60_000))],
])('refuses %s as damaged', (_name, text) => {
  expect(refusal(() => decodePem(text))).toBe('key_damaged');
});

it('refuses encryption by headers (RFC 1421), which derives its key with one round of MD5', () => {
  const text = '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----\n';
  expect(refusal(() => decodePem(text))).toBe('key_unsupported');
});
