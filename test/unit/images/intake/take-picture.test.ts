import { deflateSync } from 'node:zlib';
import sharp, { type Create } from 'sharp';
import { describe, expect, it } from 'vitest';
import { ImageError, takePicture } from '../../../../src/images/index.js';

/** A red picture with a green left half. */
function halves(width = 40, height = 20) {
  const red = { create: { width, height, channels: 4 as const, background: '#ff0000' } };
  const green = sharp({ create: { width: width / 2, height, channels: 4, background: '#00ff00' } })
    .png()
    .toBuffer();
  return green.then((input) => sharp(sharpOf(red), {}).composite([{ input, left: 0, top: 0 }]));
}

function sharpOf(of: { create: Create }): Buffer {
  // A picture to begin with, as composites want one.
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${of.create.width}" height="${of.create.height}"><rect width="100%" height="100%" fill="#f00"/></svg>`,
  );
}

async function refusal(bytes: Uint8Array): Promise<ImageError> {
  const error: unknown = await takePicture(bytes).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ImageError) return error;
  throw new Error(`Not refused: ${error}`);
}

/** A PNG of one grey level, which unpacks to as much as its header says. */
function greyPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = deflateSync(Buffer.alloc((width + 1) * Math.min(height, 20_000)), { level: 9 });
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xed_b8_83_20 : 0);
  }
  return ~crc >>> 0;
}

const pixel = ({ data, width }: { data: Uint8Array; width: number }, x: number, y: number) => [
  ...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4),
];

describe('takePicture', () => {
  it.each(['png', 'webp', 'gif', 'avif', 'jpeg'] as const)('reads %s', async (format) => {
    const image = await takePicture(await (await halves()).toFormat(format).toBuffer());
    expect([image.width, image.height, image.data.length]).toEqual([40, 20, 3200]);
    const [red, green, blue, alpha] = pixel(image, 5, 10) as [number, number, number, number];
    expect(green).toBeGreaterThan(230);
    expect(Math.max(red, blue)).toBeLessThan(40);
    expect(alpha).toBe(255);
  });

  it.each(['gif', 'webp'] as const)('takes the first picture of an animated %s', async (format) => {
    const frames = ['#ff0000', '#0000ff'].map((background) =>
      sharp({ create: { width: 8, height: 8, channels: 4, background } })
        .png()
        .toBuffer(),
    );
    const bytes = await sharp(await Promise.all(frames), { join: { animated: true } })
      .toFormat(format)
      .toBuffer();
    const image = await takePicture(bytes);
    expect([image.width, image.height]).toEqual([8, 8]);
    expect(pixel(image, 4, 4)[0]).toBeGreaterThan(240);
  });

  it('turns what a camera held on its side', async () => {
    const image = await takePicture(await (await halves()).withMetadata({ orientation: 6 }).jpeg().toBuffer());
    expect([image.width, image.height]).toEqual([20, 40]);
    expect(pixel(image, 10, 5)[1]).toBeGreaterThan(230);
  });

  it('reads inks as colours, sixteen bits as eight and greys as colours', async () => {
    const inks = await (await halves()).toColourspace('cmyk').jpeg().toBuffer();
    expect((await sharp(inks).metadata()).space).toBe('cmyk');
    expect(pixel(await takePicture(inks), 30, 10)[0]).toBeGreaterThan(200);
    const deep = await (await halves()).toColourspace('rgb16').png().toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe('ushort');
    expect(pixel(await takePicture(deep), 30, 10)).toEqual([255, 0, 0, 255]);
    expect(pixel(await takePicture(greyPng(4, 4)), 1, 1)).toEqual([0, 0, 0, 255]);
  });

  it('reads a large picture no larger than it is needed', async () => {
    const image = await takePicture(await (await halves(3000, 2000)).png().toBuffer());
    expect([image.width, image.height]).toEqual([512, 341]);
  });

  it('reads of a file that is something else as well the picture alone', async () => {
    const png = await (await halves()).png().toBuffer();
    const both = Buffer.concat([png, Buffer.from('PK\u0003\u0004<script>alert(1)</script>')]);
    expect((await takePicture(both)).data).toEqual((await takePicture(png)).data);
  });

  it('refuses what unpacks to more than is read, without unpacking it', async () => {
    const bomb = greyPng(9000, 9000);
    expect(bomb.length).toBeLessThan(100_000);
    const started = process.memoryUsage().rss;
    expect(await refusal(bomb)).toMatchObject({
      code: 'picture_too_large',
      data: { why: 'pixels', width: 9000, height: 9000, most: 25_000_000 },
    });
    expect(process.memoryUsage().rss - started).toBeLessThan(60 * 2 ** 20);
  });

  it('refuses what is very long', async () => {
    expect((await refusal(greyPng(40_000, 1))).data).toEqual({ why: 'side', width: 40_000, height: 1, most: 10_000 });
  });

  it('refuses a large file without reading it', async () => {
    expect((await refusal(new Uint8Array(50 * 2 ** 20))).data).toMatchObject({ why: 'bytes', bytes: 50 * 2 ** 20 });
  });

  it.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['zero bytes', new Uint8Array(2000)],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    [
      'an XML that would read files',
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><svg/>',
    ],
    ['a PDF', '%PDF-1.7'],
    ['a page', '<!doctype html><img src=x>'],
    ['a TIFF', Buffer.from('49492a0008000000', 'hex')],
  ])('refuses %s as no picture', async (_, file) => {
    expect((await refusal(typeof file === 'string' ? Buffer.from(file) : file)).code).toBe('picture_unknown');
  });

  it.each(['png', 'webp', 'gif', 'avif', 'jpeg'] as const)('refuses a %s that breaks off', async (format) => {
    // Noise, which does not pack to nothing.
    const noise = Buffer.from(Array.from({ length: 3 * 64 * 64 }, (_, k) => (k * k * 7919) % 251));
    const whole = await sharp(noise, { raw: { width: 64, height: 64, channels: 3 } })
      .toFormat(format)
      .toBuffer();
    expect((await refusal(whole.subarray(0, Math.floor(0.6 * whole.length)))).code).toBe('picture_broken');
    expect((await refusal(whole.subarray(0, 20))).code).toBe('picture_broken');
  });

  it.each<[string, string]>([
    ['a script that begins like a GIF', 'GIF89a=1;alert(1)//'],
    ['an SVG that begins like a JPEG', '\u00ff\u00d8\u00ff<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a film that begins like an AVIF', '\0\0\0\u0018ftypavif\0\0\0\0moov'],
  ])('refuses %s as broken', async (_, text) => {
    expect((await refusal(Buffer.from(text, 'latin1'))).code).toBe('picture_broken');
  });

  it('refuses what nobody would see', async () => {
    const clear = sharp({ create: { width: 9, height: 9, channels: 4, background: '#ff000010' } });
    expect((await refusal(await clear.png().toBuffer())).code).toBe('picture_empty');
  });
});
