/** What a word, or some, does in a text. */
export interface Step {
  /** Familiar words name nothing, but captions have them: “sticker of”, “flat style”. */
  role: 'begins' | 'colour' | 'thing' | 'links' | 'comma' | 'familiar' | 'unknown';
  /** The English name of a thing or colour. */
  english: string;
  /** What captions have in its place. */
  captioned: string;
  /** Of a thing: what captions call one of it, and whether it stands in the plural. */
  singular: string;
  isPlural: boolean;
  /** Of what begins: how many there are of the thing that follows, if it says so. */
  count: number | undefined;
  /** Words. */
  length: number;
}

/** At most one thing and what is said of it, in the words of captions. */
export interface Phrase {
  /** What ties it to the phrase before. */
  lead: string[];
  /** An article or number. */
  start: string;
  /** How many of the thing, and whether there are more, though the text does not say how many. */
  count: number;
  isMore: boolean;
  before: string[];
  thing: { english: string; captioned: string; singular: string } | undefined;
  after: string[];
  /** English names of the colours. */
  colours: string[];
  hasFamiliar: boolean;
  /** Whether words were left out, and whether the last one was. */
  isPartial: boolean;
  isBroken: boolean;
}

function emptyPhrase(lead: string[] = []): Phrase {
  const words = { start: '', count: 1, isMore: true, before: [], thing: undefined, after: [] };
  return { lead, ...words, colours: [], hasFamiliar: false, isPartial: false, isBroken: false };
}

/** How many things phrases name. */
export function countThings(phrases: readonly Phrase[]): number {
  return phrases.reduce((sum, { thing, count }) => sum + (thing ? count : 0), 0);
}

/** Gathers the words of a text into phrases of one thing each. */
export class PhraseGatherer {
  readonly #closed: Phrase[] = [];
  #phrase = emptyPhrase();
  /** Colours behind the thing, which the next thing takes when it follows at once: “cat, blue dog” without the comma. */
  #behind: { english: string; captioned: string }[] = [];

  /** Whether the phrase that the reading is in has its thing, behind which an adjective may follow. */
  get isAfterThing(): boolean {
    return this.#phrase.thing !== undefined;
  }

  add(step: Step): void {
    if (step.role === 'links' || step.role === 'comma') this.#link(step.captioned);
    else if (step.role === 'begins') this.#begin(step);
    else if (step.role === 'thing') this.#name(step);
    else if (step.role === 'colour') this.#colour(step);
    else if (step.role === 'familiar') this.#keep(step.captioned);
    else this.#phrase.isPartial = true;
    this.#phrase.isBroken = step.role === 'unknown';
  }

  /** Ends the text. */
  finish(): readonly Phrase[] {
    this.#close();
    return this.#closed;
  }

  #begin({ captioned, count }: Step): void {
    const { start, before, thing, isPartial } = this.#phrase;
    if (start !== '' || before.length > 0 || thing || isPartial) this.#next();
    this.#phrase.start = captioned;
    this.#phrase.count = count ?? 1;
    this.#phrase.isMore = count === undefined;
  }

  #keep(word: string): void {
    // “a cat in flat style” is “a cat, flat style”.
    if (this.#phrase.thing && this.#phrase.isBroken) this.#next([',']);
    this.#settle();
    this.#say(word);
    this.#phrase.hasFamiliar = true;
  }

  #link(word: string): void {
    const { lead, start, before, thing, colours, isBroken, hasFamiliar } = this.#phrase;
    if (thing) this.#next([word]);
    else if (isBroken && !hasFamiliar) {
      // The colours of something unknown, “a blue gizmo and …”, or the first of a thing's adjectives, “a small, …”.
      if (colours.length > 0) this.#phrase = emptyPhrase([word]);
    } else if (start === '' && before.length === 0) lead.push(word);
    else before.push(word);
  }

  #name(thing: Step): void {
    if (this.#phrase.thing) {
      const behind = this.#behind;
      this.#behind = [];
      this.#next();
      this.#describe(behind);
    }
    this.#phrase.thing = thing;
    this.#phrase.isMore &&= thing.isPlural;
  }

  #colour(step: Step): void {
    if (this.#phrase.thing) this.#behind.push(step);
    else this.#describe([step]);
  }

  #next(lead: string[] = []): void {
    this.#close();
    this.#phrase = emptyPhrase(lead);
  }

  #close(): void {
    this.#settle();
    const { lead, start, before, thing, colours, hasFamiliar, isPartial } = this.#phrase;
    const last = this.#closed.at(-1);
    const isRest = !thing && colours.length > 0 && start === '' && !hasFamiliar && !isPartial;
    if (isRest && last?.thing) {
      // “gato rojo y azul”
      last.after.push(...lead, ...before);
      last.colours.push(...colours);
    } else this.#closed.push(this.#phrase);
  }

  #settle(): void {
    this.#describe(this.#behind);
    this.#behind = [];
  }

  #describe(colours: readonly { english: string; captioned: string }[]): void {
    for (const { english, captioned } of colours) {
      this.#phrase.colours.push(english);
      this.#say(captioned);
    }
  }

  #say(word: string): void {
    const { thing, before, after } = this.#phrase;
    (thing ? after : before).push(word);
  }
}
