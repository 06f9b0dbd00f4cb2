import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { EngineError, ownValue, readRegularFile } from '../basics/index.js';
import type { Manifest } from './manifest.js';
import { corruptFile, invalidFile } from './problems.js';

/** What a folder of model files is read by. */
export interface FolderKind<T> {
  /** Name of the manifest, which has a `format` and lists the other files. */
  manifestFile: string;
  schema: z.ZodType<T>;
  /** The folder of its kind that comes with this version, for who has one of another format. */
  shipped: string;
  /** Listed files that are small, and read whole while they are verified. */
  kept: readonly string[];
}

/** A verified folder of model files. */
export interface ModelFolder<T> {
  manifest: T;
  /** Hex sha256 over the manifest and the hashes of all files. */
  hash: string;
  /**
   * The bytes of a file that is `kept`.
   * @throws RangeError for any other
   */
  contentOf(name: string): Uint8Array;
  /**
   * The JSON object in a file that is `kept`.
   * @throws EngineError `bundle_invalid` when it holds none
   */
  jsonOf(name: string): Record<string, unknown>;
}

/** Read at once while hashing: the default of 64 KiB spends more time on chunks than on their digest. */
const CHUNK_BYTES = 2 ** 20;
/** Bytes. */
const LARGEST_MANIFEST = 16 * 1024 * 1024;
/** What is wrong with a manifest is told up to here: an altogether other file would have dozens of lines. */
const MOST_PROBLEMS = 3;

/**
 * Reads a folder of model files by its manifest, and verifies size and sha256 of every file that this lists.
 * @throws EngineError `bundle_missing` (no folder, no manifest or a listed file is absent), `bundle_invalid` (the
 *   manifest cannot be used), `bundle_corrupt` (a file differs from its recorded size or hash)
 */
export async function loadFolder<T extends Pick<Manifest, 'files'>>(
  dir: string,
  { manifestFile, schema, shipped, kept }: FolderKind<T>,
): Promise<ModelFolder<T>> {
  const path = join(dir, manifestFile);
  const missing = (file: string) => (cause: unknown) => {
    throw new EngineError('bundle_missing', { path: file, manifestFile }, cause);
  };
  const text = (await readRegularFile(path, LARGEST_MANIFEST).catch(missing(path))).toString();
  const manifest = parseManifest(dir, path, parseJson(path, text), schema, shipped);
  const contents = new Map<string, Uint8Array>();
  const verify = async ([name, recorded]: [string, FileRecord]) => {
    const file = join(dir, name);
    const content = await verifyFile(file, recorded, kept.includes(name), missing(file));
    if (content) contents.set(name, content);
  };
  // Together, so that the disk has always something to read. Of several problems the first one listed is told.
  const verified = await Promise.allSettled(Object.entries(manifest.files).map(verify));
  for (const result of verified) if (result.status === 'rejected') throw result.reason;
  const contentOf = (name: string) => {
    const content = contents.get(name);
    if (content === undefined) throw new RangeError(`${name} was not kept.`);
    return content;
  };
  return {
    manifest,
    hash: hashOf(text, manifest),
    contentOf,
    jsonOf: (name) => parseJson(join(dir, name), Buffer.from(contentOf(name)).toString('utf8')),
  };
}

type FileRecord = Manifest['files'][string];

/**
 * Holds a file against what the manifest records of it.
 * @param missing throws the error of a file that cannot be read
 * @returns its content where that is kept
 */
async function verifyFile(
  file: string,
  { bytes, sha256 }: FileRecord,
  isKept: boolean,
  missing: (cause: unknown) => never,
): Promise<Uint8Array | undefined> {
  const reject = corruptFile(file);
  const found = await stat(file).catch(missing);
  if (!found.isFile()) throw reject('is no file');
  if (found.size !== bytes) throw reject(`has ${found.size} bytes instead of ${bytes}`);
  const hash = createHash('sha256');
  const content = isKept ? await readFile(file).catch(missing) : undefined;
  if (content) hash.update(content);
  else await pipeline(createReadStream(file, { highWaterMark: CHUNK_BYTES }), hash).catch(missing);
  if (hash.digest('hex') !== sha256) throw reject('differs from the sha256 that the manifest records');
  return content;
}

function parseJson(path: string, text: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch (cause) {
    throw invalidFile(path)('is not a JSON object', cause);
  }
}

/**
 * Holds a JSON object of a model folder against its schema.
 * @throws EngineError `bundle_invalid`
 */
export function parseBySchema<T>(path: string, json: object, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const told = issues.slice(0, MOST_PROBLEMS).map(({ path: at, message }) => `${at.join('.') || 'it'}: ${message}`);
  const rest = issues.length > MOST_PROBLEMS ? [`and ${issues.length - MOST_PROBLEMS} more`] : [];
  throw invalidFile(path)(`cannot be used (${[...told, ...rest].join('; ')})`, parsed.error);
}

function parseManifest<T>(
  dir: string,
  path: string,
  json: Record<string, unknown>,
  schema: z.ZodType<T>,
  shipped: string,
): T {
  const wrong = schema.safeParse(json).error?.issues.find(({ path: at }) => at.join('.') === 'format');
  // Of another format everything else may be otherwise too, and none of it is worth telling.
  if (wrong?.code === 'invalid_value' && typeof json.format === 'number') {
    const read = Number(wrong.values[0]);
    throw new EngineError('bundle_invalid', { why: 'format', path: dir, format: json.format, read, shipped });
  }
  return parseBySchema(path, json, schema);
}

function hashOf(manifestText: string, manifest: Pick<Manifest, 'files'>): string {
  const hash = createHash('sha256').update(manifestText);
  for (const name of Object.keys(manifest.files).sort()) {
    hash.update(`\n${name} ${ownValue(manifest.files, name)?.sha256 ?? ''}`);
  }
  return hash.digest('hex');
}
