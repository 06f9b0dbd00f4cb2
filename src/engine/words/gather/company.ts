import type { OutfitSense } from '../outfits.js';
import type { ThingSense } from '../sense.js';

/** What is known of things beside their names. */
export interface Company {
  /** What a name says that begins with a colour (“black hearts”), where another colour is listed before it. */
  colouredThing(key: string): { colour: string; thing: ThingSense } | undefined;
  /**
   * Whether neither describes the other where they are named one after the other: two animals, two people, “burger
   * fries”.
   */
  areListed(modifier: ThingSense, head: ThingSense): boolean;
  /**
   * Whether the later is food that the earlier, which is food or goes into it, is said of: “coffee doughnut”, “mushroom
   * soup”.
   */
  areFood(one: ThingSense, other: ThingSense): boolean;
  isWorn(thing: ThingSense): boolean;
  /** Whether it is a hand that says something: thumbs up. */
  isGesture(thing: ThingSense): boolean;
  /** Whether the bundle has a thing, by its caption name. */
  has(name: string): boolean;
  /** What somebody wears who is called so, or as the thing is. */
  outfitOf(key: string, thing: ThingSense | undefined): OutfitSense | undefined;
  /** Whether a thing can be dressed so: animals and people, but for an occasion also food, faces and toys. */
  isDressable(thing: ThingSense, outfit: OutfitSense): boolean;
  /** Whether it is an animal or a person: an ice queen is no ice, whatever a queen is called. */
  isLiving(thing: ThingSense): boolean;
  /** Whether it is an animal, a person, or a toy or a being with a body that does what these do. */
  isSomebody(thing: ThingSense): boolean;
  isPerson(thing: ThingSense): boolean;
  /** The mood that an English word says; undefined where it says none. */
  moodCalled(word: string): { word: string; moods: readonly string[] } | undefined;
  /** Whether an unknown word says what somebody does. */
  isDone(word: string): boolean;
  /**
   * Whether a thing's drawings have something by themselves that cannot be taken away; `words` are its names, in
   * English or of things.
   */
  hasByItself(thing: ThingSense, words: readonly string[]): boolean;
  /** Whether a thing's drawings, or some of them, show something by themselves, as far as anybody looked. */
  showsByItself(thing: ThingSense, words: readonly string[]): boolean;
  /** Which of a thing's pictures have such a part, and which lack it; undefined where all are alike in that. */
  partedBy(
    thing: ThingSense,
    words: readonly string[],
  ): { having: readonly string[]; lacking: readonly string[] } | undefined;
  /** Caption names of what shows the same thing without such a part. */
  without(thing: ThingSense, words: readonly string[]): readonly string[];
}
