import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { KaleidoError } from '../errors.js';
import { type GraphFile, MANIFEST_FILE, TOKENIZER_FILE } from './files.js';
import { type Manifest, manifestSchema } from './manifest.js';

/** A verified bundle folder. */
export interface Bundle {
  readonly dir: string;
  readonly manifest: Manifest;
  /** Hex sha256 over the manifest and the hashes of all files: two bundles with one hash paint the same pictures. */
  readonly hash: string;
  /** The parsed `tokenizer.json`. */
  readonly tokenizerJson: object;
  /** Absolute or relative path of a graph, as `dir` is. */
  graphPath(file: GraphFile): string;
}

/** Read at once while hashing: the default of 64 KiB spends more time on chunks than on their digest. */
const CHUNK_BYTES = 2 ** 20;

const FETCH_AGAIN = 'Fetch or export the bundle again, and copy the whole folder.';

/**
 * Reads `kaleido.json` of a folder, checks it, and verifies size and sha256 of every file it lists.
 * @throws KaleidoError `bundle_missing` (no folder, no manifest or a listed file is absent), `bundle_invalid` (the manifest
 *   or the tokenizer cannot be used), `bundle_corrupt` (a file differs from its recorded size or hash).
 */
export async function loadBundle(dir: string): Promise<Bundle> {
  const folder = await loadFolder(dir, MANIFEST_FILE, manifestSchema);
  return { dir, ...folder, graphPath: (file) => join(dir, file) };
}

/**
 * Reads a folder of model files by its manifest, and verifies size and sha256 of every file that this lists.
 * @throws KaleidoError as `loadBundle` does
 */
export async function loadFolder<T extends Pick<Manifest, 'files'>>(
  dir: string,
  manifestFile: string,
  schema: z.ZodType<T>,
): Promise<{ manifest: T; hash: string; tokenizerJson: object }> {
  const text = await readBundleFile(dir, manifestFile);
  const manifest = parseManifest(join(dir, manifestFile), text, schema);
  for (const [name, recorded] of Object.entries(manifest.files)) await verifyFile(dir, name, recorded);
  const tokenizerJson = parseJson(join(dir, TOKENIZER_FILE), await readBundleFile(dir, TOKENIZER_FILE));
  return { manifest, hash: hashOf(text, manifest), tokenizerJson };
}

async function readBundleFile(dir: string, name: string): Promise<string> {
  const path = join(dir, name);
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw missing(path, cause);
  }
}

function parseJson(path: string, text: string): object {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch (cause) {
    throw new KaleidoError('bundle_invalid', `${path} is not a JSON object.`, {
      hint: FETCH_AGAIN,
      data: { path },
      cause,
    });
  }
}

function parseManifest<T>(path: string, text: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parseJson(path, text));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the manifest'}: ${issue.message}`);
  throw new KaleidoError(
    'bundle_invalid',
    `${path} does not describe a bundle this version can run: ${problems.join('; ')}.`,
    {
      hint: 'Export the bundle with the training code of this version, or use the version that it was made for.',
      data: { path, problems },
      cause: parsed.error,
    },
  );
}

async function verifyFile(dir: string, name: string, recorded: Manifest['files'][string]): Promise<void> {
  const path = join(dir, name);
  const { size } = await stat(path).catch((cause: unknown) => {
    throw missing(path, cause);
  });
  if (size !== recorded.bytes) throw corrupt(path, `has ${size} bytes instead of ${recorded.bytes}`);
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: CHUNK_BYTES }), hash);
  if (hash.digest('hex') !== recorded.sha256) throw corrupt(path, 'differs from the sha256 that the manifest records');
}

function missing(path: string, cause: unknown): KaleidoError {
  return new KaleidoError('bundle_missing', `The bundle has no readable ${path}.`, {
    hint: `Give the path of a bundle's folder, one that holds ${MANIFEST_FILE}. ${FETCH_AGAIN}`,
    data: { path },
    cause,
  });
}

function corrupt(path: string, what: string): KaleidoError {
  return new KaleidoError('bundle_corrupt', `${path} ${what}.`, { hint: FETCH_AGAIN, data: { path } });
}

function hashOf(manifestText: string, manifest: Pick<Manifest, 'files'>): string {
  const hash = createHash('sha256').update(manifestText);
  for (const name of Object.keys(manifest.files).sort()) hash.update(`\n${name} ${manifest.files[name]?.sha256 ?? ''}`);
  return hash.digest('hex');
}
