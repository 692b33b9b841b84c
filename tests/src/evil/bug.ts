/** Who has the bug. */
export type Side = 'client' | 'broker' | 'router';

/** A named deviation from docs/protocol.md, and what the honest other side must make of it. */
export interface Bug<Does> {
  /** Of the attack it belongs to, in docs/security.md. */
  readonly attack: `T${number}`;
  readonly name: string;
  readonly side: Side;
  /** What it does instead of what it should do. */
  readonly does: Does;
  /** The outcome in a word: the reason that is said, or what becomes of it. */
  readonly expects: string;
  /** `service counter` that must rise by one: for outcomes that many causes share. */
  readonly because?: string | undefined;
}

export interface Played {
  readonly outcome: string;
  /** What left for the other side at the place of the bug, and what would have left without it. */
  readonly said: readonly Uint8Array[];
  readonly meant: readonly Uint8Array[];
}

/** Where bugs of one kind meet the real other side. */
export interface Arena<Does> {
  /** What becomes of a peer without a bug. */
  readonly honest: string;
  /** @param bug - undefined: an honest peer. */
  play(bug: Does | undefined): Promise<Played>;
}

/** A row of a table of bugs. */
export type Row<Does> = readonly [attack: `T${number}`, name: string, does: Does, expects: string, because?: string];

/** @param where - the message that has them. */
export const bugsOf = <Does>(side: Side, where: string, rows: readonly Row<Does>[]): readonly Bug<Does>[] =>
  rows.map(([attack, name, does, expects, because]) => ({ attack, name: `${where}: ${name}`, side, does, expects, because }));

const registry: Bug<unknown>[] = [];
/** Every bug of all tables, once its tests are declared. */
export const allBugs = (): readonly Bug<unknown>[] => registry;

const same = ({ said, meant }: Played): boolean =>
  said.length === meant.length && said.every((one, i) => Buffer.compare(one, meant[i]!) === 0);

/**
 * One test for each bug, with an honest peer before and behind all of them: who serves nobody finds every bug.
 * @param counted - what `work` adds to a counter; needed for bugs that name one.
 */
export function battle<Does>(
  arena: () => Arena<Does>,
  bugs: readonly Bug<Does>[],
  counted?: (counter: string, work: () => Promise<unknown>) => Promise<number>,
): void {
  registry.push(...bugs);
  const served = async (): Promise<void> => {
    const played = await arena().play(undefined);
    expect([played.outcome, same(played)]).toEqual([arena().honest, true]);
  };
  it('an honest peer is served', served);
  it.each(bugs.map((bug) => [`${bug.attack} ${bug.side}: ${bug.name}: ${bug.expects}`, bug] as const))('%s', async (_title, bug) => {
    let played: Played | undefined;
    const play = async () => void (played = await arena().play(bug.does));
    const because = bug.because === undefined ? (await play(), 1) : await counted!(bug.because, play);
    expect({ outcome: played!.outcome, because, same: same(played!) }).toEqual({ outcome: bug.expects, because: 1, same: false });
  });
  it('and an honest peer is served as before', served);
}
