import { isDeepStrictEqual } from 'node:util';
import type { Draft, DraftedThing } from '../draft/index.js';
import {
  type BitReader,
  type BitWriter,
  BrokenBits,
  type Latents,
  latentKind,
  readBits,
  readText,
  writeText,
} from '../latents/index.js';
import { GROUP_WAYS, type Group, PARTS, PATTERNS, type PartColour, type Pattern } from '../memory/index.js';

/** What nearly all slugs of pictures consist of: 6 bits a character. */
const OF_SLUGS = 'abcdefghijklmnopqrstuvwxyz0123456789-:/_.';
const RECALL_BITS = 7;
/** Bits of the number of things; none says that it is larger, and by how much follows. */
const THINGS_BITS = 2;
const MORE_BITS = 3;
const FEW = (1 << THINGS_BITS) - 1;
/** Bits of the number of a thing's parts in other colours, and of which part it is. */
const PARTS_BITS = 3;
const PART_BITS = 3;
/** Bits of a pattern's kind, of the copies of a group and of how they make one. */
const PATTERN_BITS = 3;
const COPIES_BITS = 4;
const WAY_BITS = 2;
/** Bits of a tilt in degrees, and what no tilt is. */
const TILT_BITS = 7;
const UPRIGHT = 64;
/** Bits of a digit of a number, each followed by whether another one comes. */
const DIGIT_BITS = 3;
/** Chosen values of a draft, in the order in which they are written. */
const CHOSEN = ['boxes', 'blobs', 'palette'] as const;

/** What drafts came to say after the first ones. */
export interface DraftSays {
  /** Which parts have other colours. */
  parts: boolean;
  /** Patterns, and how many copies are a group. */
  patterns: boolean;
  /** How far it is tilted. */
  tilt: boolean;
  /** What is made of the painted picture. */
  finish: boolean;
}

/**
 * Writes a draft as bits that mean the same to every bundle: names and slugs as texts. A thing that is as the one
 * before it takes one bit, and so do boxes, blobs and a palette that are those of the latents. Other ones are rounded
 * to the steps of docs/bundle.md.
 * @param says which of what came later each thing says, whether or not it has it
 */
export function writeDraft(draft: Draft, latents: Latents, into: BitWriter, says: DraftSays): void {
  into.write(draft.recall, RECALL_BITS);
  writeText(draft.style, into);
  writeText(draft.kind, into);
  writeOptional(draft.places, into, writeNumber);
  const count = draft.things.length;
  into.write(count > FEW ? 0 : count, THINGS_BITS);
  if (count > FEW) into.write(count - FEW - 1, MORE_BITS);
  draft.things.forEach((thing, k) => {
    const isSame = isDeepStrictEqual(thing, draft.things[k - 1]);
    if (k > 0) into.write(isSame ? 1 : 0, 1);
    if (isSame) return;
    writeThing(thing, into);
    if (says.parts) writeParts(thing.parts ?? [], into);
    if (says.patterns) {
      writeOptional(thing.pattern, into, writePattern);
      writeOptional(thing.group, into, writeGroup);
    }
  });
  for (const kind of CHOSEN) writeChosen(kind, draft, latents, into);
  if (says.tilt) into.write(draft.tilt! + UPRIGHT, TILT_BITS);
  if (says.finish) writeText(draft.finish!, into);
}

/**
 * What `writeDraft` wrote; that it is a draft is not checked.
 * @throws BrokenBits when the bits end too early
 */
export function readDraft(latents: Latents, from: BitReader, says: DraftSays): Draft {
  const recall = readBits(from, RECALL_BITS);
  const style = readText(from);
  const kind = readText(from);
  const places = readOptional(from, readNumber);
  const things: DraftedThing[] = [];
  const few = readBits(from, THINGS_BITS);
  for (let left = few === 0 ? FEW + 1 + readBits(from, MORE_BITS) : few; left > 0; left--) {
    const isSame = things.length > 0 && readBits(from, 1) === 1;
    const thing = isSame ? { ...things.at(-1)! } : readThing(from);
    if (!isSame) {
      const parts = says.parts ? readParts(from) : [];
      if (parts.length > 0) thing.parts = parts;
      const pattern = says.patterns ? readOptional(from, readPattern) : undefined;
      if (pattern !== undefined) thing.pattern = pattern;
      const group = says.patterns ? readOptional(from, readGroup) : undefined;
      if (group !== undefined) thing.group = group;
    }
    things.push(thing);
  }
  const draft: Draft = { style, kind, ...(places === undefined ? {} : { places }), things, recall };
  for (const chosen of CHOSEN) readChosen(chosen, draft, latents, from);
  if (says.tilt) draft.tilt = readBits(from, TILT_BITS) - UPRIGHT;
  if (says.finish) draft.finish = readText(from);
  return draft;
}

