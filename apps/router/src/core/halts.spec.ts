import { World } from '../testing/world.js';

describe('a full mailbox', () => {
  it('halts its senders, and lets them go on in order, without loss', async () => {
    const world = new World({ quota: { messages: 10 } });
    const { adam, ada } = await world.attached('adam', 'ada');
    const eve = world.client('eve');
    for (let i = 0; i < 40; i += 1) {
      world.now += 30;
      for (const from of [adam, ada]) from.send(eve, `${from.name} ${i}`);
      if (i % 3 === 0) await world.settle();
    }
    await world.settle();
    expect([adam.halts, ada.halts]).toEqual([['mailbox_full'], ['mailbox_full']]);
    expect(world.relay.haltedCount).toBe(2);
    eve.attach();
    await world.settle();
    expect([...adam.states, ...ada.states]).toEqual(Array(80).fill('accepted'));
    for (const from of ['adam', 'ada']) {
      expect(eve.texts.filter((text) => text.startsWith(`${from} `))).toEqual(Array.from({ length: 40 }, (_, i) => `${from} ${i}`));
    }
    expect([world.relay.haltedCount, adam.halts.at(-1)]).toEqual([0, undefined]);
  });

  it('answers for the part of a run that was there already', async () => {
    const world = new World({ quota: { messages: 3 } });
    const { adam } = await world.attached('adam');
    const eve = world.client('eve');
    adam.send(eve);
    adam.send(eve);
    await world.settle();
    const { session } = adam;
    session!.out.run(1, 1, 0, 0, 0, 0, Buffer.from([0x7a, 0, 0x7a, 0, 0x7a, 0, 0x7a, 0])); // 1 … 4: 3 and 4 do not fit
    const heard: unknown[] = [];
    adam.accepted = (...what) => void heard.push(what);
    adam.refused = (...what) => void heard.push(what.slice(0, 3));
    adam.flush();
    await world.settle();
    expect(heard).toEqual(
      expect.arrayContaining([
        [1, 2],
        [1, 3, 0],
      ]),
    );
    expect(world.relay.totals).toMatchObject({ durableIn: 6, durableStored: 2, durableDuplicate: 2 });
    expect(world.relay.totals.refused).toEqual(new Map([['mailbox_full', 2]]));
  });
});

describe('too much on its way into the mailboxes', () => {
  it('halts a stream before the store has ever seen it, and takes nothing behind the halt before that number came again', async () => {
    const world = new World({ limits: { appendingBytes: 1_000 } });
    const { adam, ada, eve } = await world.attached('adam', 'ada', 'eve');
    for (let i = 0; i < 5; i += 1) {
      world.now += 30;
      ada.send(eve, `${i}`);
    }
    ada.work();
    for (let i = 0; i < 3; i += 1) {
      world.now += 30;
      adam.send(eve, `${i}`);
      adam.pump(); // three records, all behind the others
    }
    world.travel();
    expect(adam.halts).toEqual(['backpressure']);
    await world.settle();
    expect(adam.states).toEqual(Array(3).fill('waiting'));
    world.advance(5_000);
    await world.settle();
    expect(adam.states).toEqual(Array(3).fill('accepted'));
    const stored = eve.shown.filter(({ sender }) => Buffer.from(sender).equals(adam.id));
    expect(stored.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(eve.skipped).toEqual([]);
  });

  it('does not hide that the store refused what was on its way before', async () => {
    const world = new World({ limits: { appendingBytes: 300 }, quota: { messages: 1 } });
    const { adam } = await world.attached('adam');
    const eve = world.client('eve');
    adam.send(eve);
    await world.settle();
    const told: number[] = [];
    adam.refused = (_handle, first) => void told.push(first);
    for (let i = 0; i < 3; i += 1) {
      world.now += 30;
      adam.send(eve);
    }
    world.travel(); // 2 and 3 are taken, 4 is too much
    expect(told).toEqual([4]);
    await world.settle();
    expect(told).toEqual([4, 2]);
  });

  it('holds although what was sent before the halted number is still being taken', async () => {
    const world = new World({ settings: { windowMessages: 4 } });
    const { adam } = await world.attached('adam');
    const eve = world.client('eve');
    const told: number[] = [];
    adam.refused = (_handle, first) => void told.push(first);
    adam.session!.out.open(1, eve.id, new Uint8Array(16), 0);
    for (let seq = 1; seq <= 9; seq += 1) adam.session!.out.run(1, seq, 0, 0, 0, 0, Uint8Array.of(0x7a, 0));
    adam.flush();
    world.travel(); // eve is looked up: 1 … 8 are held, 9 is too much
    await world.settle();
    adam.session!.out.run(1, 10, 0, 0, 0, 0, Uint8Array.of(0x7a, 0));
    adam.flush();
    await world.settle();
    expect(told).toEqual([9]);
    expect(world.relay.totals.durableStored).toBe(8);
  });

  it('tells a stream once to halt, however many of its runs were on their way', async () => {
    const world = new World({ quota: { messages: 1 } });
    const { adam } = await world.attached('adam');
    const eve = world.client('eve');
    const told: number[] = [];
    adam.refused = (_handle, first) => void told.push(first);
    adam.send(eve);
    await world.settle();
    for (let i = 0; i < 5; i += 1) {
      world.now += 30;
      adam.send(eve);
      adam.pump();
      while (adam.deliverToRouter());
      world.turn();
    }
    expect(world.jobs.map(({ kind }) => kind)).toEqual(Array(5).fill('append'));
    await world.settle();
    expect(told).toEqual([2]);
  });
});
