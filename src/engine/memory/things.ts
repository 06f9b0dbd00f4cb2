import { z } from 'zod';
import type { FileError, Manifest } from '../manifest/index.js';
import { FACE, type Measures, PICTURE_KINDS, ROOM_FOR_MOOD } from './measures.js';

const text = z.string().min(1);

/** One of `things.json`. */
export const thingSchema = z.object({
  /** What captions call it. */
  name: text,
  /** What people are shown, where that differs. */
  display: text.optional(),
  synonyms: z.array(text),
  tags: z.array(text),
  /** Name of one of the groups. */
  group: text,
  /** What other languages call it, by language (ISO 639), where dictionaries do not say. */
  names: z.record(z.string(), z.array(text)).optional(),
  /** How often training draws it; 0 is never. */
  weight: z.number().nonnegative(),
});

/** `things.json`: what the memory's pictures show, and where each is from (docs/bundle.md, "Memory"). */
export const thingsSchema = z.object({
  things: z.array(thingSchema).min(1),
  pictures: z.array(text),
  groups: z.array(z.object({ name: text, title: text })),
});

export type Things = z.infer<typeof thingsSchema>;

/**
 * Holds `things.json` against the manifest's counts and its own groups.
 * @param reject makes the error that names `things.json`
 * @throws EngineError `bundle_invalid`
 */
export function checkThings({ things, pictures, groups }: Things, { memory }: Manifest, reject: FileError): void {
  if (things.length !== memory.things) {
    throw reject(`has ${things.length} things, where kaleido.json counts ${memory.things}`);
  }
  if (pictures.length !== memory.pictures) {
    throw reject(`has ${pictures.length} pictures, where kaleido.json counts ${memory.pictures}`);
  }
  const known = new Set(groups.map(({ name }) => name));
  const seen = new Set<string>();
  for (const { name, group } of things) {
    if (seen.has(name)) throw reject(`names two things "${name}"`);
    seen.add(name);
    if (!known.has(group)) throw reject(`puts "${name}" into the group "${group}", which it does not have`);
  }
}

/**
 * Holds the manifest's tables against the things that there are.
 * @param reject makes the error that names `kaleido.json`
 * @throws EngineError `bundle_invalid`
 */
export function checkTables({ tables }: Manifest, { things }: Things, reject: FileError): void {
  const names = new Set(things.map(({ name }) => name));
  for (const [mark, { thing: shown }] of Object.entries(tables.marks)) {
    if (!names.has(shown)) throw reject(`marks "${mark}" with "${shown}", which is no thing of its memory`);
  }
  for (const [place, worn] of Object.entries(tables.wearables)) {
    const strange = worn.find((name) => !names.has(name));
    if (strange !== undefined) {
      throw reject(`lists "${strange}" as worn on the ${place}, which is no thing of its memory`);
    }
  }
}

/** Groups whose things mostly have no face; those that do have one say so by large pictures without room for a mood. */
const GROUPS = ['food-drink', 'travel-places', 'activities', 'objects'];
/** So do plants, among the animals. */
const PLANT = 'plant';
/** Radius of the circle from which on training gives every faceless picture room for a mood. */
const ROOMY = 0.25;
/** What has no face, though its group or training's measure says so of others like it; looked up by eye. */
const BARE: ReadonlySet<string> = new Set([
  'keyboard',
  'calendar',
  'mirror',
  'seashell',
  'feather',
  'wing',
  'wilted flower',
  'microbe',
  'tooth',
  'brain',
  'anatomical heart',
  'lungs',
  'bone',
  'circle',
  'square',
  'triangle',
  'plus',
  'speech balloon',
  'thought balloon',
]);
/** What has a face or eyes in its pictures; looked up by eye. */
const FACED: ReadonlySet<string> = new Set([
  'first quarter moon face',
  'last quarter moon face',
  'wind face',
  'japanese dolls',
  'carp streamer',
  'joker',
  'piñata',
  'identification card',
  'hamsa',
  'nazar amulet',
  'x-ray',
]);

/**
 * Which things have no face of their own, so that a mood may be laid over them however narrow they are. A picture with
 * room for a mood is of such a thing. Where all of them are too narrow for that, its group tells.
 *
 * @returns by number of the thing
 */
export function facelessThings({
  things,
  measures,
}: Pick<Things, 'things'> & { readonly measures: Pick<Measures, 'kind' | 'shows' | 'flags' | 'circle'> }): boolean[] {
  const { kind, shows, flags, circle } = measures;
  const hasRoom = things.map(() => false);
  const hasFace = things.map(() => false);
  for (const [picture, thing] of shows.entries()) {
    if (kind[picture] !== PICTURE_KINDS.thing) continue;
    const isRoomy = (flags[picture]! & ROOM_FOR_MOOD) !== 0;
    if (isRoomy) hasRoom[thing] = true;
    else if ((flags[picture]! & FACE) !== 0 || circle[3 * picture + 2]! > ROOMY) hasFace[thing] = true;
  }
  return things.map(({ name, group, tags }, k) => {
    if (BARE.has(name) || FACED.has(name)) return BARE.has(name);
    return hasRoom[k]! || (!hasFace[k] && (GROUPS.includes(group) || tags.includes(PLANT)));
  });
}
