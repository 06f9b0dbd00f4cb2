import { join } from 'node:path';
import type { BlobStore } from '../../core/index.js';
import { createNetwork } from '../../network/index.js';
import type { Config } from '../../settings/index.js';
import { createFolderBlobs, createS3Blobs } from '../../store/blobs/index.js';
import { AppError } from './errors.js';

const BUCKET_URL = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/;

/**
 * The picture store that is configured: a folder, or a bucket.
 *
 * @throws KaleidoError `bad_setting` when `KALEIDO_BLOBS` names no bucket although it begins with `s3:`
 */
export function openBlobs(config: Config): BlobStore {
  const { blobs, dataDir, s3Endpoint, s3Region, s3PathStyle } = config;
  if (blobs === undefined) return createFolderBlobs(join(dataDir, 'blobs'));
  if (!blobs.startsWith('s3:')) return createFolderBlobs(blobs);
  const [, bucket, path = ''] = BUCKET_URL.exec(blobs) ?? [];
  if (bucket === undefined) {
    throw new AppError('bad_setting', { why: 'no_bucket', option: 'KALEIDO_BLOBS', text: blobs });
  }
  return createS3Blobs({
    bucket,
    prefix: path.replace(/^\/+|\/+$/g, ''),
    region: s3Region ?? 'us-east-1',
    endpoint: s3Endpoint,
    isPathStyle: s3PathStyle,
    agent: createNetwork(config).agent,
  });
}
