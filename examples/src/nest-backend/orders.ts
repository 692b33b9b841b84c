export interface Order {
  readonly item: string;
  readonly count: number;
}

export interface PlacedOrder extends Order {
  readonly number: number;
  paid: boolean;
}

/** The orders of each customer. Knows nothing of Nest or Keyway; a real program has a database here. */
export class Orders {
  readonly #byCustomer = new Map<string, PlacedOrder[]>();
  readonly #byRequest = new Map<string, PlacedOrder>();
  #count = 0;

  /** @param request - the same for the same request: one that comes again gets the order it has made before. */
  place(customer: string, request: string, order: Order): PlacedOrder {
    const before = this.#byRequest.get(`${customer}:${request}`);
    if (before !== undefined) return before;
    const placed = { ...order, number: (this.#count += 1), paid: false };
    this.#byRequest.set(`${customer}:${request}`, placed);
    this.#byCustomer.set(customer, [...this.of(customer), placed]);
    return placed;
  }

  /** A customer sees no orders but its own. */
  of(customer: string): readonly PlacedOrder[] {
    return this.#byCustomer.get(customer) ?? [];
  }

  find(customer: string, number: number): PlacedOrder | undefined {
    return this.of(customer).find((order) => order.number === number);
  }
}
