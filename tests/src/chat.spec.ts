import { serviceNames, type Fleet } from '@keyway/fleet';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, start, type Outcome } from './harness/keyway.js';
import { aClient, aFleet, cleanUp, freshFolder, until } from './harness/places.js';
import { Tmux, type Pane } from './harness/tmux.js';

const home = join(freshFolder(), 'home');
const chat = (profile: string, ...args: string[]): string[] => ['chat', '--as', profile, '--home', home, ...args];
const time = String.raw`^\[\d\d:\d\d:\d\d\]`;
let fleet: Fleet;
let tmux: Tmux;
let adam: Pane;
let eve: Pane;

beforeAll(async () => {
  fleet = await aFleet({ home, settings: { logLevel: 'warn' } });
  tmux = new Tmux();
});
afterAll(cleanUp);

it('gives a newcomer a key, and asks what name others find him by until it is one', async () => {
  adam = tmux.keyway('adam', chat('adam'));
  eve = tmux.keyway('eve', chat('eve', '--name', 'eve'), { columns: 60 });
  await adam.sees(/^The name others find you by/);
  adam.type('two words', 'Enter');
  await adam.sees(/\(name_invalid\)/);
  adam.type('exit', 'Enter');
  await adam.sees(/exit is something to type later/);
  adam.type('adam', 'Enter');
  await adam.prompts('[adam]');
  await eve.prompts('[eve]');
});

it('shows what two people write, with the time, the own name and the peer, and that it is stored', async () => {
  adam.type('eve: hello', 'Enter');
  await adam.sees(new RegExp(`${time} \\[adam\\] eve: hello ✓$`));
  await eve.sees(new RegExp(`${time} \\[eve\\] adam: hello$`));
  eve.type('adam: hello yourself', 'Enter');
  await adam.sees(new RegExp(`${time} \\[adam\\] eve: hello yourself$`));
  adam.type('hello?', 'Enter');
  await adam.sees(/^— whom is it for\?/);
  expect(adam.lines.filter((line) => line.includes('eve: hello ✓'))).toHaveLength(1); // what was typed went
});

it('keeps the line being typed whole while something comes, also one of several rows, and the cursor where it was', async () => {
  const half = 'adam: a line that is longer than the sixty columns of this terminal, 漢字 and all';
  eve.type(half, 'Left', 'Left', 'Left');
  adam.type('eve: first', 'Enter');
  adam.type(': second, and this one is also longer than the sixty columns there', 'Enter');
  await eve.sees(/adam: second/);
  eve.paste('X', 'Enter');
  await adam.sees(/eve: a line that is longer .* 漢字 and Xall$/);
  await eve.prompts('[eve]');
  const shown = eve.lines.join('\n');
  expect(shown).toMatch(
    /\] adam: first\n.*\] adam: second, .*\n.*there\n\[\d\d:\d\d:\d\d\] \[eve\] adam: a line that is longer than the\n? ?sixty/,
  );
  expect(shown.match(/a line that is longer/g)).toHaveLength(1);
});

it('brings back what was typed with the arrow up, also in the next chat, from a file nobody else can read', async () => {
  adam.press('Up', 'Up');
  await adam.prompts('[adam] eve: first');
  adam.press('C-c');
  await adam.prompts('[adam]');
  const file = join(home, 'clients', 'adam', 'chat-history');
  await until('the history is written', () => readFileSync(file, 'utf8').includes('eve: first'));
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
});

it('completes names and commands with the tab', async () => {
  adam.type('ev', 'Tab');
  await adam.prompts('[adam] eve:');
  adam.type('completed', 'Enter');
  await eve.sees(/adam: completed$/);
  adam.type('/li', 'Tab', 'Enter');
  await adam.sees(/^● adam +[a-z2-7]{52} .*\(you\)$/);
  await adam.sees(/^● eve +[a-z2-7]{52}/);
});

it('opens a second session of the same person: its own name, and both hear what is written to him', async () => {
  const second = tmux.keyway('second', chat('adam', '--debug'));
  await second.sees(/^adam-2 [a-z2-7]{52}, session 2; help/);
  eve.type('adam: to both', 'Enter');
  await eve.sees(/adam: to both ✓ in 2 places$/);
  await adam.sees(/\[adam\] eve: to both$/);
  await second.sees(/\[adam-2\] eve: to both$/);
  second.type('eve: from the other desk', 'Enter');
  await eve.sees(/\[eve\] adam-2: from the other desk$/);
  eve.type('adam-2: only there', 'Enter');
  await second.sees(/eve: only there$/);
  eve.type('list', 'Enter');
  await eve.sees(/^● {3}adam-2/);
  second.type('watch eve', 'Enter');
  await second.sees(/— eve is here/);
  await second.sees(/debug: .*acknowledged/);
  second.press('C-d');
  await second.sees(/^ended with 0/);
  expect(adam.lines.join('\n')).not.toContain('only there');
  const shown = second.lines.join('\n');
  expect(shown).toMatch(/debug: channel id [a-z2-7]{52}, suite /);
  expect(shown).toMatch(/debug: attached router /);
});

