import { FileStore, type Backoff } from '@keyway/client';
import type { Fleet, ServiceName } from '@keyway/fleet';
import { seeded } from '@keyway/transport/testing';
import { join } from 'node:path';
import { History } from './history.js';
import { mailboxSum } from './metrics.js';
import { newcomers } from './newcomers.js';
import { Person, type PersonOptions } from './person.js';
import { freshFolder, until } from './places.js';

export interface Killing {
  readonly victims: readonly ServiceName[];
  readonly kills: number;
  readonly seed: number;
  /** The least time between two kills, on top of what the restart takes. */
  readonly calmMs?: number;
  /** How clients wait between attempts; unless given, as they always do. */
  readonly backoff?: () => Backoff;
}

export interface Aftermath {
  readonly history: History;
  readonly sum: Awaited<ReturnType<typeof mailboxSum>>;
  readonly reopened: number;
  /** What those who asked for a channel while something was dead heard, and that they got one in the end. */
  readonly asked: readonly string[];
  readonly gotIn: number;
}

const restartMs = 30_000;

/** Traffic over both edges between four people, two of whom come and go, while `victims` are killed again and again. */
export async function killUnderLoad(fleet: Fleet, { victims, kills, seed, calmMs = 0, backoff }: Killing): Promise<Aftermath> {
  const random = seeded(seed);
  const history = new History();
  const people = cast(fleet, { history, random, backoff });
  await Promise.all(people.map((person) => person.open()));
  for (const person of people) person.start(people);
  const asked: string[] = [];
  let gotIn = 0;
  for (let round = 0; round < kills; round += 1) {
    await Promise.all([everybodyIsHeard(people, history), warmedUp(calmMs)]);
    for (const victim of victims) fleet.kill(victim, 'SIGKILL');
    const guests = newcomers(fleet.address, history, people[0]!, backoff);
    const comesAndGoes = people[2 + (round % 2)]!.reopen(people);
    const [outcomes] = await Promise.all([guests, comesAndGoes, fleet.waitReady(undefined, restartMs)]);
    asked.push(...outcomes.reasons);
    gotIn += outcomes.gotIn;
  }
  await everybodyIsHeard(people, history);
  await Promise.all(people.map((person) => person.stop()));
  await until('every message is answered', () => people.every(({ waiting }) => waiting === 0), restartMs);
  await until('everything accepted has arrived', () => history.durable.missing === 0, restartMs).catch(() => undefined); // the verdict tells
  const sum = await until(
    'the mailboxes are empty',
    async () => {
      const now = await mailboxSum(fleet);
      return now.waiting === 0 ? now : undefined;
    },
    restartMs,
  );
  await Promise.all(people.map((person) => person.close()));
  return { history, sum, reopened: people.reduce((total, person) => total + person.reopened, 0), asked, gotIn };
}

function cast(fleet: Fleet, options: Omit<PersonOptions, 'fleet'>): readonly Person[] {
  const base = { fleet: fleet.address, ...options };
  const kept = (name: string) => {
    const folder = join(freshFolder(), name);
    return () => new FileStore(folder);
  };
  return [
    new Person('adam', { ...base, edge: 'tcp' }),
    new Person('eve', { ...base, edge: 'zmq' }),
    new Person('noah', { ...base, edge: 'tcp', store: kept('noah') }),
    new Person('ruth', { ...base, edge: 'zmq', store: kept('ruth') }),
  ];
}

const warmedUp = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Each of them gets messages accepted, from now on: all are back. */
async function everybodyIsHeard(people: readonly Person[], history: History): Promise<void> {
  const before = new Map(people.map(({ name }) => [name, history.acceptedOf(name)]));
  const back = (): boolean => people.every(({ name }) => history.acceptedOf(name) >= before.get(name)! + 50);
  await until('every client comes back by itself and gets messages accepted', back, restartMs);
}
