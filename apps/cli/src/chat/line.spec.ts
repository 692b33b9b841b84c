import { parseLine } from './line.js';

it.each([
  ['eve: hello', { kind: 'message', to: 'eve', text: 'hello' }],
  ['eve:hello: you', { kind: 'message', to: 'eve', text: 'hello: you' }],
  ['  @eve :   indented ', { kind: 'message', to: '@eve', text: '  indented' }],
  ['émile: ça va', { kind: 'message', to: 'émile', text: 'ça va' }],
  [': more', { kind: 'message', to: undefined, text: 'more' }],
  ['list: no command', { kind: 'message', to: 'list', text: 'no command' }],
])('takes %j for a message', (typed, line) => expect(parseLine(typed)).toEqual(line));

it.each([
  ['', { kind: 'nothing' }],
  [' \t', { kind: 'nothing' }],
  ['list', { kind: 'list' }],
  ['/list', { kind: 'list' }],
  [' EXIT ', { kind: 'exit' }],
  ['/help', { kind: 'help' }],
  ['watch', { kind: 'watch', whom: undefined }],
  ['/watch eve', { kind: 'watch', whom: 'eve' }],
])('takes %j for a command', (typed, line) => expect(parseLine(typed)).toEqual(line));

it.each([
  ['hello', 'whom is it for?'],
  ['hello eve: you', 'whom is it for?'],
  ['list all', 'whom is it for?'],
  ['eve:', 'nothing behind the colon to send to eve'],
  [':', 'nothing behind the colon to send'],
  ['/quit now', 'no command "/quit"'],
])('does not guess what %j may mean, and says why', (typed, why) => {
  expect(parseLine(typed)).toEqual({ kind: 'unclear', why: expect.stringContaining(why) as string });
});
