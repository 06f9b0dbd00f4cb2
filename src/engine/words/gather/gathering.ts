import { type Air, writable } from '../../finishes/index.js';
import { type GroupWay, isSignThing } from '../../memory/index.js';
import { type Act, actOfTwo, isShownClose } from '../acts.js';
import { englishForms } from '../english-forms.js';
import type { GrownPart, LanguageTable, PosedAct, Stand, State } from '../languages/index.js';
import type { LeftOutWhy, ReadingNote } from '../prompt-reading.js';
import type { Role } from '../sense.js';
import type { Span } from '../spans.js';
import { Adjectives } from './adjectives.js';
import type { Company } from './company.js';
import { toppingOf } from './flavours.js';
import {
  eachOfItsOwn,
  emptyPhrase,
  isOfEmoji,
  type Named,
  type Phrase,
  type SaidOccasion,
  withoutRepeats,
} from './named.js';
import { SpanView } from './span-view.js';

export type WordOrder = Pick<LanguageTable, 'isHeadLast' | 'hasHeadFirst' | 'oneBehind'>;

const PAIR = 2;

/** What the spans of a prompt say together. */
export interface Gathered {
  readonly named: Named[];
  readonly style: string | undefined;
  readonly finish: string | undefined;
  /** The colour of what is behind all, where pictures can have one. */
  readonly ground: string | undefined;
  /** What is in the air of all of it, each once. */
  readonly airs: readonly Air[];
  /** What is written on it, as it can be; undefined where nothing is. */
  readonly text: string | undefined;
  readonly without: { things: string[]; colours: string[]; moods: string[] };
  readonly notes: ReadingNote[];
  /** Spans that nothing knows. */
  readonly unknown: Span[];
  /** Whether two do something with each other that draws them close. */
  readonly isTogether: boolean;
  /** What somebody's body shows that they do, or two with each other. */
  readonly act: Act | undefined;
}

/** How the thing to come stands to the one before. */
interface Standing {
  stand: Stand | 'and';
  isTurned: boolean;
  isOfFirst: boolean;
  said: string;
  /** Whether more is done than standing so. */
  isAct: boolean;
  /** Whether the one before is dressed as it. */
  isCostume?: boolean;
}

/** Of what the thing is yet to be said: “**a red** and a blue balloon”. */
type Elided = Pick<Phrase, 'adjectives' | 'count'>;

/** What has been gathered of a prompt up to one of its spans. */
export class Gathering {
  readonly view: SpanView;
  readonly named: Named[] = [];
  airs: { readonly air: Air; readonly said: string }[] = [];
  readonly notes: ReadingNote[] = [];
  readonly unknown: Span[] = [];
  /** What is not wanted of things that are named behind it, by how many were named before. */
  readonly partsOfNext: { span: Span; note: ReadingNote; at: number }[] = [];
  readonly occasions: SaidOccasion[] = [];
  /** How things are that something else shows, and how many were named before. */
  readonly states: { readonly state: State; readonly said: string; readonly at: number }[] = [];
  /** What is done by who is yet to be named, and how many were named before. */
  readonly activities: { readonly own: Named; readonly at: number }[] = [];
  /** What a thing is given that it has not by itself: of what was named, or is the next. */
  readonly grown: {
    readonly part: GrownPart;
    readonly said: string;
    readonly at: number;
    readonly owner: Named | undefined;
  }[] = [];
  /** What the first who is named is in the pose of. */
  act: PosedAct | 'potted' | undefined;
  /** Words for being in a flower pot, of what is yet to be named. */
  potted: string | undefined;
  /** What people do together, by the caption name of what stands for it. */
  hobby: { readonly name: string; readonly said: string } | undefined;
  /** Whether what is said says what it is for: “a logo **for my club**”. */
  isFor = false;
  /** How what hangs on something unknown stands to it. */
  unknownStand: Stand | undefined;
  /** Words for somebody's head that something is on, of whom and what nothing was said before. */
  onHead: string | undefined;
  /** Whether what is named hangs on something unknown: “an okapi **with headphones**”. */
  isOfUnknown = false;
  /** Where the last unknown word is. */
  unknownAt: number | undefined;
  readonly without = { things: [] as string[], colours: [] as string[], moods: [] as string[] };
  style: string | undefined;
  finish: string | undefined;
  ground: string | undefined;
  text: string | undefined;
  open: Phrase = emptyPhrase();
  /** Said where nothing is named yet: “**pink** halloween”. */
  readonly loose = new Adjectives();
  /** Said of the thing before, unless a thing follows at once. */
  behind = new Adjectives();
  standing: Standing | undefined;
  /** What the prompt begins with. */
  front: Standing | undefined;
  isNegated = false;
  /** What the thing to come is in, or an amount of it: “box”. */
  measure: Span | undefined;
  last: Role | 'unknown' | 'break' | 'comma' | undefined;
  #elided: Elided[] = [];

