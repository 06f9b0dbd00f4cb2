import { join } from 'node:path';
import { z } from 'zod';
import { setOwnValue } from '../basics/index.js';
import {
  DRAWN_FILES,
  invalidFile,
  type Manifest,
  parseBySchema,
  type Tables,
  type WornRule,
  wornAt,
  wornRule,
} from '../manifest/index.js';
import { type MeasureLimits, type Measures, readMeasures } from './measures.js';
import { NO_PARTS, type Parts, readHeads } from './parts.js';
import { readSafetensors, type Safetensors } from './safetensors.js';
import { type Things, thingSchema } from './things.js';

/** `drawn.json`: as `things.json`, and where what can be worn is (docs/bundle.md, "Drawn by us"). */
export const drawnSchema = z.object({
  things: z.array(thingSchema.extend({ worn: wornRule.optional() })).min(1),
  pictures: z.array(z.string().min(1)),
});

/** Artwork beside the memory's, of what is worn. */
export interface Drawn {
  things: z.infer<typeof drawnSchema>['things'];
  pictures: readonly string[];
  /** Of these pictures alone; `shows` counts from the first of these things. */
  measures: Measures;
  /** Of those of them that have eyes. */
  heads: Pick<Parts, 'headOf' | 'eyesOf'>;
  /** All that its file measures. */
  file: Safetensors;
  /** Where the pictures lie, one WebP file after another. */
  path: string;
  offsets: Uint32Array;
}

/** What is read of the files of a bundle. */
export interface DrawnFiles {
  thingsJson: object;
  /** Bytes of `drawn.safetensors`. */
  measures: Uint8Array;
}

/**
 * Reads the artwork of what is worn, and checks that it fits the memory beside which it stands.
 *
 * @param limits of the memory
 * @throws EngineError `bundle_invalid`, naming the file that does not fit
 */
export function readDrawn(
  dir: string,
  { files }: Pick<Manifest, 'files'>,
  { thingsJson, measures }: DrawnFiles,
  memory: Things,
  limits: MeasureLimits,
): Drawn {
  const thingsPath = join(dir, DRAWN_FILES.things);
  const { things, pictures } = parseBySchema(thingsPath, thingsJson, drawnSchema);
  const rejectThings = invalidFile(thingsPath);
  const groups = new Set(memory.groups.map(({ name }) => name));
  const seen = new Set(memory.things.map(({ name }) => name));
  for (const { name, group } of things) {
    if (seen.has(name)) throw rejectThings(`names "${name}", which there is already`);
    seen.add(name);
    if (!groups.has(group))
      throw rejectThings(`puts "${name}" into the group "${group}", which things.json does not have`);
  }
  const path = join(dir, DRAWN_FILES.pictures);
  const reject = invalidFile(join(dir, DRAWN_FILES.measures));
  const bytes = files[DRAWN_FILES.pictures]?.bytes;
  if (bytes === undefined) throw rejectThings(`stands there without ${DRAWN_FILES.pictures}`);
  const own = { ...limits, pictures: pictures.length, things: things.length, bytes };
  const file = readSafetensors(measures, reject);
  const read = readMeasures(file, own, reject);
  // Older files have none.
  const heads = file.has('head_picture') ? readHeads(file, own, reject) : NO_PARTS;
  return { things, pictures, measures: read, heads, file, path, offsets: read.offsets };
}

/** What a better picture of something to wear is called, for when it is worn: the headphones of a table lie there. */
const WORN = 'worn ';

/** What a thing is called, whether its picture is one for being worn or not. */
export function plainName(name: string): string {
  return name.startsWith(WORN) ? name.slice(WORN.length) : name;
}

/** The thing that is worn in the place of one of these, if there is one; by caption names. */
export function wornInstead(names: readonly string[], tables: Pick<Tables, 'wearables'>): string | undefined {
  return names.map((name) => WORN + name).find((name) => wornAt(tables, [name]) !== undefined);
}

/**
 * The tables with what is worn of it; what has a better picture for being worn can be worn itself.
 * @param hasThing of the memory
 */
export function withWorn<T extends Manifest['tables']>(
  tables: T,
  things: Drawn['things'],
  hasThing: (name: string) => boolean,
): T {
  const wearables = { ...tables.wearables };
  const own: Record<string, WornRule> = {};
  const known = new Set(Object.values(wearables).flat());
  for (const { name, worn } of things) {
    if (!worn) continue;
    const plain = plainName(name);
    const isNew = plain !== name && hasThing(plain) && !known.has(plain);
    wearables[worn.at] = [...wearables[worn.at], name, ...(isNew ? [plain] : [])];
    setOwnValue(own, name, worn);
  }
  return { ...tables, wearables, layouts: { ...tables.layouts, worn: { ...tables.layouts.worn, own } } };
}

/** Measures of a memory's pictures, and those of more pictures behind them, whose things come behind its own. */
export function joinMeasures(memory: Measures, { measures: more }: Pick<Drawn, 'measures'>, things: number): Measures {
  const entries = memory.palette_colours.length;
  return {
    // Of the memory's file alone: the others lie in another.
    offsets: memory.offsets,
    kind: joined(memory.kind, more.kind),
    shows: joined(
      memory.shows,
      more.shows.map((thing) => thing + things),
    ),
    style: joined(memory.style, more.style),
    flags: joined(memory.flags, more.flags),
    box: joined(memory.box, more.box),
    moments: joined(memory.moments, more.moments),
    circle: joined(memory.circle, more.circle),
    area: joined(memory.area, more.area),
    palette_starts: joined(
      memory.palette_starts,
      more.palette_starts.subarray(1).map((start) => start + entries),
    ),
    palette_colours: joined(memory.palette_colours, more.palette_colours),
    palette_shares: joined(memory.palette_shares, more.palette_shares),
    colour_names: joined(memory.colour_names, more.colour_names),
    colour_shares: joined(memory.colour_shares, more.colour_shares),
  };
}

function joined<T extends Uint8Array | Uint16Array | Uint32Array | Float32Array>(one: T, other: T): T {
  const both = new (one.constructor as new (length: number) => T)(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
