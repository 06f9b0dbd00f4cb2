import { EngineError, ownValue } from '../../basics/index.js';
import type { Tables } from '../../manifest/index.js';
import { type Artwork, expressionOf, type Group, type PartColour, type Pattern } from '../../memory/index.js';
import type { PosedBody } from '../bodies/index.js';
import type { Draft, DraftedThing } from '../draft.js';
import { givenMood } from '../faces/index.js';
import type { Oval } from './oval.js';

/** Where a mark is: as training draws it, or `around`, behind a thing that leaves room for it. */
export type MarkAt = Tables['marks'][string]['at'] | 'around';

/** A thing of a draft, found in the memory. */
export interface Actor {
  /** Caption name. */
  thing: string;
  picture: number;
  /** 0 as drawn, p for `tables.paints[p − 1]`. */
  paint: number;
  /** Parts in other colours. */
  parts: readonly PartColour[];
  /** Over its body. */
  pattern?: Pattern;
  /** Several of it that count as one. */
  group?: Group;
  flip: boolean;
  /** What is seen of it, where it is a round piece of its picture: the face of who is drawn whole. */
  oval?: Oval;
  /** What is drawn below it, which is a head alone otherwise. */
  body?: PosedBody;
  /** Name, and the picture that is laid over it; undefined where its own eyes or a given face tell the mood. */
  mood: { name: string; picture: number | undefined } | undefined;
  mark: { name: string; picture: number; at: MarkAt } | undefined;
}

/**
 * Finds a draft's things, in its order. A mood or mark that the memory has no picture of in the draft's style is taken
 * from the style of the thing.
 * @throws EngineError `bad_draft` where the draft is of another memory
 */
export function actorsOf(draft: Draft, tables: Tables, artwork: Artwork): Actor[] {
  const hasRoom = draft.kind === 'single' || draft.places !== undefined;
  return draft.things.map((thing) => {
    const actor = actorOf(draft.style, thing, tables, artwork);
    const { mark } = actor;
    return hasRoom && mark?.at === 'behind' ? { ...actor, mark: { ...mark, at: 'around' } } : actor;
  });
}

function actorOf(style: string, drafted: DraftedThing, tables: Tables, artwork: Artwork): Actor {
  const { thing, picture: slug, paint, parts = [], pattern, group, flip, mood, mark } = drafted;
  const picture = artwork.find(style, thing, slug);
  if (picture === undefined) throw new EngineError('bad_draft', { why: 'unknown_picture', thing, picture: slug });
  const painted = paint === undefined ? 0 : tables.paints.indexOf(paint) + 1;
  if (paint !== undefined && painted === 0) throw unknown('unknown_paint', paint);
  for (const { part, colour } of parts) {
    if (artwork.partOf(picture, part) === undefined)
      throw new EngineError('bad_draft', { why: 'unknown_part', thing, part });
    if (ownValue(tables.colours, colour) === undefined) throw unknown('unknown_colour', colour);
  }
  if (pattern?.colour !== undefined && ownValue(tables.colours, pattern.colour) === undefined)
    throw unknown('unknown_colour', pattern.colour);
  const styles = [style, artwork.styleOf(picture)];
  return {
    thing,
    picture,
    paint: painted,
    parts,
    ...(pattern ? { pattern } : {}),
    ...(group ? { group } : {}),
    flip,
    mood: mood === undefined ? undefined : moodOf(picture, styles, mood, artwork),
    mark: mark === undefined ? undefined : markOf(styles, mark, tables, artwork),
  };
}

function moodOf(picture: number, styles: readonly string[], name: string, artwork: Artwork): Actor['mood'] {
  const isInEyes = expressionOf(name) !== undefined && artwork.hasOwnEyes(picture);
  const isGiven = givenMood(name) !== undefined && artwork.hasRoomForMood(picture);
  return { name, picture: isInEyes || isGiven ? undefined : moodPicture(styles, name, artwork) };
}

function moodPicture(styles: readonly string[], mood: string, artwork: Artwork): number {
  const found = styles.map((style) => artwork.moodOf(style, mood)).find((picture) => picture !== undefined);
  if (found === undefined) throw unknown('unknown_face', mood);
  return found;
}

function markOf(styles: readonly string[], name: string, tables: Tables, artwork: Artwork): Actor['mark'] {
  const mark = ownValue(tables.marks, name);
  const picture = mark && styles.flatMap((style) => artwork.picturesOf(style, mark.thing))[0];
  if (mark === undefined || picture === undefined) throw unknown('unknown_sign', name);
  return { name, picture, at: mark.at };
}

function unknown(
  why: 'unknown_paint' | 'unknown_colour' | 'unknown_face' | 'unknown_sign',
  wanted: string,
): EngineError {
  return new EngineError('bad_draft', { why, wanted });
}
