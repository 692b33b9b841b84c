import { completions } from './complete.js';

const names = (start: string): readonly string[] => ['adam', 'eve', 'evelyn', 'lilith'].filter((name) => name.startsWith(start));
const complete = (line: string): readonly string[] => completions(line, names, ['adam', 'work']);

it.each([
  ['ev', ['eve: ', 'evelyn: ']],
  ['li', ['list', 'lilith: ']],
  ['/l', ['/list']],
  ['watch e', ['watch eve', 'watch evelyn']],
  ['@w', ['@work: ']],
  ['x', []],
  ['eve: a', []],
  ['eve a', []],
])('completes %j to %j', (line, words) => expect(complete(line)).toEqual(words));
