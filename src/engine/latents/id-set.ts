/**
 * A reusable set of vocabulary ids, filled in ascending order: what the grammar allows next. It keeps ranges, as a
 * grammar allows thousands of ids at once.
 */
export class IdSet {
  /** First ids of the ranges; only the first `ranges` are part of the set. */
  readonly starts: number[] = [];
  /** Where the ranges end, exclusive. */
  readonly ends: number[] = [];
  ranges = 0;
  /** Number of ids. */
  count = 0;

  clear(): void {
    this.ranges = 0;
    this.count = 0;
  }

  /** Adds one id, larger than all before it. */
  add(id: number): void {
    this.addRange(id, id + 1);
  }

  /** Adds first, first + 1, … end − 1, all larger than those before them; nothing when end ≤ first. */
  addRange(first: number, end: number): void {
    if (end <= first) return;
    if (this.ranges === 0 || this.ends[this.ranges - 1] !== first) this.starts[this.ranges++] = first;
    this.ends[this.ranges - 1] = end;
    this.count += end - first;
  }

  /** The k-th id in ascending order, or -1 when there are fewer. */
  at(k: number): number {
    let before = 0;
    for (let r = 0; r < this.ranges; r++) {
      const id = this.starts[r]! + k - before;
      if (id < this.ends[r]!) return id;
      before += this.ends[r]! - this.starts[r]!;
    }
    return -1;
  }

  /** Position of an id in ascending order, or -1 when the set lacks it. */
  indexOf(id: number): number {
    let before = 0;
    for (let r = 0; r < this.ranges; r++) {
      if (id >= this.starts[r]! && id < this.ends[r]!) return before + id - this.starts[r]!;
      before += this.ends[r]! - this.starts[r]!;
    }
    return -1;
  }
}
