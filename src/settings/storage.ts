import { z } from 'zod';
import { RANGES } from '../engine/basics/index.js';
import { flag, setting, text, url } from './values/index.js';

/** Where everything lies that lasts: database, queue, pictures. */
export const STORAGE = {
  dataDir: setting(
    'KALEIDO_DATA',
    'Folder for the embedded database and the pictures.',
    '`kaleido-data` in the working directory',
    'Set it to a folder that can be written, or unset it.',
    z.string().default('kaleido-data'),
  ),
  databaseUrl: url(
    'DATABASE_URL',
    'PostgreSQL server for all that lasts.',
    'an embedded PostgreSQL in `KALEIDO_DATA`',
    ['postgresql:', 'postgres:'],
  ),
  redisUrl: url('REDIS_URL', 'Redis for the queue.', 'the queue lives in PostgreSQL', ['redis:', 'rediss:']),
  blobs: setting(
    'KALEIDO_BLOBS',
    'Where pictures are kept: a folder, or `s3://bucket/prefix` with credentials as the AWS SDK finds them (`AWS_ACCESS_KEY_ID`, …).',
    '`blobs` in `KALEIDO_DATA`',
    'Set it to a folder or to s3://bucket/prefix, or unset it.',
    z.string().optional(),
  ),
  keepDays: setting(
    'KALEIDO_KEEP_DAYS',
    'Days after which a grid’s prompt, latents and pictures are deleted here; the message that shows it stays. Servers may set fewer (`/admin policy keep-days`).',
    'kept until somebody deletes them',
    `Set it to a whole number from 1 to ${RANGES.keepDays.max}, or unset it.`,
    z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(1).max(RANGES.keepDays.max)).optional(),
  ),
  s3Endpoint: url('KALEIDO_S3_ENDPOINT', 'Endpoint of an S3-compatible service other than Amazon’s.', 'Amazon S3', [
    'https:',
    'http:',
  ]),
  s3Region: text('KALEIDO_S3_REGION', 'Region of the bucket.', '`us-east-1`', 'Set it to the name of a region.'),
  s3PathStyle: flag(
    'KALEIDO_S3_PATH_STYLE',
    'Address the bucket by path and not by host name, as most self-hosted services want.',
  ),
};
