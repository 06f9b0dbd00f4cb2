// Node.js 20 has no Float16Array.

const WORD = new DataView(new ArrayBuffer(4));

/** The number that the 16 bits of an IEEE 754 half-precision float stand for. */
export function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The 16 bits of the half-precision float that is nearest to a number, of two the even one. */
export function toHalf(value: number): number {
  WORD.setFloat32(0, value);
  const bits = WORD.getUint32(0);
  const sign = (bits >>> 16) & 0x8000;
  if (Number.isNaN(value)) return 0x7e00;
  const size = Math.abs(value);
  // Below 2⁻¹⁴ steps are all of 2⁻²⁴.
  if (size < 2 ** -14) return sign | evenNearest(size * 2 ** 24);
  if (size >= 65520) return sign | 0x7c00;
  const exponent = ((bits >>> 23) & 0xff) - 127;
  // A fraction that rounds up to 1024 carries into the exponent.
  return sign | (((exponent + 15) << 10) + evenNearest((size / 2 ** exponent - 1) * 1024));
}

function evenNearest(value: number): number {
  const low = Math.floor(value);
  const rest = value - low;
  return rest > 0.5 || (rest === 0.5 && low % 2 === 1) ? low + 1 : low;
}
