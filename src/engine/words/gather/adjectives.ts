import type { Pattern } from '../../memory/index.js';
import type { Size, Stature } from '../languages/index.js';

export interface SaidMood {
  /** In English. */
  readonly word: string;
  /** Empty where it was not asked for in so many words. */
  readonly said: string;
  readonly moods: readonly string[];
  /** Whether it is told of what has no face, and of nothing else. */
  readonly isForBare?: boolean;
}

export const isStature = (size: Size | Stature): size is Stature => size === 'stout' || size === 'slender';

interface Part {
  readonly colours: string[];
  readonly moods: SaidMood[];
  size: Size | undefined;
  stature: Stature | undefined;
  pattern: Pattern | undefined;
  /** As the prompt says it. */
  readonly said: string[];
}

/** Colours that go together. */
const NEVER_APART: readonly string[] = ['black', 'white'];

/** What is said of a thing, in the parts that “and” or a comma joins: “red, green and blue” are three. */
export class Adjectives {
  readonly #parts: Part[] = [emptyPart()];
  /** Whether “and” stands before the last part. */
  #endsInAnd = false;

  addColour(colour: string, said: string): void {
    this.#last.colours.push(colour);
    this.#last.said.push(said);
  }

  addMood(mood: SaidMood): void {
    this.#last.moods.push(mood);
    if (mood.said !== '') this.#last.said.push(mood.said);
  }

  setSize(size: Size | Stature, said: string): void {
    if (isStature(size)) this.#last.stature ??= size;
    else this.#last.size ??= size;
    this.#last.said.push(said);
  }

  forgetSize(): void {
    for (const part of this.#parts) part.size = undefined;
  }

  setPattern(pattern: Pattern, said: string): void {
    this.#last.pattern ??= pattern;
    this.#last.said.push(said);
  }

  /** What follows is joined to what was said, by “and” or a comma. */
  join(by: 'and' | 'comma'): void {
    if (!isEmpty(this.#last)) this.#parts.push(emptyPart());
    this.#endsInAnd = by === 'and';
  }

  /** Whether something was joined to what was said, and has not come. */
  get isOpen(): boolean {
    return this.#parts.length > 1 && isEmpty(this.#last);
  }

  /** Whether it has several parts. */
  get isList(): boolean {
    return this.#parts.filter((part) => !isEmpty(part)).length > 1;
  }

  /** Takes over what was said elsewhere of the same thing. */
  append(other: Adjectives): void {
    if (other.isEmpty) return;
    if (isEmpty(this.#last)) this.#parts.pop();
    this.#parts.push(...other.#parts.map(copied));
    this.#endsInAnd ||= other.#endsInAnd;
  }

  takeColours(): string[] {
    const taken = this.colours;
    for (const part of this.#parts) part.colours.length = 0;
    return taken;
  }

  takeMoods(): SaidMood[] {
    const taken = this.moods;
    for (const part of this.#parts) part.moods.length = 0;
    return taken;
  }

  get colours(): string[] {
    return this.#parts.flatMap(({ colours }) => colours);
  }

  get hasColour(): boolean {
    return this.#parts.some(({ colours }) => colours.length > 0);
  }

  get moods(): SaidMood[] {
    return this.#parts.flatMap(({ moods }) => moods);
  }

  get size(): Size | undefined {
    return this.#parts.find(({ size }) => size !== undefined)?.size;
  }

  get stature(): Stature | undefined {
    return this.#parts.find(({ stature }) => stature !== undefined)?.stature;
  }

  get pattern(): Pattern | undefined {
    return this.#parts.find(({ pattern }) => pattern !== undefined)?.pattern;
  }

  get isEmpty(): boolean {
    return this.#parts.every(isEmpty);
  }

  /** As the prompt says it. */
  get said(): string {
    return this.#parts.flatMap(({ said }) => said).join(' ');
  }

  /**
   * A part each where each is another colour or another mood, and these are not such as go together, as black and white
   * do.
   */
  apart(): Adjectives[] {
    const parts = this.#parts.filter((part) => !isEmpty(part));
    const isApart = (of: (part: Part) => readonly unknown[]) =>
      parts.length > 1 && parts.every((part) => of(part).length > 0);
    const isEachColoured = isApart(({ colours }) => colours);
    // “Sad, tired cats” are both.
    if (!isEachColoured && !(this.#endsInAnd && isApart(({ moods }) => moods))) return [this];
    if (this.colours.length > 0 && this.colours.every((colour) => NEVER_APART.includes(colour))) return [this];
    const [first] = parts as [Part];
    // “happy red and blue”
    return parts.map((part) => {
      const own = new Adjectives();
      const isShared = isEachColoured && parts.every((one) => one === first || one.moods.length === 0);
      own.#parts[0] = {
        ...copied(part),
        moods: isShared ? [...first.moods] : [...part.moods],
        size: part.size ?? first.size,
        stature: part.stature ?? first.stature,
        pattern: part.pattern ?? first.pattern,
      };
      return own;
    });
  }

  get #last(): Part {
    return this.#parts.at(-1)!;
  }
}

const emptyPart = (): Part => ({
  colours: [],
  moods: [],
  size: undefined,
  stature: undefined,
  pattern: undefined,
  said: [],
});

const isEmpty = ({ colours, moods, size, stature, pattern }: Part): boolean =>
  colours.length === 0 && moods.length === 0 && (size ?? stature ?? pattern) === undefined;

const copied = (part: Part): Part => ({
  colours: [...part.colours],
  moods: [...part.moods],
  size: part.size,
  stature: part.stature,
  pattern: part.pattern,
  said: [...part.said],
});
