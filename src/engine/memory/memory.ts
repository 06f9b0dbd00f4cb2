import { join } from 'node:path';
import {
  invalidFile,
  LIKENESS_FILE,
  MANIFEST_FILE,
  type Manifest,
  MEMORY_FILES,
  PARTS_FILE,
  parseBySchema,
} from '../manifest/index.js';

import { type Drawn, type DrawnFiles, joinMeasures, readDrawn } from './drawn.js';
import { headFrom, LOOKED_UP_HEADS, sideOf } from './heads/index.js';
import { type Likeness, readLikeness, withDrawnLikeness } from './likeness.js';
import { type Measures, readMeasures } from './measures.js';
import { NO_PARTS, type Parts, readParts } from './parts.js';
import { readSafetensors } from './safetensors.js';
import { smileyEyes } from './smiley-eyes.js';
import { checkTables, checkThings, type Things, thingsSchema } from './things.js';

/** A bundle as those see it who recall its artwork. */
export interface Remembered {
  readonly manifest: Manifest;
  readonly memory: Memory;
}

/**
 * A bundle's artwork (docs/bundle.md, "Memory"): what its pictures show and what was measured of them. Their pixels
 * stay in the file.
 */
export interface Memory extends Things {
  /** Where the pictures but those of `drawn` lie, one WebP file after another, as `measures.offsets` says. */
  readonly picturesPath: string;
  readonly measures: Measures;
  /** The last pictures, which lie in a file of their own; undefined where the bundle has none of them. */
  readonly drawn?: Pick<Drawn, 'path' | 'offsets' | 'things'> & { readonly first: number };
  /** None where the bundle has no file of them. */
  readonly parts: Parts;
  /** Undefined where the bundle has no file of it: then nothing can be told by its looks. */
  readonly likeness?: Likeness;
}

/** Files that a bundle may have beside its memory. */
export interface BesideMemory {
  readonly parts?: Uint8Array | undefined;
  readonly likeness?: Uint8Array | undefined;
  readonly drawn?: DrawnFiles | undefined;
}

/**
 * Reads a memory and checks that its parts, and the manifest's tables, agree.
 *
 * @param dir the bundle's folder
 * @param thingsJson of `things.json`
 * @param measures bytes of `memory.safetensors`, of which the result holds views
 * @param beside what there is besides: bytes of `parts.safetensors` and of `likeness.safetensors`, artwork of ours
 * @throws EngineError `bundle_invalid`, naming the file that does not fit
 */
export function readMemory(
  dir: string,
  manifest: Manifest,
  thingsJson: object,
  measures: Uint8Array,
  { parts, likeness, drawn }: BesideMemory = {},
): Memory {
  const thingsPath = join(dir, MEMORY_FILES.things);
  const things = parseBySchema(thingsPath, thingsJson, thingsSchema);
  checkThings(things, manifest, invalidFile(thingsPath));
  checkTables(manifest, things, invalidFile(join(dir, MANIFEST_FILE)));
  const reject = invalidFile(join(dir, MEMORY_FILES.measures));
  const ofParts = invalidFile(join(dir, PARTS_FILE));
  const ofLikeness = invalidFile(join(dir, LIKENESS_FILE));
  const { tables, palette, styles, files, image } = manifest;
  const limits = {
    pictures: things.pictures.length,
    things: things.things.length,
    moods: Object.keys(tables.moods).length,
    styles: styles.length,
    palette: palette.colours.length,
    colours: Object.keys(tables.colours).length,
    paints: 1 + tables.paints.length,
    bytes: files[MEMORY_FILES.pictures]!.bytes,
  };
  const memory: Memory = {
    ...things,
    picturesPath: join(dir, MEMORY_FILES.pictures),
    measures: readMeasures(readSafetensors(measures, reject), limits, reject),
    parts: parts ? readParts(readSafetensors(parts, ofParts), { ...limits, size: image.size }, ofParts) : NO_PARTS,
    ...(likeness ? { likeness: readLikeness(readSafetensors(likeness, ofLikeness), limits.pictures, ofLikeness) } : {}),
  };
  const whole = drawn ? withDrawn(memory, readDrawn(dir, manifest, drawn, things, limits)) : memory;
  return parts ? { ...whole, parts: withLookedUp(whole) } : whole;
}

/** Parts with the eyes of smileys and the heads of animals that were looked up. */
function withLookedUp({ parts, pictures }: Memory): Parts {
  const slugOf = (picture: number) => pictures[picture] ?? '';
  const lookedUp = (picture: number) => LOOKED_UP_HEADS.get(slugOf(picture));
  const headOf: Parts['headOf'] = (picture) => {
    const [found, measured] = [lookedUp(picture), parts.headOf(picture)];
    return found ? headFrom(found, measured) : measured;
  };
  const eyesOf: Parts['eyesOf'] = (picture) => {
    const eyes = lookedUp(picture)?.eyes ?? parts.eyesOf(picture);
    return eyes.length > 0 ? eyes : (smileyEyes(slugOf(picture)) ?? eyes);
  };
  return {
    ...parts,
    headOf,
    eyesOf,
    isEyeless: (picture) => lookedUp(picture)?.isEyeless === true,
    mouthOf: (picture) => lookedUp(picture)?.mouth,
    sideOf(picture) {
      const found = lookedUp(picture);
      return found && sideOf(found, headOf(picture), eyesOf(picture).length);
    },
  };
}

function withDrawn(memory: Memory, drawn: Drawn): Memory {
  const first = memory.pictures.length;
  const { parts, likeness } = memory;
  return {
    ...memory,
    ...(likeness ? { likeness: withDrawnLikeness(likeness, drawn.file, drawn.pictures.length) } : {}),
    things: [...memory.things, ...drawn.things],
    pictures: [...memory.pictures, ...drawn.pictures],
    measures: joinMeasures(memory.measures, drawn, memory.things.length),
    drawn: { path: drawn.path, offsets: drawn.offsets, first, things: drawn.things },
    parts: {
      ...parts,
      headOf: (picture) => (picture < first ? parts.headOf(picture) : drawn.heads.headOf(picture - first)),
      eyesOf: (picture) => (picture < first ? parts.eyesOf(picture) : drawn.heads.eyesOf(picture - first)),
    },
  };
}
