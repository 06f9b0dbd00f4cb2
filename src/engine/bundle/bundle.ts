import { join } from 'node:path';
import {
  DRAWN_FILES,
  type GraphFile,
  LIKENESS_FILE,
  loadFolder,
  MANIFEST_FILE,
  type Manifest,
  MEMORY_FILES,
  manifestSchema,
  PARTS_FILE,
  TOKENIZER_FILE,
} from '../manifest/index.js';

import { type Memory, readMemory, withWorn } from '../memory/index.js';

/** A verified bundle folder. */
export interface Bundle {
  readonly dir: string;
  readonly manifest: Manifest;
  /** Hex sha256 over the manifest and the hashes of all files: two bundles with one hash paint the same pictures. */
  readonly hash: string;
  /** The parsed `tokenizer.json`. */
  readonly tokenizerJson: object;
  /** The artwork that the model was trained on. */
  readonly memory: Memory;
  /** Absolute or relative path of a graph, as `dir` is. */
  graphPath(file: GraphFile): string;
}

/**
 * Reads `kaleido.json` of a folder, checks it, verifies size and sha256 of every file it lists, and reads the memory's
 * measures, though not its pictures.
 * @throws EngineError `bundle_missing` (no folder, no manifest or a listed file is absent), `bundle_invalid` (the
 *   manifest, the tokenizer or the memory cannot be used), `bundle_corrupt` (a file differs from its recorded size or
 *   hash).
 */
export async function loadBundle(dir: string): Promise<Bundle> {
  const { manifest, hash, contentOf, jsonOf } = await loadFolder(dir, {
    manifestFile: MANIFEST_FILE,
    schema: manifestSchema,
    shipped: 'models/stickers',
    kept: [
      TOKENIZER_FILE,
      MEMORY_FILES.things,
      MEMORY_FILES.measures,
      PARTS_FILE,
      LIKENESS_FILE,
      DRAWN_FILES.things,
      DRAWN_FILES.measures,
    ],
  });
  const contentIn = (name: string) => (Object.hasOwn(manifest.files, name) ? contentOf(name) : undefined);
  const drawn =
    DRAWN_FILES.things in manifest.files && DRAWN_FILES.measures in manifest.files
      ? { thingsJson: jsonOf(DRAWN_FILES.things), measures: contentOf(DRAWN_FILES.measures) }
      : undefined;
  const measures = contentOf(MEMORY_FILES.measures);
  const beside = { parts: contentIn(PARTS_FILE), likeness: contentIn(LIKENESS_FILE), drawn };
  const memory = readMemory(dir, manifest, jsonOf(MEMORY_FILES.things), measures, beside);
  const hasThing = (name: string) => memory.things.some((thing) => thing.name === name);
  return {
    dir,
    manifest: memory.drawn
      ? { ...manifest, tables: withWorn(manifest.tables, memory.drawn.things, hasThing) }
      : manifest,
    hash,
    tokenizerJson: jsonOf(TOKENIZER_FILE),
    memory,
    graphPath: (file) => join(dir, file),
  };
}
