import { profileName } from './profile.js';

it.each(['adam', 'a.b-c_9', 'x'.repeat(32)])('takes %s as a profile', (name) => {
  expect(profileName(name)).toBe(name);
});

it.each(['', 'Adam', '..', '.', 'a/b', '../adam', 'x'.repeat(33), 'ü', 'a b'])(
  'refuses %j: it would leave its folder or be ambiguous',
  (name) => {
    expect(() => profileName(name)).toThrow(expect.objectContaining({ reason: 'profile_invalid' }));
  },
);
