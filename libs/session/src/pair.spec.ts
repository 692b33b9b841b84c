import { NonceLedger, Pair, type Direction, type PairOptions } from './testing/index.js';
import { counting } from './testing/keys.js';

const texts = (pair: Pair): string[] => pair.client.shown.map(({ text }) => text);
const list = (count: number, prefix = ''): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
function started(options: PairOptions = {}): Pair {
  const pair = new Pair(options);
  pair.settle();
  return pair;
}

it('attaches, sends, stores, delivers, shows and releases: nothing is left anywhere', () => {
  const pair = started();
  for (const text of list(300)) pair.send(text);
  pair.heal();
  expect([texts(pair), pair.client.accepted]).toEqual([list(300), list(300)]);
  expect([pair.client.out.waiting, pair.client.incoming.waiting, pair.mailbox.rowsOf(pair.id).length, pair.client.attaches]).toEqual([
    0, 0, 0, 1,
  ]);
});

it('all that waits in one turn leaves in one record', () => {
  const pair = started({ record: true });
  const before = pair.recorded.length;
  for (const text of list(200)) pair.send(text);
  pair.client.turn(pair.now);
  expect(pair.recorded.length - before).toBe(1);
});

it('survives a connection that drops after every message', () => {
  const pair = started();
  for (const text of list(40)) {
    pair.send(text);
    pair.client.turn(pair.now);
    pair.deliver('c2r');
    pair.client.wire?.cut();
  }
  pair.heal();
  expect([texts(pair), pair.client.accepted.sort()]).toEqual([list(40), list(40).sort()]);
});

const places = (['c2r', 'r2c'] as const).flatMap((direction) => [1, 2, 3, 4, 5].map((at) => ({ direction, at })));
it.each(places)('heals when message $at of $direction is lost, repeated or flipped', ({ direction, at }) => {
  for (const fault of ['lost', 'repeated', 'flipped']) {
    let count = 0;
    const meddler = (message: Uint8Array, d: Direction): Uint8Array[] => {
      if (d !== direction || (count += 1) !== at) return [message];
      return fault === 'lost' ? [] : fault === 'repeated' ? [message, message] : [message.with(message.length - 1, message.at(-1)! ^ 1)];
    };
    const pair = new Pair({ meddler });
    for (const text of list(5)) {
      pair.send(text);
      pair.settle();
    }
    pair.heal();
    expect(texts(pair)).toEqual(list(5));
  }
});

describe('the old session', () => {
  it('stays until the first valid record of the new one, and is told then', () => {
    const pair = started();
    const old = pair.router.current!;
    const oldWire = pair.client.wire!;
    pair.client.wire = undefined; // the client forgets the connection without closing it
    pair.client.session = undefined;
    pair.client.turn(pair.now);
    pair.deliver('c2r'); // the hello
    expect([pair.router.current, old.session.closed]).toEqual([old, undefined]);
    pair.deliver('r2c'); // its answer; the client's first record leaves
    pair.deliver('c2r');
    expect([pair.router.current === old, old.session.closed, oldWire.up]).toEqual([false, 'session_replaced', false]);
  });

  it('T7: is not replaced by a recorded hello, nor by a recorded session played again from its beginning', () => {
    const pair = started({ record: true });
    for (const text of list(5)) pair.send(text);
    pair.heal();
    const script = pair.recorded.filter(({ direction }) => direction === 'c2r').map(({ message }) => message);
    const current = pair.router.current!;
    const shown = texts(pair).length;
    const thief = pair.wires[0]!.constructor as new () => (typeof pair.wires)[0];
    for (let round = 0; round < 3; round += 1) {
      const wire = new thief();
      for (const message of script) pair.router.receive(wire, message, pair.now);
      pair.router.commit(pair.now);
    }
    expect([pair.router.current, current.session.closed, pair.router.dropped.records]).toEqual([
      current,
      undefined,
      3 * (script.length - 1),
    ]);
    pair.heal();
    expect(texts(pair).length).toBe(shown);
  });
});

describe('T7: a whole recording, played again', () => {
  it.each<[string, (pair: Pair) => void]>([
    ['at once', () => undefined],
    ['after a restart of the router', (pair) => (pair.crashRouter(), pair.heal())],
    ['after a restart of the client', (pair) => (pair.crashClient(), pair.heal())],
    ['after several rekeys', (pair) => (list(30).forEach((text) => (pair.send(`later ${text}`), pair.settle())), pair.heal())],
    ['after the lease', (pair) => pair.advance(2 * 86_400_000)],
  ])('%s: nothing of it is accepted', (_, between) => {
    const pair = new Pair({ record: true, rekey: { records: 4, ms: 1e9 } });
    for (const text of list(20)) {
      pair.send(text);
      pair.settle();
    }
    pair.heal();
    const script = [...pair.recorded];
    between(pair);
    const shown = texts(pair).length;
    const stored = pair.mailbox.rowsOf(pair.id).length;
    const sent = pair.client.session?.records.received;
    for (const { message } of script) {
      for (const wire of pair.wires.filter(({ up }) => up)) pair.router.receive(wire, message, pair.now);
      if (pair.client.session !== undefined) pair.client.receive(message, pair.now);
    }
    pair.router.commit(pair.now);
    expect([texts(pair).length, pair.mailbox.rowsOf(pair.id).length, pair.client.session?.records.received]).toEqual([shown, stored, sent]);
  });
});

it('T9: with every message echoed to its sender as well, nothing else happens than without', () => {
  const pair = started();
  const echo = pair.client.wire!;
  const send = echo.send.bind(echo);
  echo.send = (direction, message): void => {
    send(direction, message);
    send(direction === 'c2r' ? 'r2c' : 'c2r', message);
  };
  for (const text of list(20)) {
    pair.send(text);
    pair.settle();
  }
  pair.heal();
  expect([texts(pair), pair.client.attaches, pair.client.accepted]).toEqual([list(20), 1, list(20)]);
  expect([pair.client.dropped > 20, pair.router.dropped.records > 10]).toEqual([true, true]);
});

