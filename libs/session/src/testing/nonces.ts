import { TrafficKeys } from '../traffic.js';

/** Remembers under which key each record number was sealed, for as long as it is installed. Keys are known by what they do. */
export class NonceLedger {
  sealed = 0;
  readonly repeats: string[] = [];
  #seen = new Map<string, Set<number>>();
  #ids = new WeakMap<TrafficKeys, string>();
  #sealInto: TrafficKeys['sealInto'] | undefined;

  install(): this {
    const sealInto = (this.#sealInto = TrafficKeys.prototype.sealInto);
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the patched method has a `this` of its own
    const ledger = this;
    TrafficKeys.prototype.sealInto = function (seq, plaintext, target, offset) {
      ledger.#note(this, sealInto, seq);
      return sealInto.call(this, seq, plaintext, target, offset);
    };
    return this;
  }

  uninstall(): void {
    if (this.#sealInto) TrafficKeys.prototype.sealInto = this.#sealInto;
  }

  /** Different keys that sealed something. */
  get keys(): number {
    return this.#seen.size;
  }

  #note(keys: TrafficKeys, sealInto: TrafficKeys['sealInto'], seq: number): void {
    let id = this.#ids.get(keys);
    if (id === undefined) {
      // what the keys make of 32 zeros under a number no session reaches says which key and IV they are
      const probe = new Uint8Array(keys.sealedBytes(32));
      sealInto.call(keys, Number.MAX_SAFE_INTEGER, new Uint8Array(32), probe, 0);
      id = Buffer.from(probe).toString('base64');
      this.#ids.set(keys, id);
    }
    let numbers = this.#seen.get(id);
    if (numbers === undefined) this.#seen.set(id, (numbers = new Set()));
    if (numbers.has(seq)) this.repeats.push(`${id} ${seq}`);
    numbers.add(seq);
    this.sealed += 1;
  }
}
