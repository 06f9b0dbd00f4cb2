import { startRedis } from '../../conformance/jobs/servers.js';
import { type Line, openLine } from '../../servers/line.js';
import { type S3Server, startS3Server } from '../../servers/s3/server.js';

/** Something that services stand on, behind a line that can be cut. */
export interface Place {
  line: Line;
  /** What services are to be told, to use it by the line. */
  settings: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** A bucket, whose server can answer in other ways. */
export interface BucketPlace extends Place {
  s3: S3Server;
}

/** The database at a URL. */
export async function openDatabasePlace(databaseUrl: string): Promise<Place> {
  const url = new URL(databaseUrl);
  const line = await openLine(Number(url.port));
  url.port = String(line.port);
  return { line, settings: { DATABASE_URL: url.href }, close: () => line.close() };
}

/** A Redis of its own, for the queue. */
export async function openRedisPlace(): Promise<Place & { url: string }> {
  const redis = await startRedis();
  const { url } = redis.config('kaleido');
  const line = await openLine(Number(new URL(url).port));
  const close = async () => {
    await line.close();
    await redis.stop();
  };
  return { line, url, settings: { REDIS_URL: `redis://127.0.0.1:${line.port}` }, close };
}

/** A bucket of its own, for the pictures. */
export async function openBucketPlace(): Promise<BucketPlace> {
  const s3 = await startS3Server();
  const line = await openLine(Number(new URL(s3.url).port));
  const settings = {
    KALEIDO_BLOBS: `s3://${s3.bucket}`,
    KALEIDO_S3_ENDPOINT: `http://127.0.0.1:${line.port}`,
    KALEIDO_S3_PATH_STYLE: '1',
    AWS_ACCESS_KEY_ID: 'test-key',
    AWS_SECRET_ACCESS_KEY: 'test-secret',
  };
  const close = async () => {
    await line.close();
    await s3.close();
  };
  return { line, s3, settings, close };
}