function writeThing({ thing, picture, flip, paint, mood, mark }: DraftedThing, into: BitWriter): void {
  writeText(thing, into);
  writeText(picture, into, OF_SLUGS);
  into.write(flip ? 1 : 0, 1);
  for (const text of [paint, mood, mark]) writeOptional(text, into, (one, to) => writeText(one, to));
}

function readThing(from: BitReader): DraftedThing {
  const made: DraftedThing = {
    thing: readText(from),
    picture: readText(from, OF_SLUGS),
    flip: readBits(from, 1) === 1,
  };
  for (const key of ['paint', 'mood', 'mark'] as const) {
    const text = readOptional(from, (one) => readText(one));
    if (text !== undefined) made[key] = text;
  }
  return made;
}

function writeParts(parts: readonly PartColour[], into: BitWriter): void {
  into.write(parts.length, PARTS_BITS);
  for (const { part, colour } of parts) {
    into.write(PARTS.indexOf(part), PART_BITS);
    writeText(colour, into);
  }
}

function readParts(from: BitReader): PartColour[] {
  return Array.from({ length: readBits(from, PARTS_BITS) }, () => {
    const part = PARTS[readBits(from, PART_BITS)];
    if (part === undefined) throw new BrokenBits('There is no such part.');
    return { part, colour: readText(from) };
  });
}

function writePattern({ kind, colour }: Pattern, into: BitWriter): void {
  into.write(PATTERNS.indexOf(kind), PATTERN_BITS);
  writeOptional(colour, into, (one, to) => writeText(one, to));
}

function readPattern(from: BitReader): Pattern {
  const kind = PATTERNS[readBits(from, PATTERN_BITS)];
  if (kind === undefined) throw new BrokenBits('There is no such pattern.');
  const colour = readOptional(from, (one) => readText(one));
  return colour === undefined ? { kind } : { kind, colour };
}

function writeGroup({ copies, way }: Group, into: BitWriter): void {
  into.write(copies, COPIES_BITS);
  into.write(GROUP_WAYS.indexOf(way), WAY_BITS);
}

function readGroup(from: BitReader): Group {
  const copies = readBits(from, COPIES_BITS);
  const way = GROUP_WAYS[readBits(from, WAY_BITS)];
  if (way === undefined) throw new BrokenBits('There is no such group.');
  return { copies, way };
}

function writeChosen<K extends (typeof CHOSEN)[number]>(
  kind: K,
  draft: Draft,
  latents: Latents,
  into: BitWriter,
): void {
  const value = draft[kind];
  into.write(value === undefined ? 0 : 1, 1);
  if (value === undefined) return;
  const isSame = isDeepStrictEqual(value, latents[kind]);
  into.write(isSame ? 1 : 0, 1);
  if (!isSame) latentKind(kind).bits.write(value, into);
}

function readChosen<K extends (typeof CHOSEN)[number]>(kind: K, draft: Draft, latents: Latents, from: BitReader): void {
  if (readBits(from, 1) === 0) return;
  const value = readBits(from, 1) === 1 ? latents[kind] : latentKind(kind).bits.read(from);
  if (value === undefined) throw new BrokenBits(`There are no ${kind} to be the same.`);
  Object.assign(draft, { [kind]: value });
}

function writeOptional<T>(value: T | undefined, into: BitWriter, write: (value: T, into: BitWriter) => void): void {
  into.write(value === undefined ? 0 : 1, 1);
  if (value !== undefined) write(value, into);
}

function readOptional<T>(from: BitReader, read: (from: BitReader) => T): T | undefined {
  return readBits(from, 1) === 1 ? read(from) : undefined;
}

function writeNumber(value: number, into: BitWriter): void {
  const base = 1 << DIGIT_BITS;
  into.write(value % base, DIGIT_BITS);
  writeOptional(value < base ? undefined : Math.floor(value / base), into, writeNumber);
}

function readNumber(from: BitReader): number {
  const low = readBits(from, DIGIT_BITS);
  return low + (1 << DIGIT_BITS) * (readOptional(from, readNumber) ?? 0);
}