it('is a filter in a pipe: what is written leaves, what comes is printed, and the end tells whether all was accepted', async () => {
  const sent = await run(chat('cain', '--name', 'cain'), 'ev: hi from a pipe\n: again\n@adam: and you\n');
  expect(sent).toMatchObject({
    code: 0,
    out: expect.stringMatching(/\[cain\] eve: hi from a pipe ✓\n.*\[cain\] eve: again ✓\n.*\[cain\] @adam: and you ✓\n$/) as string,
  });
  await eve.sees(/cain: hi from a pipe$/);
  await adam.sees(/cain: and you$/);
  expect(await run(chat('cain'), 'lilith: x\n')).toMatchObject({ code: 6, reason: 'recipient_unknown' });
  expect(await run(chat('cain'), 'no colon\n')).toMatchObject({ code: 2 });
  const open = start(chat('cain', '--json'), { open: true });
  await open.says(/"event":"chat"/);
  adam.type('cain: \u0007are you there', 'Enter');
  await open.says(/"event":"message",.*"fromName":"adam",.*"text":"\u0007?are you there"/);
  open.process.stdin!.end('eve: bye\n');
  expect(await open.ended).toMatchObject({
    code: 0,
    out: expect.stringMatching(/"event":"sent","to":"[a-z2-7]{52}","toName":"eve"/) as string,
  });
});

it('saves a file that comes, and says where', async () => {
  const path = join(freshFolder(), 'report.txt');
  writeFileSync(path, 'r'.repeat(100_000));
  expect(await run(['send', 'eve', '--file', path, '--as', 'cain', '--home', home])).toMatchObject({ code: 0 });
  await eve.sees(/\[eve\] cain: file /);
  expect(statSync(join(home, 'clients', 'eve', 'files', 'report.txt')).size).toBe(100_000);
});

it('joins a closed fleet with a token, and a further session of somebody needs one too', async () => {
  const admin = (...args: string[]): Promise<Outcome> => run(['admin', ...args, '--home', home]);
  const token = join(freshFolder(), 'token');
  await admin('policy', 'closed');
  await admin('token', 'create', '--out', token);
  expect(await run(chat('seth', '--name', 'seth'), 'eve: x\n')).toMatchObject({ code: 3, reason: 'unauthorised' });
  expect(await run(chat('eve'), 'adam: x\n')).toMatchObject({ code: 3, err: expect.stringContaining('see --token-file') as string });
  expect(await run(chat('seth', '--name', 'seth', '--token-file', token), 'eve: let in\n')).toMatchObject({ code: 0 });
  await eve.sees(/\[eve\] seth: let in$/);
  await admin('policy', 'open');
});

it('writes to nobody who took over the name of somebody else', async () => {
  const [abel, other] = [await aClient(fleet), await aClient(fleet)];
  await abel.claimName('abel');
  adam.type('abel: to you', 'Enter');
  await adam.sees(/abel: to you ✓/);
  expect((await abel.messages().next()).value?.text()).toBe('to you');
  await abel.claimName('');
  await other.claimName('abel');
  adam.type('abel: secret', 'Enter');
  await adam.sees(new RegExp(`— not sent to abel: .*${abel.id.slice(0, 20)}`));
  await other.send('adam', 'I am abel');
  await adam.sees(new RegExp(`\\[adam\\] ${other.id.slice(0, 12)}…: I am abel$`));
  expect(other.stats().received).toBe(0);
  await Promise.all([abel.close(), other.close()]);
});

it('says that the fleet is gone, keeps what is written meanwhile, and sends it when it is back', async () => {
  for (const name of serviceNames) fleet.kill(name, 'SIGKILL');
  await adam.sees(/— the connection is gone: .*; trying again$/);
  adam.type('eve: written meanwhile', 'Enter');
  await fleet.waitReady();
  await adam.sees(/— attached again after /);
  await adam.sees(/eve: written meanwhile ✓/);
  await eve.sees(/adam: written meanwhile$/);
});

it('ends with exit, with Ctrl-D and with Ctrl-C on an empty line, always with 0; also when standard error goes elsewhere', async () => {
  adam.type('exit', 'Enter');
  eve.type('half a line', 'C-c', 'C-c');
  await adam.sees(/^ended with 0/);
  await eve.sees(/^ended with 0/);
  const again = tmux.keyway('again', chat('adam'), { notes: join(freshFolder(), 'notes') });
  await again.prompts('[adam]');
  again.press('Up');
  await again.prompts('[adam] exit');
  again.press('C-c', 'C-d');
  await again.sees(/^ended with 0/);
});
