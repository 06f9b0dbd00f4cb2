/** A reusable set of vocabulary ids, filled in ascending order: what the grammar allows next. Filling it allocates nothing. */
export class IdSet {
  /** The ids; only the first `count` are part of the set. */
  readonly ids: Int32Array;
  count = 0;

  /** @param capacity most ids it can hold: the vocabulary's size */
  constructor(capacity: number) {
    this.ids = new Int32Array(capacity);
  }

  clear(): void {
    this.count = 0;
  }

  /** Adds one id, larger than all before it. */
  add(id: number): void {
    this.ids[this.count++] = id;
  }

  /** Adds first, first + 1, … end − 1, all larger than those before them. */
  addRange(first: number, end: number): void {
    for (let id = first; id < end; id++) this.ids[this.count++] = id;
  }

  /** The k-th id in ascending order, or -1 when there are fewer. */
  at(k: number): number {
    return k < this.count ? (this.ids[k] ?? -1) : -1;
  }

  /** Position of an id in ascending order, or -1 when the set lacks it. */
  indexOf(id: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.at(middle);
      if (found === id) return middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
