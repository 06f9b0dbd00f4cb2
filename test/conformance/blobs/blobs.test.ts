import { mkdir, mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBlobs } from '../../../src/app/base/blobs.js';
import { readConfig } from '../../../src/config.js';
import type { BlobStore } from '../../../src/core/ports.js';
import { createS3Blobs } from '../../../src/store/blobs/s3.js';
import { type S3Server, startS3Server, type Trouble } from '../../servers/s3/server.js';
import { wordsOf } from '../../support/words-of.js';

const PNG = 'image/png';
const bytes = (text: string) => new TextEncoder().encode(text);

interface Place {
  blobs: BlobStore;
  close(): Promise<void>;
}

let s3: S3Server;
let folder: string;

async function openFolder(): Promise<Place> {
  folder = await mkdtemp(join(tmpdir(), 'kaleido-blobs-'));
  return {
    blobs: openBlobs(readConfig({ KALEIDO_DATA: folder })),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function openBucket(): Promise<Place> {
  s3 = await startS3Server();
  process.env.AWS_ACCESS_KEY_ID = 'test-key';
  process.env.AWS_SECRET_ACCESS_KEY = 'test-secret';
  const config = readConfig({
    KALEIDO_BLOBS: `s3://${s3.bucket}/bot/one/`,
    KALEIDO_S3_ENDPOINT: s3.url,
    KALEIDO_S3_PATH_STYLE: '1',
  });
  return { blobs: openBlobs(config), close: () => s3.close() };
}

describe.each([
  ['a folder', openFolder],
  ['a bucket', openBucket],
])('pictures in %s', (_, open) => {
  let place: Place;
  let blobs: BlobStore;
  beforeAll(async () => {
    place = await open();
    ({ blobs } = place);
  });
  afterAll(() => place?.close());

  it('come back as they were put', async () => {
    await blobs.put('grids/k7f3.png', bytes('a picture'), PNG);
    expect(await blobs.get('grids/k7f3.png')).toEqual(Buffer.from('a picture'));
  });

  it('are replaced by what is put under their key', async () => {
    await blobs.put('previews/k7f3.png', bytes('first'), PNG);
    await blobs.put('previews/k7f3.png', bytes('second'), PNG);
    expect(await blobs.get('previews/k7f3.png')).toEqual(Buffer.from('second'));
  });

  it('are null when there are none', async () => {
    expect(await blobs.get('grids/none.png')).toBeNull();
  });

  it('are gone once deleted, also when some were never there', async () => {
    await blobs.put('cells/a/0.png', bytes('a'), PNG);
    await blobs.put('cells/a/1.png', bytes('b'), PNG);
    await blobs.delete(['cells/a/0.png', 'cells/a/7.png']);
    expect(await blobs.get('cells/a/0.png')).toBeNull();
    expect(await blobs.get('cells/a/1.png')).toEqual(Buffer.from('b'));
  });

  it('are never half there while many write the same key', async () => {
    const versions = Array.from({ length: 20 }, (_unused, k) => `${k}`.repeat(50_000));
    const reads = Promise.all(versions.map(() => blobs.get('grids/busy.png')));
    await Promise.all(versions.map((version) => blobs.put('grids/busy.png', bytes(version), PNG)));
    const known = new Set(versions);
    for (const read of await reads) if (read !== null) expect(known.has(read.toString())).toBe(true);
    expect(known.has((await blobs.get('grids/busy.png'))!.toString())).toBe(true);
  });

  it.each(['../outside.png', '/etc/passwd', 'a//b', 'a/../b', '.hidden', ''])('refuse the key %j', async (key) => {
    await expect(blobs.put(key, bytes('x'), PNG)).rejects.toThrow(RangeError);
    await expect(blobs.get(key)).rejects.toThrow(RangeError);
  });

  it('can be pinged and leave nothing behind', async () => {
    await blobs.ping();
    const left = s3 === undefined ? await readdir(join(folder, 'blobs')) : [...s3.objects.keys()];
    expect(left.filter((name) => name.includes('ping'))).toEqual([]);
  });
});

describe('a folder', () => {
  it('that cannot be written is told of with what to do', async () => {
    const blobs = openBlobs(readConfig({ KALEIDO_BLOBS: '/dev/null/pictures' }));
    expect(await wordsOf(() => blobs.ping())).toMatch(/^blobs_unavailable: .*\n.*KALEIDO_BLOBS/);
  });
});

describe('a folder whose disk is away', () => {
  it('takes and loses nothing, and has its pictures when that is back', async () => {
    const { blobs, close } = await openFolder();
    const pictures = join(folder, 'blobs');
    await blobs.put('grids/a.png', bytes('a'), PNG);
    await rename(pictures, join(folder, 'unmounted'));
    for (const isMountPoint of [false, true]) {
      if (isMountPoint) await mkdir(pictures);
      const away = { code: 'blobs_unavailable' };
      await expect(blobs.put('grids/b.png', bytes('b'), PNG)).rejects.toMatchObject(away);
      await expect(blobs.get('grids/a.png')).rejects.toMatchObject(away);
      await expect(blobs.delete(['grids/a.png'])).rejects.toMatchObject(away);
    }
    expect(await readdir(pictures)).toEqual([]);
    await rmdir(pictures);
    await rename(join(folder, 'unmounted'), pictures);
    expect(await blobs.get('grids/a.png')).toEqual(Buffer.from('a'));
    expect(await blobs.get('grids/b.png')).toBeNull();
    await close();
  });
});

describe('a bucket', () => {
  it('keeps its objects under the prefix, with their type', async () => {
    const place = await openBucket();
    await place.blobs.put('grids/k7f3.png', bytes('x'), PNG);
    expect(s3.objects.get('bot/one/grids/k7f3.png')).toEqual({ bytes: Buffer.from('x'), contentType: PNG });
    await place.close();
  });

  it('is asked again when it is busy', async () => {
    const place = await openBucket();
    s3.failNext(1);
    await place.blobs.put('grids/k7f3.png', bytes('x'), PNG);
    expect(s3.objects.size).toBe(1);
    await place.close();
  });

  it('that does not exist is told of with what to do', async () => {
    const place = await openBucket();
    const wrong = readConfig({
      KALEIDO_BLOBS: 's3://elsewhere',
      KALEIDO_S3_ENDPOINT: s3.url,
      KALEIDO_S3_PATH_STYLE: '1',
    });
    await expect(openBlobs(wrong).ping()).rejects.toMatchObject({ code: 'blobs_unavailable' });
    await place.close();
  });

  it.each<[string, Trouble]>([
    ['broken', { status: 500, code: 'InternalError' }],
    ['busy', { status: 503, code: 'SlowDown' }],
    ['silent', 'silent'],
    ['silent in the middle of an answer', 'half'],
  ])('that is %s is away, and well once it is back', async (_, trouble) => {
    const place = await openBucket();
    const own = {
      bucket: s3.bucket,
      prefix: '',
      region: 'us-east-1',
      endpoint: s3.url,
      isPathStyle: true,
      agent: null,
    };
    const blobs = createS3Blobs({ ...own, silentMs: 100 });
    await blobs.put('a.png', bytes('a'), PNG);
    s3.trouble = trouble;
    const away = { code: 'blobs_unavailable' };
    await expect(blobs.get('a.png')).rejects.toMatchObject(away);
    // Of what it takes, an answer that breaks off says enough.
    if (trouble !== 'half') await expect(blobs.put('b.png', bytes('b'), PNG)).rejects.toMatchObject(away);
    s3.trouble = null;
    expect(await blobs.get('a.png')).toEqual(Buffer.from('a'));
    await place.close();
  });

  it('that nothing listens for is away', async () => {
    const place = await openBucket();
    await place.close();
    await expect(place.blobs.get('a.png')).rejects.toMatchObject({ code: 'blobs_unavailable' });
  });

  it('must have a name that buckets can have', async () => {
    expect(await wordsOf(() => openBlobs(readConfig({ KALEIDO_BLOBS: 's3:pictures' })))).toMatch(
      /^bad_setting: .*\n.*s3:\/\/bucket/,
    );
  });
});
