import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BlobStore } from '../../../src/core/ports.js';
import type { Progress } from '../../../src/core/types.js';
import { createFolderBlobs } from '../../../src/store/blobs/folder.js';
import { createS3Blobs } from '../../../src/store/blobs/s3.js';
import { type Line, openLine } from '../../servers/line.js';
import { type S3Server, startS3Server } from '../../servers/s3/server.js';
import { here, somebody } from '../core/support/world.js';
import { openWorkbench, type Workbench } from './workbench.js';

/** Where pictures are kept, and how that breaks. */
interface Place {
  blobs: BlobStore;
  leave(): Promise<unknown>;
  comeBack(): Promise<unknown>;
}

let bench: Workbench;
let s3: S3Server;
let line: Line;
let folder: string;
let disk: string | null;

/** A disk of 4 MB; null where this user may not mount one. */
async function mountSmallDisk(): Promise<string | null> {
  const path = join(folder, 'disk');
  await mkdir(path);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', path], { stdio: 'ignore' });
    return path;
  } catch {
    return null;
  }
}

beforeAll(async () => {
  bench = await openWorkbench();
  s3 = await startS3Server();
  line = await openLine(Number(new URL(s3.url).port));
  folder = await mkdtemp(join(tmpdir(), 'kaleido-away-'));
  disk = await mountSmallDisk();
  process.env.AWS_ACCESS_KEY_ID = 'test-key';
  process.env.AWS_SECRET_ACCESS_KEY = 'test-secret';
});
afterAll(async () => {
  if (disk) execFileSync('umount', [disk]);
  await Promise.all([bench?.close(), line?.close(), s3?.close(), rm(folder, { recursive: true, force: true })]);
});

/** The bucket over the line, with patience for 200 ms of silence. */
function bucket(): BlobStore {
  const endpoint = `http://127.0.0.1:${line.port}`;
  const named = { bucket: s3.bucket, prefix: '', region: 'us-east-1', endpoint, isPathStyle: true, agent: null };
  return createS3Blobs({ ...named, silentMs: 200 });
}

async function troubled(trouble: S3Server['trouble']): Promise<void> {
  s3.trouble = trouble;
}

const PLACES: Readonly<Record<string, () => Place | null>> = {
  'a bucket that answers 500': () => ({
    blobs: bucket(),
    leave: () => troubled({ status: 500, code: 'InternalError' }),
    comeBack: () => troubled(null),
  }),
  'a bucket that asks to slow down': () => ({
    blobs: bucket(),
    leave: () => troubled({ status: 503, code: 'SlowDown' }),
    comeBack: () => troubled(null),
  }),
  'a bucket that says nothing': () => ({
    blobs: bucket(),
    leave: async () => line.silence(),
    comeBack: () => line.mend(),
  }),
  'a bucket that nobody listens for': () => ({
    blobs: bucket(),
    leave: () => line.cut(),
    comeBack: () => line.mend(),
  }),
  'a folder that is not mounted': () => {
    const [pictures, elsewhere] = [join(folder, 'pictures'), join(folder, 'elsewhere')];
    return {
      blobs: createFolderBlobs(pictures),
      leave: () => rename(pictures, elsewhere),
      comeBack: () => rename(elsewhere, pictures),
    };
  },
  'a disk that is full': () => {
    if (disk === null) return null;
    const filler = join(disk, 'filler');
    return {
      blobs: createFolderBlobs(join(disk, 'pictures')),
      leave: () => writeFile(filler, Buffer.alloc(2 ** 22)).catch(() => undefined),
      comeBack: () => rm(filler),
    };
  },
};

describe('a grid whose pictures cannot be kept for a while', () => {
  it.each(Object.entries(PLACES))('in %s is told of, painted and charged once', async (_, open) => {
    const place = open();
    if (place === null) return;
    const { blobs, leave, comeBack } = place;
    await blobs.ping();
    const ada = somebody();
    const { id } = (await bench.core.imagine(ada, { prompt: 'a cat', count: 2, steps: 4 }, here())).generation;
    const phases: Progress['phase'][] = [];
    let isAway = false;
    const report = ({ phase }: Progress) => {
      phases.push(phase);
      if (phase === 'painting' && !isAway) void leave();
      isAway ||= phase === 'painting';
      if (phases.filter((one) => one === 'waiting').length === 2) void comeBack();
    };
    await bench.workshop({ blobs })(id, { signal: new AbortController().signal, report, isLastAttempt: true });

    expect([...new Set(phases)]).toEqual(['planning', 'painting', 'waiting']);
    const { status, attempt, gridKey, cells } = await bench.find(id);
    expect({ status, attempt }).toEqual({ status: 'done', attempt: 1 });
    for (const key of [gridKey, ...cells.map(({ imageKey }) => imageKey)]) expect(await blobs.get(key!)).not.toBeNull();
    expect((await bench.core.quota(ada)).usage).toMatchObject({ images: 2, inFlight: 0 });
  });
});
