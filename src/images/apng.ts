import { promisify } from 'node:util';
import { crc32, deflate, inflateSync, type ZlibOptions } from 'node:zlib';
import type { Animation } from './frames.js';
import { encodeIndexed } from './sharp.js';

const SIGNATURE_BYTES = 8;
const FILTERS = 5;
const deflated = promisify<Uint8Array, ZlibOptions, Buffer>(deflate);
/** Every frame takes the whole place of the one before it (APNG specification, `dispose_op`, `blend_op`). */
const REPLACE = 0;

/**
 * Writes an animated PNG that loops for ever (the chunks `acTL`, `fcTL`, `fdAT` of PNG's third edition). sharp writes
 * none, and what npm has for it has not been kept for years.
 * @param frames of one size, whose colours are brought to so many at most, the same for all
 */
export async function encodeApng({ frames, frameMs }: Animation, colours: number): Promise<Buffer> {
  const { width, height } = frames[0]!;
  const strip = { width, height: height * frames.length, data: Buffer.concat(frames.map(({ data }) => data)) };
  const chunks = chunksOf(await encodeIndexed(strip, colours));
  const header = Buffer.from(chunks.find(({ type }) => type === 'IHDR')!.data);
  const rowBytes = Math.ceil((width * header[8]!) / 8);
  const packed = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const rows = unfiltered(packed, rowBytes);
  header.writeUInt32BE(height, 4);
  const kept = chunks.filter(({ type }) => type === 'PLTE' || type === 'tRNS');
  const frameBytes = height * (rowBytes + 1);
  // On other threads: chats are answered meanwhile.
  const packedFrames = await Promise.all(
    frames.map((_, k) => deflated(rows.subarray(k * frameBytes, (k + 1) * frameBytes), { level: 9 })),
  );
  let sequence = 0;
  const written = packedFrames.flatMap((pixels, k) => {
    const control = chunk('fcTL', frameControl(sequence++, width, height, frameMs));
    if (k === 0) return [control, chunk('IDAT', pixels)];
    return [control, chunk('fdAT', Buffer.concat([number(sequence++), pixels]))];
  });
  const control = chunk('acTL', Buffer.concat([number(frames.length), number(0)]));
  const palette = kept.map(({ type, data }) => chunk(type, data));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    control,
    ...palette,
    ...written,
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface Chunk {
  type: string;
  data: Buffer;
}

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE_BYTES; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([number(data.length), named, number(crc32(named))]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function frameControl(sequence: number, width: number, height: number, frameMs: number): Buffer {
  const data = Buffer.alloc(26, REPLACE);
  [sequence, width, height].forEach((value, k) => {
    data.writeUInt32BE(value, 4 * k);
  });
  data.writeUInt16BE(frameMs, 20);
  data.writeUInt16BE(1000, 22);
  return data;
}

/** Rows without their filters (PNG, “Filtering”), each still behind a byte that says which it has: none. */
function unfiltered(packed: Buffer, rowBytes: number): Buffer {
  const rows = Buffer.from(packed);
  for (let start = 0; start < rows.length; start += rowBytes + 1) {
    const filter = rows[start]! % FILTERS;
    rows[start] = 0;
    for (let k = 1; k <= rowBytes; k++) {
      const left = k > 1 ? rows[start + k - 1]! : 0;
      const above = start > 0 ? rows[start + k - rowBytes - 1]! : 0;
      const corner = start > 0 && k > 1 ? rows[start + k - rowBytes - 2]! : 0;
      const predicted = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter]!;
      rows[start + k] = (rows[start + k]! + predicted) & 0xff;
    }
  }
  return rows;
}

function paeth(left: number, above: number, corner: number): number {
  const at = left + above - corner;
  const [a, b, c] = [Math.abs(at - left), Math.abs(at - above), Math.abs(at - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}
