import { Backoff } from '@keyway/client';
import { seeded } from '@keyway/transport/testing';
import { isRecord } from '@keyway/wire';
import { Checker } from '../checker.js';
import { digestOf } from '../harness/history.js';
import { aClient, until } from '../harness/places.js';
import type { WatchedFleet } from '../harness/watched.js';

const messages = 300;

/** T10: somebody on the way loses, repeats and swaps records. The fleet notices silence soon. */
export function reorderings(place: () => WatchedFleet): void {
  it('T10 records that are lost, repeated or swapped on the way cost sessions, and no message its place: nothing lost, doubled or out of order', async () => {
    const { address, router } = place();
    const seed = Date.now() % 1_000_000;
    const random = seeded(seed);
    const held = new Map<string, Buffer>();
    const counts = { lost: 0, repeated: 0, swapped: 0 };
    const adam = await aClient(address, { backoff: new Backoff(5, 20) });
    router.meddle = (record, way, link) => {
      if (!isRecord(record)) return undefined;
      const key = `${way} ${link}`;
      const before = held.get(key);
      held.delete(key);
      const rest = before === undefined ? [] : [before];
      const fate = random(60);
      if (fate === 0) counts.lost += 1;
      else if (fate < 6) counts.repeated += 1;
      else if (fate === 6) counts.swapped += 1;
      if (fate === 0) return rest;
      if (fate < 6) return [record, record, ...rest];
      if (fate === 6) held.set(key, record);
      return fate === 6 ? rest : [record, ...rest];
    };
    const checker = new Checker();
    const inbox = adam.messages();
    const receiving = (async () => {
      for (let n = 0; n < messages; n += 1) {
        const { value: message } = await inbox.next();
        checker.received('adam', 'adam', digestOf(Number(message!.contentType), message!.body));
        message!.done();
      }
    })();
    const sending: Promise<void>[] = [];
    for (let n = 1; n <= messages; n += 1) {
      const body = Uint8Array.of(n & 0xff);
      checker.attempted('adam', 'adam', n, digestOf(n, body));
      sending.push(adam.send(adam.id, body, { contentType: String(n) }).then(() => checker.accepted('adam', 'adam', n)));
      if (n % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all([...sending, receiving]);
    router.meddle = () => undefined;
    await until('it is attached', () => adam.state === 'attached');
    process.stderr.write(`reordering, seed ${seed}: ${JSON.stringify(counts)}, ${adam.stats().attaches} sessions\n`);
    expect({ seed, faults: checker.verdict().faults }).toEqual({ seed, faults: [] });
    expect(checker.verdict().counts).toMatchObject({ ok: messages });
    expect({ seed, met: counts.lost + counts.repeated + counts.swapped > 0 }).toEqual({ seed, met: true });
    await adam.close();
  }, 60_000);
}