  constructor(
    spans: readonly Span[],
    readonly table: WordOrder,
    readonly company: Company,
  ) {
    this.view = new SpanView(spans);
  }

  /** The thing that was named last, whether or not all has been said of it. */
  get lastNamed(): Named | undefined {
    return this.open.thing ?? this.named.at(-1);
  }

  readonly #together: string[] = [];

  get isThingSaid(): boolean {
    return this.lastNamed !== undefined;
  }

  leaveOut(said: string, why: LeftOutWhy): void {
    if (said !== '') this.notes.push({ type: 'left-out', said, why });
  }

  /** What was told as left out is drawn after all. */
  takeIn(said: string): void {
    const told = this.notes.findIndex((note) => note.type === 'left-out' && note.said === said);
    if (told >= 0) this.notes.splice(told, 1);
  }

  /** What is to be written, or else is told as left out: no more than one text can be read. */
  write(said: string): void {
    const text = this.text === undefined ? writable(said.replaceAll(/["“”„«»]/gu, '')) : undefined;
    if (text === undefined) this.leaveOut(said, 'text');
    else this.text = text;
  }

  /** What is done with nothing that is named: “cats hugging”. */
  leaveOutAct(): void {
    if (this.standing?.isAct !== true || this.standing === this.front) return;
    const { stand, said } = this.standing;
    this.standing = undefined;
    if (stand === 'beside') this.leaveOutTogether(said);
    else this.leaveOut(said, 'action');
  }

  /** What two may do with each other is told when it is known whether there are two. */
  leaveOutTogether(said: string): void {
    this.#together.push(said);
  }

  /** A number that was said of a part, which no picture shows as many of: “**six** dots”. */
  takeCount(said: string): void {
    const { thing, count = 1 } = this.open;
    if (thing) return;
    this.open.count = undefined;
    this.open.hasStart = false;
    // Whoever has eyes has two.
    if (count > PAIR) this.leaveOut(Number.isFinite(count) ? `${count} × ${said}` : said, 'part');
  }

  /** Whom an adjective describes: what comes, unless a thing stands before and none comes. */
  target(k: number): Adjectives {
    const { thing } = this.open;
    if (!thing) {
      const last = this.named.at(-1);
      const isLoose =
        this.last === 'comma' && last !== undefined && !this.view.isThingAhead(k) && !this.view.isColourListAhead(k);
      if (!isLoose) return this.open.adjectives;
      last.adjectives.join('comma');
      return last.adjectives;
    }
    return this.table.hasHeadFirst === true || !this.view.isThingAhead(k) ? thing.adjectives : this.behind;
  }

  /** “A cat on a sofa **sleeping**”: whoever is on, in or with what cannot feel. */
  whoFeels(k: number): Adjectives | undefined {
    const { thing, adjectives, hasStart } = this.open;
    const last = thing ?? (adjectives.isEmpty && !hasStart ? this.named.at(-1) : undefined);
    const isApart = last?.stand === undefined || last.stand === 'and' || last.stand === 'beside';
    if (isApart || this.view.isThingAhead(k) || this.company.isSomebody(last.sense)) return undefined;
    return this.named.findLast(({ sense }) => this.company.isSomebody(sense))?.adjectives;
  }

  /** An article or a number begins a phrase. */
  begin(count: number | undefined, way?: GroupWay): void {
    const { thing, hasStart, adjectives } = this.open;
    // “a red and a blue balloon”, “red and two blue balloons”, “the red and the blue dragon”
    const isElided = thing === undefined && !adjectives.isEmpty;
    if (isElided && this.last === 'and') this.elide();
    else if (thing || (hasStart && !adjectives.isEmpty)) this.close();
    this.open.hasStart = true;
    this.open.way ??= way;
    if (count !== undefined) this.open.count = count;
    else this.open.count ??= 1;
  }

  /** What is open waits for the thing that it is said of. */
  elide(): void {
    const { adjectives, count } = this.open;
    this.#elided.push({ adjectives, count });
    this.open = emptyPhrase();
  }

  get hasElided(): boolean {
    return this.#elided.length > 0;
  }

  /** Nothing more is said of what is open. */
  close(): void {
    this.measure = undefined;
    const { thing } = this.open;
    if (thing) {
      thing.adjectives.append(this.behind);
      this.#push(thing);
    } else this.#closeWithoutThing();
    this.behind = new Adjectives();
    this.#elided = [];
    this.open = emptyPhrase();
  }

  /** When all is closed. */
  done(): Gathered {
    const { style, finish, ground, text, airs, without, notes, unknown } = this;
    const [first, ...others] = this.named;
    // “a hugging bear”, “**喧嘩している**二匹の猫”
    if (first?.isAct === true && others.length === 0) this.#takeFrontAct(first.standSaid);
    const isTogether = this.#together.length > 0 && this.#areTwo();
    const act = isTogether ? this.#together.map(actOfTwo).find((one) => one !== undefined) : this.act;
    for (const said of this.#together)
      if (isTogether ? !isShownClose(said) : act === undefined) this.leaveOut(said, 'action');
    if (act === 'laughed') this.#laugh();
    return {
      named: withoutRepeats(this.#toldApart()).flatMap(eachOfItsOwn),
      style,
      finish,
      ground,
      text,
      airs: [...new Set(airs.map(({ air }) => air))],
      without,
      notes,
      unknown,
      isTogether,
      act,
    };
  }

  #takeFrontAct(said: string): void {
    if (actOfTwo(said) !== undefined && this.#areTwo()) this.leaveOutTogether(said);
    else this.leaveOut(said, 'action');
  }

  /** Who laughs with somebody is seen to laugh. */
  #laugh(): void {
    const mood = this.company.moodCalled('laughing');
    if (mood) for (const { adjectives } of this.named) adjectives.addMood({ ...mood, said: '' });
  }

  /** “**Three friends**: a cat, a dog and a rabbit” are no more than those. */
  #toldApart(): Named[] {
    const [first, ...others] = this.named;
    const total = others.reduce((sum, { count = 1 }) => sum + count, 0);
    const isTold =
      first?.sense.isGroup === true &&
      others.length >= PAIR &&
      (first.count ?? total) === total &&
      others.every(({ sense, stand = 'and' }) => stand === 'and' && this.company.isLiving(sense));
    return isTold ? others.map((one, k) => (k === 0 ? { ...one, stand: undefined } : one)) : this.named;
  }

  /** “Two otters”, “a cat and a dog” */
  #areTwo(): boolean {
    const [one, other, ...others] = this.named.filter((each) => !isOver(each));
    if (!one || others.length > 0) return false;
    if (!other) return one.count === 2 || (one.count === undefined && one.sense.isPlural);
    const isListed = other.stand === undefined || other.stand === 'and' || other.stand === 'with';
    return isListed && (one.count ?? 1) === 1 && (other.count ?? 1) === 1;
  }

  /** “A cake **with candles**”: what its drawings have by themselves is no other thing. */
  #isOfOwner({ stand, isTurned, adjectives, parts, count = 1, sense, said }: Named): boolean {
    const owner = this.named.at(-1);
    const isBare = adjectives.isEmpty && parts.length === 0;
    if (owner !== undefined && !isTurned && adjectives.colours.length > 0 && this.company.isWorn(sense)) {
      this.#undress(owner, said);
      return false;
    }
    if (owner === undefined || isTurned || !isBare || this.company.isWorn(sense)) return false;
    const { areFood } = this.company;
    const isDish = areFood(owner.sense, owner.sense);
    // “Soup **in a bowl**”
    if (stand !== 'with' && !(stand === 'in' && isDish)) return false;
    // A snowman with a carrot may hold it.
    if (areFood(sense, sense) && !isDish) return false;
    const words = [...sense.names, said.toLowerCase()].flatMap(englishForms);
    if (!this.company.showsByItself(owner.sense, words)) return false;
    if (count > 1) this.leaveOut(Number.isFinite(count) ? `${count} × ${said}` : said, 'part');
    needPart(owner, words, said, this.company);
    return true;
  }

  /** “A snowman with **a green scarf**” is drawn by pictures that have no other. */
  #undress(owner: Named, said: string): void {
    const pictures = this.company.partedBy(owner.sense, englishForms(said.toLowerCase()))?.lacking;
    if (pictures) owner.shownBy.push({ said, isWanted: true, pictures });
  }

