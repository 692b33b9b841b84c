import { receivedLine, sentLine, shortId } from './transcript.js';

const at = new Date(2026, 10, 20, 9, 3, 41);
const entry = { at, me: 'adam-2', peer: 'eve' };
const received = (text: string, peer = 'eve', contentType = 'text/plain', most = Infinity): string =>
  receivedLine({ ...entry, peer }, contentType, Buffer.from(text), most);

it('shows the time, the own name and the peer, whichever way a text went', () => {
  expect(sentLine(entry, 'hello', '✓')).toBe('[09:03:41] [adam-2] eve: hello ✓');
  expect(sentLine(entry, 'hello', '')).toBe('[09:03:41] [adam-2] eve: hello');
  expect(received('hello')).toBe('[09:03:41] [adam-2] eve: hello');
});

it('lets no text pass for another entry, nor for what a terminal obeys', () => {
  expect(received('hi\n[09:03:42] [adam-2] abel: forged\r\nend')).toBe(
    '[09:03:41] [adam-2] eve: hi\n    [09:03:42] [adam-2] abel: forged\n    end',
  );
  expect(received('\u001b[2J\r\u0007\u202egone', 'e\u001b]0;v\ne')).toBe(
    '[09:03:41] [adam-2] e\ufffd]0;v e: \ufffd[2J\ufffd\ufffd\ufffdgone',
  );
  expect(sentLine(entry, 'a\u001bb', '')).toContain('a\ufffdb');
});

it('cuts what would fill the screen, and names what is no text', () => {
  expect(received('x'.repeat(9), 'eve', 'text/plain', 4)).toContain('xxxx… (5 more characters)');
  expect(received('12345', 'eve', 'image/png')).toBe('[09:03:41] [adam-2] eve: <image/png, 5 B>');
  expect(sentLine(entry, 'y'.repeat(5_000), '✓').length).toBeLessThan(4_100);
});

it('shortens an id', () => expect(shortId('q6gcyfxjo5advnq2y7ndtwg4ghwqnycwqyeapslxm452tejn3fba')).toBe('q6gcyfxjo5ad…'));
