import type { LanguageTable, Stand } from './languages/table.js';
import { plural } from './plurals.js';
import type { LeftOutWhy, ReadingNote } from './prompt-reading.js';
import { RANK, type Role, type Sense, senseOf, type ThingSense } from './sense.js';
import type { Span } from './spans.js';

/** A thing with what is said of it. */
export interface Named {
  readonly sense: ThingSense;
  said: string;
  readonly colours: string[];
  readonly moods: SaidMood[];
  /** Undefined where the prompt does not say. */
  count: number | undefined;
  /** How it stands to the one before it, and whether the one before stands so to it. */
  stand: Stand | 'and' | undefined;
  isTurned: boolean;
  /** Whether it stands so to the first-named thing: “a cat riding a horse and wearing a crown”. */
  isOfFirst: boolean;
}

export interface SaidMood {
  /** In English. */
  readonly word: string;
  /** Empty where it was not asked for in so many words. */
  readonly said: string;
  readonly moods: readonly string[];
}

/** What the spans of a prompt say together. */
export interface Gathered {
  readonly named: Named[];
  readonly style: string | undefined;
  readonly without: { things: string[]; colours: string[]; moods: string[] };
  readonly notes: ReadingNote[];
  /** Spans that nothing knows. */
  readonly unknown: Span[];
}

type WordOrder = Pick<LanguageTable, 'isHeadLast' | 'hasHeadFirst'>;

/** What is known of things beside their names. */
export interface Company {
  /** Whether both are animals or both are people, so that neither describes the other. */
  areSiblings(one: ThingSense, other: ThingSense): boolean;
  isWorn(thing: ThingSense): boolean;
  /** Whether it is an animal or a person: an ice queen is no ice, whatever a queen is called. */
  isLiving(thing: ThingSense): boolean;
  /** Whether an unknown word says what somebody does. */
  isDone(word: string): boolean;
}

interface Open {
  colours: string[];
  moods: SaidMood[];
  count: number | undefined;
  hasStart: boolean;
  thing: Named | undefined;
}

/** Caption names of what a thing has by itself: with eyes, with a face. */
const PARTS: ReadonlySet<string> = new Set([
  'eye',
  'eyes',
  'ear',
  'nose',
  'mouth',
  'tongue',
  'tooth',
  'foot',
  'leg',
  'wing',
  'smiley',
]);
const FACES: ReadonlySet<string> = new Set(['eye', 'eyes', 'mouth', 'smiley']);

/** How far behind a word the thing may be that it describes. */
const REACH = 5;
/** Words that are written and not painted, behind “saying”. */
const MOST_WRITTEN = 8;

/** Follows the spans of a prompt in their order, and gathers what they say into things. */
export class Gatherer {
  readonly #spans: readonly Span[];
  readonly #table: WordOrder;
  readonly #company: Company;
  readonly #named: Named[] = [];
  readonly #notes: ReadingNote[] = [];
  readonly #unknown: Span[] = [];
  readonly #without = { things: [] as string[], colours: [] as string[], moods: [] as string[] };
  #style: string | undefined;
  #open: Open = emptyPhrase();
  /** Said of the thing before, unless a thing follows at once. */
  #behind: { colours: string[]; moods: Open['moods'] } = { colours: [], moods: [] };
  #stand: { stand: Stand | 'and'; isTurned: boolean; isOfFirst?: boolean } | undefined;
  /** The stand that the prompt begins with. */
  #front: Stand | undefined;
  #isNegated = false;
  #last: Role | 'unknown' | 'break' | 'comma' | undefined;

  constructor(spans: readonly Span[], table: WordOrder, company: Company) {
    this.#spans = spans;
    this.#table = table;
    this.#company = company;
  }

  gather(): Gathered {
    for (let k = 0; k < this.#spans.length; ) k += this.#take(k);
    this.#close();
    return {
      named: this.#named,
      style: this.#style,
      without: this.#without,
      notes: this.#notes,
      unknown: this.#unknown,
    };
  }

  /** @returns how many spans were taken */
  #take(k: number): number {
    const span = this.#spans[k]!;
    if (span.kind === 'break' || span.kind === 'comma') {
      this.#pause(span.kind, k);
      return 1;
    }
    const sense = this.#senseAt(k);
    if (this.#isNegated && this.#negate(span, sense)) {
      this.#last = sense?.role ?? 'unknown';
      return 1;
    }
    const taken = sense === undefined ? this.#unknownAt(span) : this.#apply(k, sense);
    this.#last = sense?.role ?? 'unknown';
    return taken;
  }

