import { decodeId } from '@keyway/crypto';
import { Events } from './events.js';
import type { FleetCalls, Member } from './fleet-calls.js';
import { NameBook } from './names.js';
import { reasonOf, Scene, take, texts, until } from './testing/scene.js';

const [adam, eve] = ['a', 'b'].map((letter) => letter.repeat(51) + 'a') as [string, string];

/** A fleet that says who is who, and how often it was asked. */
class Register {
  asked = 0;
  readonly names = new Map<string, string>();
  readonly events = new Events();
  readonly book = new NameBook(this as unknown as FleetCalls, this.events);

  resolve(name: string): Promise<Member | undefined> {
    this.asked += 1;
    const id = this.names.get(name);
    return Promise.resolve(id === undefined ? undefined : { id, name, online: false, since: undefined });
  }
  look(name: string): Promise<string> {
    return new Promise((resolve, reject) => this.book.resolve(name, resolve, reject));
  }
}

describe('names', () => {
  it('are asked for once in a session, and again in the next one', async () => {
    const register = new Register();
    register.names.set('adam', adam);
    expect(await Promise.all([register.look('adam'), register.look('adam')])).toEqual([adam, adam]);
    expect([await register.look('adam'), register.asked]).toEqual([adam, 1]);
    register.book.attached();
    expect([await register.look('adam'), register.asked]).toEqual([adam, 2]);
  });

  it('of nobody are unknown by name, and are asked for again the next time', async () => {
    const register = new Register();
    await expect(register.look('adam')).rejects.toMatchObject({
      reason: 'recipient_unknown',
      message: expect.stringContaining('"adam"') as string,
    });
    register.names.set('adam', adam);
    expect(await register.look('adam')).toBe(adam);
  });

  it('that moved to another key are refused, with a warning, for as long as the process lives', async () => {
    const register = new Register();
    const warnings: string[] = [];
    register.events.open();
    register.events.on('warning', ({ text }) => warnings.push(text));
    register.names.set('adam', adam);
    await register.look('adam');
    register.names.set('adam', eve);
    expect(await register.look('adam')).toBe(adam); // known for this session
    register.book.attached();
    expect(await reasonOf(register.look('adam'))).toBe('recipient_unknown');
    expect(await reasonOf(register.look('adam'))).toBe('recipient_unknown');
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toContain(`was ${adam} and is ${eve} now`);
    register.names.set('adam', adam);
    expect(await register.look('adam')).toBe(adam);
  });

  it.each(['', 'x'.repeat(129)])('are no names when they are empty or too long: %j', (name) => {
    const { book } = new Register();
    expect(() =>
      book.resolve(
        name,
        () => undefined,
        () => undefined,
      ),
    ).toThrow(expect.objectContaining({ reason: 'address_invalid' }));
  });

  it('hold 10,000 messages until they are known, and no more', () => {
    const { book } = new Register();
    const ignore = (): void => undefined;
    for (let i = 0; i < 10_000; i += 1) book.resolve('adam', ignore, ignore);
    expect(() => book.resolve('adam', ignore, ignore)).toThrow(expect.objectContaining({ reason: 'backpressure' }));
  });
});

describe('sending to a name', () => {
  it('keeps the order of what was sent before and after it was known', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    await b.claimName('eve');
    const body = new TextEncoder().encode('1');
    const sent = [a.send('eve', body)];
    body.fill(0); // the caller may
    sent.push(a.send('eve', '2'), a.send('eve', '3', { signal: new AbortController().signal }));
    await Promise.all(sent);
    await a.send('eve', '4');
    expect(texts(await take(b, 4))).toEqual(['1', '2', '3', '4']);
    expect(scene.fleet.router.desk.asked.filter(({ service }) => service === 'keyway.fleet')).toHaveLength(2);
  });

  it('can be given up before the name is known, and is refused for what is wrong with it afterwards', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    await b.claimName('eve');
    const abort = new AbortController();
    const first = reasonOf(a.send('eve', 'never', { signal: abort.signal }));
    abort.abort();
    expect(await first).toBe('aborted');
    expect(await reasonOf(a.send('eve', new Uint8Array(262_144)))).toBe('too_large');
    await a.send('eve', 'after');
    expect(texts(await take(b, 1))).toEqual(['after']);
    expect(b.stats()).toMatchObject({ skipped: 1 });
  });

  it('waits for the fleet like any message does', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    await b.claimName('eve');
    scene.fleet.router.cut(decodeId(a.id)!);
    await until(() => a.state === 'detached');
    await a.send('eve', 'later');
    expect(texts(await take(b, 1))).toEqual(['later']);
  });
});
