import type { FoundThing } from './language.js';
import type { Step } from './steps.js';

/** At most one thing and what is said of it, in the bundle's English. */
export interface Phrase {
  /** How it stands to the thing before: “on”, “and”. */
  readonly link: string | undefined;
  /** How many of the thing, and whether there are more, though the text does not say how many. */
  readonly count: number;
  readonly isMore: boolean;
  readonly thing: FoundThing | undefined;
  /** The thing and the word before it, where both together are the name of another: “crying cat”. */
  readonly whole: string | undefined;
  readonly colours: readonly string[];
  readonly moods: readonly string[];
}

type Adjective = Extract<Step, { role: 'colour' | 'mood' }>;

/** A phrase that is being read. */
interface OpenPhrase extends Phrase {
  link: string | undefined;
  count: number;
  isMore: boolean;
  thing: FoundThing | undefined;
  whole: string | undefined;
  colours: string[];
  moods: string[];
  /** Whether it has an article or a number, a word that nothing knows, and whether the last one was such a word. */
  hasStart: boolean;
  isPartial: boolean;
  isBroken: boolean;
}

function emptyPhrase(link?: string): OpenPhrase {
  const flags = { hasStart: false, isPartial: false, isBroken: false };
  return { link, count: 1, isMore: true, thing: undefined, whole: undefined, colours: [], moods: [], ...flags };
}

/** How many things phrases name. */
export function countThings(phrases: readonly Phrase[]): number {
  return phrases.reduce((sum, { thing, count }) => sum + (thing ? count : 0), 0);
}

/** Gathers the words of a text into phrases of one thing each. */
export class PhraseGatherer {
  readonly #closed: OpenPhrase[] = [];
  /** Whether nouns that run together name one thing: “race car”. */
  readonly #hasCompounds: boolean;
  #phrase = emptyPhrase();
  /** Adjectives behind the thing, which the next thing takes when it follows at once: “cat, blue dog” without the comma. */
  #behind: Adjective[] = [];
  #last: Step['role'] | undefined;

  constructor(hasCompounds: boolean) {
    this.#hasCompounds = hasCompounds;
  }

  /** Whether the phrase that the reading is in has its thing, behind which an adjective may follow. */
  get isAfterThing(): boolean {
    return this.#phrase.thing !== undefined;
  }

  add(step: Step): void {
    if (step.role === 'links') this.#link(step.english);
    else if (step.role === 'comma') this.#link(undefined);
    else if (step.role === 'begins') this.#begin(step.count, !step.isOpen);
    else if (step.role === 'thing') this.#name(step);
    else if (step.role === 'colour' || step.role === 'mood') this.#adjective(step);
    else if (step.role === 'unknown') this.#phrase.isPartial = true;
    this.#phrase.isBroken = step.role === 'unknown';
    this.#last = step.role;
  }

  /** Ends the text. */
  finish(): readonly Phrase[] {
    this.#close();
    return this.#closed.filter(({ thing }) => thing !== undefined);
  }

  #begin(count: number | undefined, isStart: boolean): void {
    const { hasStart, thing, isPartial } = this.#phrase;
    if (hasStart || thing || isPartial || this.#says(this.#phrase)) this.#next();
    this.#phrase.hasStart = isStart;
    this.#phrase.count = count ?? 1;
    this.#phrase.isMore = count === undefined;
  }

  #link(link: string | undefined): void {
    const { thing, isBroken, hasStart } = this.#phrase;
    const hasAdjectives = this.#says(this.#phrase);
    // “casa blanca y roja con …”
    const isRest = hasAdjectives && !hasStart && link !== undefined && link !== 'and';
    if (thing || isRest) this.#next(link);
    // The colours of something unknown: “a blue gizmo and …”. Between adjectives nothing ends: “a small, red and blue …”.
    else if ((isBroken && hasAdjectives) || !(hasStart || hasAdjectives)) this.#phrase = emptyPhrase(link);
  }

  #name(thing: FoundThing): void {
    const before = this.#phrase.thing;
    if (before && this.#hasCompounds && this.#last === 'thing') {
      // The later of the surest: “dog house” is a house, “cat running” a cat.
      if (!before.isName || thing.isName) this.#phrase.thing = thing;
      this.#phrase.isMore ||= thing.isPlural && !this.#phrase.hasStart;
      return;
    }
    if (before) {
      const behind = this.#behind;
      this.#behind = [];
      this.#next();
      this.#describe(behind);
    }
    this.#phrase.thing = thing;
    this.#phrase.isMore &&= thing.isPlural;
  }

  #adjective(step: Adjective): void {
    if (this.#phrase.thing) this.#behind.push(step);
    else this.#describe([step]);
  }

  #next(link?: string): void {
    this.#close();
    this.#phrase = emptyPhrase(link);
  }

  #close(): void {
    this.#describe(this.#behind);
    this.#behind = [];
    const { thing, hasStart, isPartial, colours, moods } = this.#phrase;
    const last = this.#closed.at(-1);
    const isRest = !thing && !isPartial && !hasStart && this.#says(this.#phrase);
    if (isRest && last?.thing) {
      // “gato rojo y azul”
      last.colours.push(...colours);
      last.moods.push(...moods);
    } else this.#closed.push(this.#phrase);
  }

  #says({ colours, moods }: Phrase): boolean {
    return colours.length > 0 || moods.length > 0;
  }

  #describe(adjectives: readonly Adjective[]): void {
    for (const { role, english, whole } of adjectives) {
      this.#phrase[role === 'colour' ? 'colours' : 'moods'].push(english);
      this.#phrase.whole ??= whole;
    }
  }
}
