import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32, createDeflate } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { info } from '../../../src/cli/info.js';
import { toXmp } from '../../../src/images/metadata.js';

const HOSTILE = 'a cat\u001b]52;c;b3duZWQ=\u0007\u001b[2J\u009b31m\nprompt  a dog\u202e';
const RECORD = {
  software: 'kaleido 0.1.0',
  bundle: { name: HOSTILE, version: '1', hash: 'f00d' },
  prompt: HOSTILE,
  settings: { seed: 1, [HOSTILE]: HOSTILE, constructor: 'a', list: [HOSTILE] },
  cells: [{ latents: HOSTILE, seed: 7, artworks: [{ thing: HOSTILE, picture: HOSTILE }] }],
};

/**
 * A PNG of 16,000 × 16,000 transparent pixels (1 GB decoded) in a few megabytes, with a record (PNG, third edition, 5.3
 * and 11.3.3.4).
 */
async function hugePng(): Promise<Buffer> {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(16_000, 0);
  header.writeUInt32BE(16_000, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const line = Buffer.alloc(1 + 4 * 16_000);
  const pixels = Readable.from(Array.from({ length: 16_000 }, () => line)).pipe(createDeflate({ level: 1 }));
  const xmp = Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${toXmp(RECORD)}`);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('iTXt', xmp),
    chunk('IDAT', await buffer(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

let dir: string;
let file: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kaleido-'));
  file = join(dir, 'huge.png');
  await writeFile(file, await hugePng());
});
afterAll(() => rm(dir, { recursive: true }));

async function told(json: boolean): Promise<string> {
  const stream = new PassThrough({ highWaterMark: 1e6 });
  await info(file, json, stream);
  return String(stream.read());
}

describe('kaleido info', () => {
  it('tells of a picture that unpacks to a gigabyte without unpacking it', async () => {
    await told(false);
    const before = process.resourceUsage().maxRSS;
    await told(false);
    // Kilobytes.
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(50_000);
  });

  it('prints nothing that steers a terminal, and one line for each value', async () => {
    const text = await told(false);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come.
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(text.split('\n').filter((line) => line.startsWith('prompt'))).toHaveLength(1);
  });

  it('gives the record as it is in JSON', async () => {
    const text = await told(true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(JSON.parse(text)).toEqual(RECORD);
  });
});