  #push(thing: Named): void {
    if (this.#isOfOwner(thing)) return;
    const { stand, isTurned, isOfFirst } = thing;
    this.#elided.forEach(({ adjectives, count }, k) => {
      const standing = k === 0 ? { stand, isTurned, isOfFirst } : BESIDE;
      this.named.push({
        ...thing,
        ...standing,
        adjectives,
        count: count ?? 1,
        said: `${adjectives.said} ${thing.said}`,
      });
    });
    this.named.push(this.#elided.length === 0 ? thing : { ...thing, ...BESIDE });
    this.#top(thing);
  }

  /** On “blueberry pancakes” lie blueberries, unless their pictures have some by themselves. */
  #top({ topping, sense }: Named): void {
    // What is held or eaten has nothing on it.
    if (topping === undefined || this.named.length > 1 || !this.company.has(topping)) return;
    if (!this.company.showsByItself(sense, englishForms(topping))) this.named.push(toppingOf(topping));
  }

  /** “Casa blanca y roja” is said of what was named before, “… and a blue one” of another. */
  #closeWithoutThing(): void {
    const { adjectives, count = 1, hasStart } = this.open;
    const last = this.named.at(-1);
    if (!last) {
      this.loose.append(adjectives);
      return;
    }
    // “cats, two”
    if (count > 1 && (last.count ?? 1) === 1 && adjectives.isEmpty) last.count = count;
    const isListed = this.standing?.stand === 'and';
    const isOther = adjectives.colours.length > 0 && last.adjectives.colours.length > 0;
    if (hasStart && !adjectives.isEmpty && ELLIPTIC.has(this.last) && (isListed || isOther))
      this.named.push({ ...last, ...BESIDE, adjectives, count, said: `${adjectives.said} ${last.said}` });
    else if (!hasStart || count > 1) last.adjectives.append(adjectives);
  }
}

/** Of pictures of which some have a part, it is drawn by these. */
export function needPart(owner: Named, words: readonly string[], said: string, company: Company): void {
  const pictures = company.partedBy(owner.sense, words)?.having;
  if (pictures) owner.shownBy.push({ said, isWanted: true, pictures });
}

const BESIDE = { stand: 'and', isTurned: false, isOfFirst: false } as const;

/** Whether it is no third one, but a sign over two: “two cats hugging ❤️”. */
const isOver = (one: Named): boolean => one.stand === 'below' && isOfEmoji(one) && isSignThing(one.sense.names[0]!);

/** Standing so to the thing before, and doing no more. */
export const standingAs = (stand: Standing['stand'], said = ''): Standing => ({
  stand,
  isTurned: false,
  isOfFirst: false,
  said,
  isAct: false,
});

/** What a phrase ends with that leaves its thing out. */
const ELLIPTIC: ReadonlySet<Gathering['last']> = new Set(['colour', 'mood', 'size', 'filler']);
