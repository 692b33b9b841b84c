import { World } from '../testing/world.js';

describe('every order in which appends and reads may end', () => {
  /** Runs `schedule` once for each sequence of choices, by doing it again with the next one (stateless model checking). */
  async function everyOrder(schedule: (choose: (options: number) => number) => Promise<void>, most: number): Promise<number> {
    let plan: { chosen: number; options: number }[] = [];
    for (let runs = 1; ; runs += 1) {
      let at = 0;
      await schedule((options) => {
        const choice = plan[at] ?? { chosen: 0, options };
        plan[at] = choice;
        at += 1;
        return choice.chosen;
      });
      plan = plan.slice(0, at);
      while (plan.length > 0 && plan.at(-1)!.chosen + 1 >= plan.at(-1)!.options) plan.pop();
      if (plan.length === 0 || runs >= most) return runs;
      plan.at(-1)!.chosen += 1;
    }
  }

  it.each([
    ['a recipient that attaches meanwhile', 100, 2, false],
    ['a recipient with little credit', 1, 3, true],
  ])(
    'delivers each message once and in order: %s',
    async (_what, messages, appends, attached) => {
      const orders = await everyOrder(async (choose) => {
        const world = new World();
        const adam = world.client('adam').attach();
        const eve = world.client('eve', { window: { messages, bytes: 10_000 } });
        if (attached) eve.attach();
        await world.settle();
        adam.send(eve); // and its recipient is known
        await world.settle();
        for (let i = 0; i < appends; i += 1) {
          world.now += 30;
          adam.send(eve);
          adam.pump();
          world.travel(); // an append each
        }
        if (!attached) eve.attach();
        world.travel();
        await world.performAll('lookup');
        eve.reading = false;
        for (; world.jobs.length + eve.incoming.waiting > 0; await world.performAll('release')) {
          const writes = world.jobs.filter(({ kind }) => kind !== 'read');
          const reads = world.jobs.filter(({ kind }) => kind === 'read');
          const moves = [writes, reads].flatMap((queue) => {
            const [next, done] = [queue.find((job) => !job.done), queue[0]?.done ? queue[0] : undefined];
            return [...(next ? [() => next.execute()] : []), ...(done ? [async () => world.bring(done)] : [])];
          });
          if (eve.incoming.waiting > 0 && (messages < 5 || moves.length === 0)) moves.push(async () => void eve.read(1));
          await moves[choose(moves.length)]!();
          world.travel();
        }
        expect(eve.texts).toEqual(Array.from({ length: appends + 1 }, (_, i) => `m${i + 1}`));
        expect(new Set(adam.states)).toEqual(new Set(['accepted']));
        expect(world.relay.totals.durableOut).toBe(appends + 1); // nobody was sent anything twice
        const { messages: left, totals } = await world.store.stats();
        expect([left, totals]).toEqual([0, { stored: appends + 1, released: appends + 1 }]);
      }, 2_000);
      expect([orders > 20, orders < 2_000]).toEqual([true, true]);
    },
    30_000,
  );
});
