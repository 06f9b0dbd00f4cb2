import { isOccasion } from '../languages/index.js';
import { type Role, senseOf, type ThingSense } from '../sense.js';
import type { Span } from '../spans.js';

/** How far behind a word the thing may be that it describes. */
export const REACH = 5;

/** Spans of colours alone, with what joins them. */
const LONGEST_PALETTE = 10;

const STOPS: ReadonlySet<Role | undefined> = new Set(['and', 'stand', 'article', 'number', 'of', 'not']);
const BETWEEN: ReadonlySet<Role | undefined> = new Set([
  'article',
  'filler',
  'courtesy',
  'size',
  'trait',
  'colour',
  'number',
]);

/** Words of whom something is said to. */
const MOST_GREETED = 4;

const SAYS_NOTHING: ReadonlySet<Role> = new Set(['filler', 'courtesy', 'article', 'occasion']);

/** What a span most likely is, whatever stands around it. */
export function roleOf(span: Span | undefined): Role | undefined {
  return span?.senses[0]?.role;
}

/** Looks at the spans of a prompt around a place. */
export class SpanView {
  #named: readonly number[] | undefined;
  #occasions: readonly number[] | undefined;
  #telling: readonly number[] | undefined;

  constructor(readonly spans: readonly Span[]) {}

  at(k: number): Span | undefined {
    return this.spans[k];
  }

  roleAt(k: number): Role | undefined {
    return roleOf(this.spans[k]);
  }

  thingAt(k: number): ThingSense | undefined {
    return this.#sense(k, 'thing');
  }

  isAdjectiveAt(k: number): boolean {
    return this.#sense(k, 'colour') !== undefined || this.#sense(k, 'mood') !== undefined;
  }

  isColourAt(k: number): boolean {
    return this.#sense(k, 'colour') !== undefined;
  }

  /** “Autumn evening, **orange and brown**”: colours alone behind a pause are those of what is before. */
  isPaletteAt(k: number): boolean {
    const isJoint = (at: number) => this.isPauseAt(at) || this.roleAt(at) === 'and';
    const isPart = (at: number) =>
      at >= 0 && at < this.spans.length && to - from < LONGEST_PALETTE && (isJoint(at) || this.isColourAt(at));
    let [from, to] = [k, k + 1];
    while (isPart(from - 1) && isJoint(from - 1) !== isJoint(from)) from -= 1;
    while (isPart(to) && isJoint(to) !== isJoint(to - 1)) to += 1;
    const colours = this.spans.slice(from, to).filter((_, at) => this.isColourAt(from + at)).length;
    return from > 0 && isJoint(from) && this.isPauseAt(from) && to === this.spans.length && colours > 1;
  }

  isPatternAt(k: number): boolean {
    return this.#sense(k, 'pattern') !== undefined;
  }

  /** Whether a word there says what somebody does, whatever else it names: “walking”. */
  isDoneAt(k: number): boolean {
    return this.spans[k]?.senses.some(({ role }) => role === 'action' || role === 'stand') === true;
  }

  /** Whether a word stands there that nothing knows. */
  isUnknownAt(k: number): boolean {
    const span = this.spans[k];
    return span?.kind === 'word' && span.senses.length === 0;
  }

  isPauseAt(k: number): boolean {
    const kind = this.spans[k]?.kind;
    return kind === 'comma' || kind === 'break';
  }

  /** Whether a thing follows in the same phrase. */
  isThingAhead(k: number): boolean {
    for (let next = k + 1; next < Math.min(this.spans.length, k + REACH); next++) {
      if (this.isPauseAt(next)) return false;
      const role = this.roleAt(next);
      if (this.thingAt(next) && role !== 'filler' && role !== 'size' && role !== 'courtesy') return true;
      // “Crying at **the** moon”
      if (STOPS.has(role) || senseOf(this.spans[next]!.senses, 'definite')) return false;
    }
    return false;
  }

  /** The next thing with nothing before it but what belongs to it, and where it is. */
  nextThing(k: number): readonly [Span, number] | undefined {
    for (let at = k + 1; at < Math.min(this.spans.length, k + REACH); at++) {
      if (this.isPauseAt(at)) return undefined;
      if (this.thingAt(at)) return [this.spans[at]!, at];
      if (!BETWEEN.has(this.roleAt(at))) return undefined;
    }
    return undefined;
  }

  /** Whether somebody is named behind a place that is said first: “in the rain, a sad cat”. */
  isAnybodyAhead(k: number): boolean {
    for (let at = k + 1; at < Math.min(this.spans.length, k + REACH); at++) {
      if (this.thingAt(at)) return true;
      const role = this.roleAt(at);
      if (!BETWEEN.has(role) && role !== 'mood' && role !== 'of' && !(at === k + 1 && this.isPauseAt(at))) return false;
    }
    return false;
  }

  /** “Red, blue and green cat” */
  isColourListAhead(k: number): boolean {
    const next = this.spans[k + 1];
    return next !== undefined && (next.kind === 'comma' || roleOf(next) === 'and') && this.isThingAhead(k + 2);
  }

  /** Whether another of the same begins: “a red, **a blue** and a green balloon”. */
  isAnotherAhead(k: number): boolean {
    const role = this.roleAt(k + 1);
    return (role === 'article' || role === 'number') && this.isAdjectiveAt(k + 2);
  }

  /** Whether a thing is named elsewhere that is no courtesy. */
  isNamedBeside(k: number): boolean {
    this.#named ??= this.spans.flatMap(({ senses }, at) =>
      senseOf(senses, 'thing') && !senseOf(senses, 'courtesy') ? [at] : [],
    );
    return this.#named.some((at) => at !== k);
  }

  /** Whether a day or a season is named elsewhere. */
  isOccasionBeside(k: number): boolean {
    this.#occasions ??= this.spans.flatMap(({ senses }, at) => {
      const occasion = senseOf(senses, 'occasion')?.occasion;
      return occasion !== undefined && isOccasion(occasion) ? [at] : [];
    });
    return this.#occasions.some((at) => at !== k);
  }

  /** Whether a span says all that is said, but for pauses, what says nothing, and whom it is said to. */
  isAllSaid(k: number, isSaidTo: (thing: ThingSense) => boolean): boolean {
    this.#telling ??= this.spans.flatMap(({ senses }, at) =>
      this.isPauseAt(at) || senses.some(({ role }) => SAYS_NOTHING.has(role)) ? [] : [at],
    );
    const isTo = (thing: ThingSense | undefined) => thing !== undefined && isSaidTo(thing);
    return this.#telling.length <= MOST_GREETED && this.#telling.every((at) => at === k || isTo(this.thingAt(at)));
  }

  /** Whether something is spelled as a thing, and not only shown by an emoji. */
  hasSpelledThing(): boolean {
    return this.spans.some(
      ({ kind, senses }) => (kind === 'word' || kind === 'letter') && senseOf(senses, 'thing') !== undefined,
    );
  }

  said(from: number, to: number): string {
    return this.spans
      .slice(from, to)
      .map(({ said }) => said)
      .join(' ');
  }

  #sense<R extends Role>(k: number, role: R) {
    return senseOf(this.spans[k]?.senses ?? [], role);
  }
}
