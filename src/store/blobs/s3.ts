import { randomBytes } from 'node:crypto';
import type { Agent } from 'node:http';
import { DeleteObjectsCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { messageOf } from '../../core/basics/index.js';
import type { BlobStore } from '../../core/index.js';
import { StoreError } from '../errors.js';
import { checkKey } from './key.js';

export interface S3Options {
  bucket: string;
  /** Before every key, without slashes at its ends; empty for none. */
  prefix: string;
  region: string;
  /** Of an S3-compatible service; Amazon's when absent. */
  endpoint?: string;
  /** Address the bucket by path: what most self-hosted services want. */
  isPathStyle: boolean;
  /** Opens the connections; the SDK's own when null. */
  agent: Agent | null;
  /**
   * Milliseconds without a byte, or without a connection, after which a request has failed; the SDK asks three times in
   * all. Default: 10,000.
   */
  silentMs?: number;
}

/** The SDK itself would wait for ever. */
const SILENT_MS = 10_000;

/** Most keys of one DeleteObjects call (https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html). */
const DELETED_AT_ONCE = 1000;

/** Pictures as objects of a bucket. Credentials are found as the AWS SDK does: environment, profile, instance role. */
export function createS3Blobs(options: S3Options): BlobStore {
  const { bucket, prefix } = options;
  const client = clientOf(options);
  const nameOf = (key: string) => (prefix === '' ? checkKey(key) : `${prefix}/${checkKey(key)}`);
  const explain = (cause: unknown): never => {
    throw new StoreError('blobs_unavailable', { why: 'bucket', bucket, detail: messageOf(cause) }, cause);
  };

  async function put(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
    const command = new PutObjectCommand({ Bucket: bucket, Key: nameOf(key), Body: bytes, ContentType: contentType });
    await client.send(command).catch(explain);
  }

  async function remove(keys: readonly string[]): Promise<void> {
    for (let from = 0; from < keys.length; from += DELETED_AT_ONCE) {
      const Objects = keys.slice(from, from + DELETED_AT_ONCE).map((key) => ({ Key: nameOf(key) }));
      const { Errors = [] } = await client
        .send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }))
        .catch(explain);
      if (Errors.length > 0) explain(new Error(Errors[0]?.Message ?? 'objects were not deleted'));
    }
  }

  return {
    put,
    async get(key) {
      const command = new GetObjectCommand({ Bucket: bucket, Key: nameOf(key) });
      try {
        const { Body } = await client.send(command);
        return Body === undefined ? null : Buffer.from(await Body.transformToByteArray());
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        return explain(error);
      }
    },
    delete: remove,
    async ping() {
      const probe = `ping-${randomBytes(6).toString('hex')}`;
      await put(probe, new Uint8Array(1), 'application/octet-stream');
      await remove([probe]);
    },
  };
}

function clientOf({ region, endpoint, isPathStyle, agent, silentMs = SILENT_MS }: S3Options): S3Client {
  return new S3Client({
    region,
    forcePathStyle: isPathStyle,
    // Many compatible services know no checksums but those that S3 requires.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint === undefined ? {} : { endpoint }),
    requestHandler: {
      connectionTimeout: silentMs,
      socketTimeout: silentMs,
      ...(agent === null ? {} : { httpAgent: agent, httpsAgent: agent }),
    },
  });
}
