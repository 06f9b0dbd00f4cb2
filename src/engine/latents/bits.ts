/** Writes numbers of any width up to 30 bits one behind the other, most significant bit first. */
export class BitWriter {
  readonly #bytes: number[] = [];
  #used = 0;

  /** Appends the low `width` bits of a non-negative integer. */
  write(value: number, width: number): void {
    for (let bit = width - 1; bit >= 0; bit--) {
      if (this.#used % 8 === 0) this.#bytes.push(0);
      const last = this.#bytes.length - 1;
      this.#bytes[last] = this.#bytes[last]! | (((value >> bit) & 1) << (7 - (this.#used % 8)));
      this.#used++;
    }
  }

  /** What was written; the last byte is filled up with zeros. */
  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads what a `BitWriter` wrote. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #read = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The next `width` bits as an integer, or undefined when fewer are left. */
  read(width: number): number | undefined {
    if (this.#read + width > this.#bytes.length * 8) return undefined;
    let value = 0;
    for (let i = 0; i < width; i++, this.#read++) {
      value = (value << 1) | ((this.#bytes[this.#read >> 3]! >> (7 - (this.#read & 7))) & 1);
    }
    return value;
  }

  /** Whether only the filling of the last byte is left: fewer than 8 bits, all zero. */
  atEnd(): boolean {
    const left = this.#bytes.length * 8 - this.#read;
    return left < 8 && (left === 0 || this.read(left) === 0);
  }
}

/** Bits that tell `count` cases apart: 0 for one case. */
export function bitsFor(count: number): number {
  return count <= 1 ? 0 : 32 - Math.clz32(count - 1);
}
