/** Width of a slot, milliseconds: nobody times a request more finely than a router looks. */
const slotMs = 50;

/** Things that fall due, in slots by their time: adding, taking off and looking cost the same however many there are. */
export class DueList<T> {
  readonly #slots = new Map<number, Set<T>>();

  add(item: T, at: number): void {
    const slot = slotOf(at);
    const items = this.#slots.get(slot);
    if (items === undefined) this.#slots.set(slot, new Set([item]));
    else items.add(item);
  }

  /** @param at - as it was added. */
  delete(item: T, at: number): void {
    const slot = slotOf(at);
    const items = this.#slots.get(slot);
    if (items?.delete(item) && items.size === 0) this.#slots.delete(slot);
  }

  /** Takes off everything whose time has come. */
  take(now: number): readonly T[] {
    const due: T[] = [];
    for (const [slot, items] of this.#slots) {
      if (slot * slotMs > now) continue;
      this.#slots.delete(slot);
      due.push(...items);
    }
    return due;
  }
}

/** Never before its time. */
const slotOf = (at: number): number => Math.ceil(at / slotMs);