it('mailbox_full holds the stream back; go-on lets it run; nothing is lost or doubled', () => {
  const pair = started({ quota: 10 });
  for (const text of list(100)) pair.send(text);
  pair.settle();
  expect([pair.client.halts[0], pair.mailbox.rowsOf(pair.id).length]).toEqual(['mailbox_full', 10]);
  pair.heal();
  expect([texts(pair), pair.client.accepted, pair.client.halts.at(-1)]).toEqual([list(100), list(100), undefined]);
});

it('a recipient who is never there fills his own mailbox only', () => {
  const pair = started({ quota: 10 });
  for (const text of list(50)) pair.send(text, 'durable', counting(99));
  for (const text of list(50, 'mine ')) pair.send(text);
  pair.heal(10_000);
  expect(texts(pair)).toEqual(list(50, 'mine '));
  expect([pair.client.accepted.filter((text) => !text.startsWith('mine')).length, pair.client.out.waiting]).toEqual([10, 40]);
});

it('live messages come at once while there is a session, and are refused by name when there is none', () => {
  const pair = started();
  pair.send('now', 'live');
  pair.send('nobody', 'live', counting(99));
  pair.heal();
  expect([texts(pair), pair.client.refused]).toEqual([['now'], ['nobody recipient_offline']]);
});

it('a message in hand when the client dies comes again, flagged; those done with do not', () => {
  const pair = started();
  for (const text of list(4)) pair.send(text);
  pair.settle();
  pair.client.show(); // 0
  pair.client.show(); // 0 done, 1 in hand
  pair.crashClient();
  pair.heal();
  expect(pair.client.shown.map(({ text, redelivered }) => text + (redelivered ? '!' : ''))).toEqual(['0', '1', '1!', '2', '3']);
});

it('a router whose store lost what it had accepted goes on, and the recipient hears of the loss', () => {
  const pair = started();
  for (const text of list(5)) pair.send(text);
  pair.settle();
  const stream = [...pair.client.out.streams][0]!;
  pair.mailbox.rollBack(pair.id, pair.id, stream.id, 2); // 3, 4 and 5 were accepted; nobody had seen them
  pair.crashRouter();
  pair.client.crash();
  pair.client.out.restore(`${Buffer.from(pair.id).toString('hex')} durable`, stream);
  for (const text of list(3, 'new ')) pair.send(text);
  pair.heal();
  expect([texts(pair), pair.client.skipped]).toEqual([
    ['0', '1', ...list(3, 'new ')],
    ['3+1', '4+1', '5+1'],
  ]);
});

describe('T12: no key seals the same number twice', () => {
  const ledger = new NonceLedger();
  beforeAll(() => ledger.install());
  afterAll(() => ledger.uninstall());

  it('when either side dies and comes back at every step of the way', () => {
    const steps = 24;
    for (let at = 0; at < steps; at += 1) {
      for (const crash of ['crashClient', 'crashRouter'] as const) {
        const pair = new Pair({ rekey: { records: 3, ms: 1e9 } });
        for (let step = 0; step < steps; step += 1) {
          if (step === at) pair[crash]();
          pair.send(String(step));
          pair.client.turn(pair.now);
          pair.deliver('c2r');
          if (step % 2 === 1) pair.router.commit(pair.now);
          pair.deliver('r2c');
        }
        pair.heal();
        expect(texts(pair).sort()).toEqual(list(steps).sort());
      }
    }
    expect([ledger.repeats, ledger.sealed > 1_000, ledger.keys > 400]).toEqual([[], true, true]);
  });

  it('in 100,000 records with rekeys and a new session now and then', () => {
    const before = ledger.sealed;
    for (let session = 0; session < 10; session += 1) {
      const pair = started({ rekey: { records: 700, ms: 1e9 } });
      const { session: client } = pair.client;
      for (let i = 0; i < 10_000; i += 1) {
        client!.out.heartbeat(i);
        client!.flush(pair.now);
      }
    }
    expect([ledger.repeats, ledger.sealed - before >= 100_000]).toEqual([[], true]);
  });
});

describe('requests', () => {
  it('go to who serves, and the reply to who asked; the fleet answers for itself', () => {
    const pair = started();
    pair.client.ask('one');
    pair.client.ask('am I there?', 'keyway.fleet');
    pair.client.ask('two', 'nobody');
    pair.settle();
    expect(pair.client.replies.sort()).toEqual(['am I there? 0', 'one 0', 'two 4011']);
    expect(pair.client.presences).toEqual([`+${Buffer.from(pair.id).toString('hex')}`]);
  });

  it('end with their session: what comes later belongs to nobody', () => {
    const pair = started();
    pair.client.ask('lost');
    pair.client.turn(pair.now);
    pair.client.wire!.cut();
    pair.heal();
    pair.client.ask('again');
    pair.settle();
    expect(pair.client.replies).toEqual(['again 0']);
  });
});

it.each([1, 2, 3, 4])('suite %i carries a whole session over rekeys, crashes and re-attaches', (suite) => {
  const pair = new Pair({ suite, rekey: { records: 3, ms: 1e9 } });
  pair.settle();
  for (const [i, text] of list(60).entries()) {
    pair.send(text);
    pair.settle();
    if (i === 20) pair.crashRouter();
    if (i === 40) pair.crashClient();
  }
  pair.heal();
  expect([texts(pair), pair.client.channel.suite]).toEqual([list(60), suite]);
});