  #pause(kind: 'break' | 'comma', k: number): void {
    // “red, white and blue balloon”
    const isList = kind === 'comma' && !this.#open.thing && this.#open.colours.length > 0;
    if (isList && senseOf(this.#spans[k + 1]?.senses ?? [], 'colour')) return;
    this.#close();
    this.#stand = undefined;
    if (kind === 'break') this.#isNegated = false;
    this.#last = kind;
  }

  #apply(k: number, sense: Sense): number {
    const span = this.#spans[k]!;
    switch (sense.role) {
      case 'article':
        this.#begin(undefined, true);
        return 1;
      case 'number':
        this.#begin(sense.count, true);
        return 1;
      case 'colour':
        this.#describe(k, () => this.#target(k).colours.push(sense.colour));
        return 1;
      case 'mood':
        if (sense.moods.length === 0) this.#leaveOut(span.said, 'mood');
        else
          this.#describe(k, () =>
            this.#target(k).moods.push({ word: sense.word, said: span.said, moods: sense.moods }),
          );
        return 1;
      case 'thing':
        this.#name(k, sense);
        return 1;
      case 'stand':
        this.#link(sense.stand, k, sense.isBehind === true);
        return 1;
      case 'and':
        if (!this.#isBetweenAdjectives(k)) this.#link('and', k, false);
        return 1;
      case 'of':
        return this.#of(k);
      case 'not':
        this.#not(span.said);
        return 1;
      case 'says':
        return this.#written(k);
      case 'style':
        return this.#styled(k, sense.style);
      case 'style-of':
        return this.#styleOf(k);
      case 'action':
        this.#leaveOut(span.said, 'action');
        return 1;
      case 'place':
        if (this.#stand?.stand === 'in' || this.#stand?.stand === 'on') this.#stand = undefined;
        this.#leaveOut(span.said, 'place');
        return 1;
      case 'part':
        return this.#part(span);
      case 'aside':
        return this.#aside(k);
      default:
        return 1;
    }
  }

  /** Which of its meanings a span has, by what stands around it. */
  #senseAt(k: number): Sense | undefined {
    const { senses, kind } = this.#spans[k]!;
    const of = <R extends Role>(role: R) => senseOf(senses, role);
    const thing = of('thing');
    if (kind === 'emoji' || kind === 'shortcode') {
      const mood = of('mood');
      const isBeside = this.#open.thing !== undefined || this.#named.length > 0 || this.#isThingAhead(k);
      return mood && isBeside && this.#hasSpelledThing() ? mood : (thing ?? mood);
    }
    const styleWord = of('style-word');
    if (styleWord && [k - 1, k + 1].some((at) => senseOf(this.#spans[at]?.senses ?? [], 'style'))) return styleWord;
    const adjective = of('colour') ?? of('mood');
    if (thing && adjective) {
      if (this.#isAdjectiveAt(k)) return adjective;
      return thing.rank <= RANK.keyword ? thing : adjective;
    }
    const style = of('style');
    if (style && (this.#isStyleAt(k) || !thing || thing.rank > RANK.synonym)) {
      if (!adjective || this.#isStyleAt(k)) return style;
    }
    const part = of('part') ?? (thing && PARTS.has(thing.names[0]!) ? ({ role: 'part' } as const) : undefined);
    if (part && (this.#open.thing || this.#named.length > 0) && this.#isPartAt()) return part;
    const measure = of('measure');
    if (measure && roleOf(this.#spans[k + 1]) === 'of') return measure;
    const place = of('place');
    if (
      place &&
      (!thing || thing.rank > RANK.name) &&
      (this.#stand?.stand === 'in' || this.#stand?.stand === 'on' || this.#last === 'filler' || !thing)
    )
      return place;
    const negation = of('not');
    if (negation) return negation;
    const word = of('number') ?? of('article') ?? of('stand') ?? of('and') ?? of('of') ?? of('says') ?? of('style-of');
    if (word && (!thing || thing.rank > RANK.name)) return word;
    const idle = of('filler') ?? of('style-word');
    if (idle && (!thing || thing.rank > RANK.synonym)) return idle;
    const action = of('action');
    if (action && (!thing || thing.rank > RANK.name)) return action;
    return thing ?? adjective ?? senses.find(({ role }) => role !== 'measure' && role !== 'part');
  }

  #hasSpelledThing(): boolean {
    return this.#spans.some(({ kind, senses }) =>
      kind === 'word' || kind === 'letter' ? senseOf(senses, 'thing') !== undefined : false,
    );
  }

  /** A colour or mood that could be a thing too is one before or behind a thing. */
  #isAdjectiveAt(k: number): boolean {
    if (this.#open.thing && this.#last !== 'comma' && this.#last !== 'break')
      return !this.#isThingAt(k) || !this.#table.isHeadLast;
    let next = k + 1;
    if (roleOf(this.#spans[next]) === 'and') {
      const after = this.#spans[next + 1]?.senses ?? [];
      return senseOf(after, 'colour') !== undefined && this.#isThingAhead(next + 1);
    }
    while (next < this.#spans.length && next < k + REACH && roleOf(this.#spans[next]) === 'filler') next += 1;
    const senses = this.#spans[next]?.senses ?? [];
    return (
      senseOf(senses, 'thing') !== undefined ||
      senseOf(senses, 'colour') !== undefined ||
      senseOf(senses, 'mood') !== undefined
    );
  }

  #isThingAt(k: number): boolean {
    return senseOf(this.#spans[k]?.senses ?? [], 'thing') !== undefined;
  }

  #isThingAhead(k: number): boolean {
    for (let next = k + 1; next < Math.min(this.#spans.length, k + REACH); next++) {
      const span = this.#spans[next]!;
      if (span.kind === 'comma' || span.kind === 'break') return false;
      const { senses } = span;
      const role = roleOf(span);
      if (senseOf(senses, 'thing') && role !== 'filler') return true;
      if (
        role === 'and' ||
        role === 'stand' ||
        role === 'article' ||
        role === 'number' ||
        role === 'of' ||
        role === 'not'
      )
        return false;
    }
    return false;
  }

  #isStyleAt(k: number): boolean {
    const [before, after] = [this.#spans[k - 1], this.#spans[k + 1]];
    const isStyle = (span: Span | undefined) => senseOf(span?.senses ?? [], 'style-word') !== undefined;
    const isEnd = after === undefined && (before === undefined || before.kind === 'comma');
    return isStyle(after) || isStyle(before) || isEnd || (before?.kind === 'comma' && after?.kind === 'comma');
  }

  #isPartAt(): boolean {
    return (
      this.#stand?.stand === 'with' ||
      this.#stand?.stand === 'and' ||
      this.#open.colours.length > 0 ||
      this.#open.thing !== undefined
    );
  }

  #begin(count: number | undefined, hasStart: boolean): void {
    const { thing, hasStart: had, colours, moods } = this.#open;
    if (thing || (had && (colours.length > 0 || moods.length > 0))) this.#close();
    this.#open.hasStart = hasStart;
    if (count !== undefined) this.#open.count = count;
    else this.#open.count ??= 1;
  }

  #describe(_k: number, add: () => void): void {
    add();
  }

  /** Whom an adjective describes: what comes, unless a thing stands before and none comes. */
  #target(k: number): { colours: string[]; moods: Open['moods'] } {
    if (!this.#open.thing) {
      const last = this.#named.at(-1);
      const isLoose =
        this.#last === 'comma' && last !== undefined && !this.#isThingAhead(k) && !this.#isColourListAhead(k);
      return isLoose ? last : this.#open;
    }
    return this.#table.hasHeadFirst === true || !this.#isThingAhead(k) ? this.#open.thing : this.#behind;
  }

  /** “red, blue and green cat” */
  #isColourListAhead(k: number): boolean {
    const next = this.#spans[k + 1];
    return next !== undefined && (next.kind === 'comma' || roleOf(next) === 'and') && this.#isThingAhead(k + 2);
  }

  #isBetweenAdjectives(k: number): boolean {
    const { thing, colours, moods } = this.#open;
    const next = this.#spans[k + 1]?.senses ?? [];
    const isAdjective = senseOf(next, 'colour') !== undefined || senseOf(next, 'mood') !== undefined;
    if (thing) return isAdjective && !this.#isThingAhead(k + 1) && (thing.colours.length > 0 || thing.moods.length > 0);
    return (colours.length > 0 || moods.length > 0) && isAdjective;
  }

  #name(k: number, sense: ThingSense): void {
    const span = this.#spans[k]!;
    const before = this.#open.thing;
    const isEmoji = span.kind === 'emoji' || span.kind === 'shortcode';
    const last = before ?? this.#named.at(-1);
    // “🐱🐱🐱”
    if (isEmoji && before && this.#last === 'thing' && before.said === span.said) {
      before.count = (before.count ?? 1) + 1;
      return;
    }
    if (
      isEmoji &&
      last &&
      this.#isAdjacent() &&
      last.sense.names.some((name) => sense.names.includes(name)) &&
      this.#hasSpelledThing()
    )
      return;
    if (before && !isEmoji && this.#isSaidAgain(before, sense)) {
      this.#open.thing = { ...before, said: `${before.said} ${span.said}`, sense: surer(before.sense, sense) };
      return;
    }
    if (before && this.#isAdjacent() && !isEmoji && span.kind !== 'letter' && this.#runsTogether(before, sense, span))
      return;
    if (before) {
      const { colours, moods } = this.#behind;
      this.#behind = { colours: [], moods: [] };
      this.#close();
      this.#open.colours.push(...colours);
      this.#open.moods.push(...moods);
    }
    const { moods, count } = this.#open;
    const colours = [...this.#open.colours, ...(sense.colours ?? [])];
    const stand = this.#stand;
    const front = stand === undefined && this.#named.length === 1 ? this.#front : undefined;
    this.#open.thing = {
      sense,
      said: span.said,
      colours,
      moods,
      count,
      stand: stand?.stand ?? front,
      isTurned: stand?.isTurned ?? front !== undefined,
      isOfFirst: stand?.isOfFirst === true,
    };
    this.#open.colours = [];
    this.#open.moods = [];
    this.#stand = undefined;
  }

  /** “Pepe the frog”, “golden retriever puppy” */
  #isSaidAgain(before: Named, sense: ThingSense): boolean {
    const isBare =
      this.#open.colours.length === 0 && this.#open.moods.length === 0 && this.#behind.colours.length === 0;
    const isNext = this.#last === 'thing' || this.#last === 'filler';
    return isBare && isNext && this.#stand === undefined && before.sense.names[0] === sense.names[0];
  }

  #isAdjacent(): boolean {
    return this.#last === 'thing' || this.#last === 'style' || this.#last === 'measure';
  }

  /** Nouns that run together name one thing: the later of the surest, or where the head is first the earlier. */
  #runsTogether(before: Named, sense: ThingSense, span: Span): boolean {
    if (this.#last !== 'thing' || before.said.startsWith(':') || span.kind === 'emoji') return false;
    // “cat dog mouse”
    if (this.#company.areSiblings(before.sense, sense)) return false;
    const [rank, rankBefore] = [sureness(sense, span.key), sureness(before.sense, before.said)];
    const isBetter =
      this.#table.hasHeadFirst === true
        ? rank < rankBefore
        : rank <= rankBefore || (rank <= RANK.synonym && this.#company.isLiving(sense));
    const said = `${before.said} ${span.said}`;
    if (before.sense.rank <= RANK.synonym || sense.rank <= RANK.synonym) {
      const kept = isBetter ? sense : before.sense;
      const isGuess = before.sense.rank <= RANK.foreign || kept.isGuess;
      this.#open.thing = { ...before, said, sense: { ...kept, isGuess } };
      return true;
    }
    this.#open.thing = { ...before, said, sense: isBetter ? sense : before.sense };
    return true;
  }

  #link(stand: Stand | 'and', k: number, isBehind: boolean): void {
    if (stand !== 'and' && this.#linkBehind(stand, k, isBehind)) return;
    const hasSaid = this.#open.colours.length > 0 || this.#open.moods.length > 0;
    if (this.#open.thing) this.#close();
    else if (hasSaid && stand !== 'and' && !this.#isThingAhead(k)) this.#close();
    // “wearing a hat, a dog”
    if (stand !== 'and' && this.#named.length === 0) this.#front = stand;
    if (stand === 'and') this.#stand ??= { stand, isTurned: false };
    else this.#stand = { stand, isTurned: false, isOfFirst: this.#isOfFirst() };
  }

  /** Whether a second relation begins: behind “and” or a comma, of two things of which one does something with the other. */
  #isOfFirst(): boolean {
    const other = this.#named[1];
    const isSecond = this.#named.length === 2 && other?.stand !== undefined && other.stand !== 'and' && !other.isTurned;
    return isSecond && (this.#last === 'and' || this.#last === 'comma');
  }

  /** A stand behind its thing: of the two before it, if nothing else joins them, or of the one before it and the one to come. */
  #linkBehind(stand: Stand, k: number, isBehind: boolean): boolean {
    if (!isBehind && (this.#isThingAhead(k) || this.#named.length + (this.#open.thing ? 1 : 0) < 2)) return false;
    const next = this.#spans[k + 1];
    if (!isBehind && next !== undefined && this.#nextThing(k) !== undefined) return false;
    this.#close();
    const [one, other] = [this.#named.at(-2), this.#named.at(-1)];
    if (other === undefined) return false;
    if (one && other.stand === undefined) {
      other.stand = stand;
      return true;
    }
    if (!isBehind) return false;
    this.#stand = { stand, isTurned: true };
    return true;
  }

  #of(k: number): number {
    const thing = this.#open.thing;
    if (!thing) return 1;
    // “de” of what is known is what the thing before is made of or belongs to.
    const next = this.#nextThing(k);
    if (next === undefined) return 1;
    const [nextSpan, at] = next;
    const sense = senseOf(nextSpan.senses, 'thing')!;
    if (this.#table.isHeadLast === true) {
      this.#open.thing = undefined;
      return 1;
    }
    // “cachorro de chapéu”
    if (this.#company.isWorn(sense) && !this.#company.isWorn(thing.sense)) {
      this.#link('wearing', k, false);
      return 1;
    }
    if (thing.sense.rank > RANK.synonym && sense.rank < thing.sense.rank) {
      this.#open.count = thing.count;
      this.#open.colours = [...thing.colours];
      this.#open.moods = [...thing.moods];
      this.#open.thing = undefined;
      return 1;
    }
    thing.said = `${thing.said} ${this.#spans
      .slice(k, at + 1)
      .map(({ said }) => said)
      .join(' ')}`;
    this.#open.thing = { ...thing, sense: { ...thing.sense, isGuess: true } };
    return at - k + 1;
  }

  #nextThing(k: number): [Span, number] | undefined {
    for (let at = k + 1; at < Math.min(this.#spans.length, k + REACH); at++) {
      const span = this.#spans[at]!;
      if (span.kind === 'comma' || span.kind === 'break') return undefined;
      if (senseOf(span.senses, 'thing')) return [span, at];
      const role = roleOf(span);
      if (role !== 'article' && role !== 'filler' && role !== 'colour' && role !== 'number') return undefined;
    }
    return undefined;
  }

  #part({ key, said, senses }: Span): number {
    const last = this.#open.thing ?? this.#named.at(-1);
    const isColoured = this.#open.colours.length > 0;
    const words = [...this.#open.colours, said].join(' ');
    this.#open.colours = [];
    this.#stand = undefined;
    if (
      last &&
      (/^(eyes|face|smile)$/.test(key) || FACES.has(senseOf(senses, 'thing')?.names[0] ?? '')) &&
      !isColoured &&
      last.moods.length === 0
    )
      last.moods.push({ word: 'smiling', said: '', moods: ['smiling', 'grinning', 'happy'] });
    else this.#leaveOut(words, isColoured ? 'colour' : 'part');
    return 1;
  }

  #written(k: number): number {
    let end = k + 1;
    while (end < this.#spans.length && end - k <= MOST_WRITTEN) {
      const span = this.#spans[end]!;
      if (span.kind === 'comma' || span.kind === 'break' || roleOf(span) === 'stand') break;
      end += 1;
    }
    const said = this.#spans
      .slice(k + 1, end)
      .map((span) => span.said)
      .join(' ');
    this.#close();
    this.#leaveOut(said === '' ? this.#spans[k]!.said : said, 'text');
    return Math.max(1, end - k);
  }

  #styled(k: number, style: string | undefined): number {
    const next = this.#spans[k + 1];
    const takes = next && senseOf(next.senses, 'style-word') ? 2 : 1;
    if (style === undefined) this.#leaveOut(this.#spans[k]!.said, 'style');
    else this.#style ??= style;
    if (this.#stand?.stand === 'in' && takes === 2) this.#stand = undefined;
    return takes;
  }

  /** “for my mum”: whom it is for is not painted, where something is that is. */
  #aside(k: number): number {
    if (!this.#open.thing && this.#named.length === 0) return 1;
    let end = k + 1;
    for (; end < this.#spans.length && end - k < REACH; end++) {
      const span = this.#spans[end]!;
      const role = roleOf(span);
      if (span.kind === 'comma' || span.kind === 'break' || role === 'stand' || role === 'and' || role === 'not') break;
    }
    const said = this.#spans.slice(k, end).map((span) => span.said);
    this.#close();
    if (said.length > 1) this.#leaveOut(said.join(' '), 'action');
    return said.length;
  }

  /** “in the style of …”: to the end of the clause. */
  #styleOf(k: number): number {
    let end = k + 1;
    while (
      end < this.#spans.length &&
      this.#spans[end]!.kind !== 'comma' &&
      this.#spans[end]!.kind !== 'break' &&
      end - k < REACH
    )
      end += 1;
    const named = this.#spans.slice(k + 1, end);
    const style = named.map(({ senses }) => senseOf(senses, 'style')?.style).find((one) => one !== undefined);
    if (style === undefined) this.#leaveOut(named.map(({ said }) => said).join(' '), 'style');
    else this.#style ??= style;
    return Math.max(1, end - k);
  }

  #not(said: string): void {
    const thing = this.#open.thing;
    this.#close();
    const last = this.#named.at(-1);
    if (this.#table.isHeadLast === true && thing !== undefined && last === thing) {
      // “a hat without, a cat”
      this.#named.pop();
      this.#without.things.push(...thing.sense.names);
      this.#notes.push({ type: 'removed', said: thing.said });
      return;
    }
    this.#isNegated = said !== '';
  }

  /** @returns whether the span belongs to what is not wanted */
  #negate(span: Span, sense: Sense | undefined): boolean {
    const { things, colours, moods } = this.#without;
    const role = sense?.role;
    const isDone = this.#last === 'comma' && (role === 'article' || role === 'number');
    // “…的” ends what is said of the thing to come.
    if (isDone || (span.key === '的' && this.#last !== 'not')) {
      this.#isNegated = false;
      return !isDone;
    }
    if (
      role === 'article' ||
      role === 'filler' ||
      role === 'and' ||
      role === 'number' ||
      role === 'of' ||
      role === 'not'
    )
      return true;
    // “not wearing a hat”
    if (role === 'stand' && this.#last === 'not') return true;
    if (role === 'stand' || role === 'style-of' || role === 'says') {
      this.#isNegated = false;
      return false;
    }
    if (sense?.role === 'colour') colours.push(sense.colour);
    else if (sense?.role === 'mood') moods.push(...sense.moods);
    else if (sense?.role === 'thing') {
      if (sense.rank !== RANK.rareTag && sense.rank !== RANK.keyword) things.push(...sense.names);
      // “not orange”
      const colour = senseOf(span.senses, 'colour');
      if (colour) colours.push(colour.colour);
    }
    this.#notes.push({ type: 'removed', said: span.said });
    return true;
  }

  #unknownAt(span: Span): number {
    // “pooping” is done, whatever it is.
    if (this.#company.isDone(span.key)) this.#leaveOut(span.said, 'action');
    else this.#unknown.push(span);
    return 1;
  }

  #leaveOut(said: string, why: LeftOutWhy): void {
    if (said !== '') this.#notes.push({ type: 'left-out', said, why });
  }

  #close(): void {
    const { thing, colours, moods } = this.#open;
    if (thing) {
      thing.colours.push(...this.#behind.colours);
      thing.moods.push(...this.#behind.moods);
      this.#named.push(thing);
    } else {
      // “casa blanca y roja”: said of what was named before.
      const last = this.#named.at(-1);
      const { count = 1 } = this.#open;
      // “cats, two”
      if (last && count > 1 && (last.count ?? 1) === 1) last.count = count;
      if (last && (!this.#open.hasStart || count > 1)) {
        last.colours.push(...colours);
        last.moods.push(...moods);
      }
    }
    this.#behind = { colours: [], moods: [] };
    this.#open = emptyPhrase();
  }
}

/** A synonym that is a word of the thing's own name (“hat”, of a top hat) is as sure as the name. */
function sureness({ rank, names }: ThingSense, said: string): number {
  const word = said.toLowerCase().slice(said.lastIndexOf(' ') + 1);
  const isOfName = names[0]!.split(' ').some((part) => word === part || word === plural(part));
  return rank === RANK.synonym && isOfName ? RANK.name : rank;
}

const surer = (one: ThingSense, other: ThingSense): ThingSense => (other.rank <= one.rank ? other : one);

function emptyPhrase(): Open {
  return { colours: [], moods: [], count: undefined, hasStart: false, thing: undefined };
}

function roleOf(span: Span | undefined): Role | undefined {
  return span?.senses[0]?.role;
}
