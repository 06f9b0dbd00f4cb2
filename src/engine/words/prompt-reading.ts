import type { Group, PartColour, Pattern } from '../memory/index.js';
import type { OwnNamed } from '../own/index.js';
import type { Act } from './acts.js';
import type { Size, Stature } from './languages/index.js';
import type { StandIn } from './stand-ins.js';

/** A thing that a prompt asks for. */
export interface AskedThing {
  /** Caption names of things of the memory, any of which will do, the surest first. Never empty. */
  names: readonly string[];
  /** What descriptions call an own thing, whose only name is that of its place (`ownSlot`); absent of the memory's. */
  called?: string;
  /** As the prompt says it. */
  said: string;
  /** Names of `tables.colours`, in the order they were said. */
  colours: readonly string[];
  /** Names of `tables.moods` and `tables.marks`, any one of which will do; empty where no mood was asked for. */
  moods: readonly string[];
  /** How many of it, at least 1. */
  count: number;
  /**
   * Parts of it that have a colour of their own, each once; absent where the prompt speaks of none that memory can
   * show.
   */
  parts?: readonly PartColour[];
  /** Over its body; absent where none was asked for that it has not by itself. */
  pattern?: Pattern;
  /** So many of it that they count as one, or such as lie on each other; absent where `count` says all. */
  group?: Group;
  /** What is drawn in its place where its own pictures lack such a part. */
  standIns?: readonly StandIn[];
  /**
   * Slugs of the pictures that show it as it was asked for: smiling, with a hat, without one; absent where all do, or
   * none does.
   */
  pictures?: readonly string[];
  /** Slugs of pictures that have the mood asked for by themselves. */
  content?: readonly string[];
  /** Slugs of pictures that go ill with the mood asked for. */
  unfit?: readonly string[];
  /** How large it is to be beside the others, or in its picture; absent where the prompt does not say. */
  size?: Size;
  /** How broad it is to be for its height; absent where the prompt does not say. */
  stature?: Stature;
}

/** Why a part of a prompt is not painted. */
export type LeftOutWhy = 'text' | 'action' | 'place' | 'too-many' | 'mood' | 'colour' | 'style' | 'part' | 'occasion';

/** What somebody should know of how a prompt was read. Things go by the names that people are shown. */
export type ReadingNote =
  /** A kind of a thing, a likely typo, a word in another language that is not plainly the thing's name. */
  | { type: 'read-as'; said: string; name: string }
  /** What the prompt does not want, and which therefore is kept out. */
  | { type: 'removed'; said: string }
  /** What the prompt does not want, but drawings of the thing have by themselves. */
  | { type: 'inseparable'; said: string }
  /** What is asked for and not wanted at once, and so is left out. */
  | { type: 'contradicted'; said: string }
  /** A word that nothing knows; `nearest` are at most three things that are. */
  | { type: 'unknown'; said: string; nearest: readonly string[] }
  | { type: 'left-out'; said: string; why: LeftOutWhy }
  /** A colour that would be somebody's skin: people are drawn in the yellow of emoji. */
  | { type: 'skin'; said: string };

/** What a prompt asks for, in the bundle's own terms. */
export interface PromptReading {
  /** In the order of the prompt; their counts together are at most `limits.objects`. Empty where nothing is known. */
  things: readonly AskedThing[];
  /** `relations[k]` is how thing k stands to thing k + 1: a key of `tables.relations`. */
  relations: readonly string[];
  /** Whether the second of two things is in the first, which hides a part of it. */
  isNested?: boolean;
  /** Whether the two things do something with each other that draws them close: “hugging”. */
  isClose?: boolean;
  /** What is done with what is held; absent where it is no more than held. */
  act?: Act;
  /** Whether it is to be somebody's picture: a face, where there is one. */
  isPortrait?: boolean;
  /** One of the bundle's styles. */
  style: string | undefined;
  /** What is made of the finished picture (`engine/finishes`); absent where it stays as it is painted. */
  finish?: string;
  /** What no picture of it may have: names of things, of `tables.colours`, of `tables.moods` and `tables.marks`. */
  without: { things: readonly string[]; colours: readonly string[]; moods: readonly string[] };
  /** BCP 47 language that most of the prompt is in. */
  language: string;
  /**
   * The prompt as the text encoder is to see it: in the plain English of the captions that the bundle has learned from.
   */
  worded: string;
  notes: readonly ReadingNote[];
}

/** How a prompt is read. */
export interface ReadOptions {
  /** BCP 47 tag of who asks; it decides where a word means different things in two languages. */
  locale?: string;
  /** More that is not wanted, as a list of words (“wings, stripes”). */
  without?: string;
  /** One of the bundle's styles, or a finish, over what the prompt says. */
  style?: string;
  /** Things of one's own that it may name: their names come before all that else is called so. */
  own?: readonly OwnNamed[];
}

/**
 * What of a request, or of settings, says how its prompts are read. Whatever reads a prompt of it passes this on, so
 * that all see the same.
 */
export function readOptionsOf<Own extends OwnNamed = never>({
  locale,
  without,
  style,
  own,
}: { [Name in Exclude<keyof ReadOptions, 'own'>]?: string | undefined } & {
  own?: readonly Own[] | undefined;
}): ReadOptions & { own?: readonly Own[] } {
  return {
    ...(locale === undefined ? {} : { locale }),
    ...(without === undefined ? {} : { without }),
    ...(style === undefined ? {} : { style }),
    ...(own === undefined ? {} : { own }),
  };
}

/**
 * Reads prompts for one bundle; made by `createPromptReader`. Pure: the same prompt and options give the same reading.
 */
export interface PromptReader {
  /** In time linear in the prompt's length. */
  read(prompt: string, options?: ReadOptions): PromptReading;
}
