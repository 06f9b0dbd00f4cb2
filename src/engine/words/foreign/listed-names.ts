import type { BundleWords } from '../bundle-words.js';
import type { EmojiThings } from '../emoji-things.js';
import { remembered } from '../remembered.js';
import { RANK, type ThingSense } from '../sense.js';
import type { Payload } from '../table-entries.js';
import type { WordTables } from '../word-tables.js';

/** For which emoji a name is used, and in which languages. */
export interface Use {
  number: number;
  isName: boolean;
  languages: readonly string[];
}

const NO_USES: readonly Use[] = [];
const NO_LANGUAGES: ReadonlySet<string> = new Set();
/** Things that a name stands for at most. */
const MOST_THINGS = 3;

/** The names that the tables list, as things of a bundle. */
export class ListedNames {
  readonly #tables: Pick<WordTables, 'names' | 'languages' | 'emoji'>;
  readonly #emoji: EmojiThings;
  readonly #colours: object;
  /** Of things that as many emoji show, the heavier goes first. */
  readonly #weights: ReadonlyMap<string, number>;

  constructor(
    { manifest, memory }: BundleWords,
    tables: Pick<WordTables, 'names' | 'languages' | 'emoji'>,
    emoji: EmojiThings,
  ) {
    this.#tables = tables;
    this.#emoji = emoji;
    this.#colours = manifest.tables.colours;
    this.#weights = new Map(memory.things.map(({ name, weight }) => [name, weight]));
  }

  /** What a name is used for, in whatever language; nothing where it is not listed. */
  readonly usesOf = remembered((name): readonly Use[] => {
    const payload = this.#tables.names.find(name);
    return payload ? this.usesIn(payload) : NO_USES;
  });

  usesIn(payload: Payload): Use[] {
    const uses: Use[] = [];
    for (;;) {
      const head = payload.next();
      const languages = this.#tables.languages[payload.next()]!;
      uses.push({ number: head >> 2, isName: (head & 2) !== 0, languages });
      if ((head & 1) === 1) return uses;
    }
  }

  /** The things that most of the emoji show that a word is used for, of names before keywords. */
  thingOf(uses: readonly Use[], isGuess: boolean): ThingSense | undefined {
    const named = this.#mostShown(uses.filter(({ isName }) => isName));
    if (named.length > 0) return { role: 'thing', names: named, rank: RANK.foreign, isPlural: false, isGuess };
    const names = this.#mostShown(uses);
    if (names.length === 0) return undefined;
    return { role: 'thing', names, rank: RANK.foreignKeyword, isPlural: false, isGuess: true };
  }

  /** What a name means in a language, or in whatever language has it. */
  listed(key: string, language: string | undefined): ThingSense | undefined {
    const uses = this.usesOf(key);
    if (uses.length === 0) return undefined;
    const own = language === undefined ? uses : uses.filter(({ languages }) => languages.includes(language));
    const thing = this.thingOf(own, language === undefined);
    return thing && key.includes(' ') ? { ...thing, ...this.#colourOfLabels(uses, thing) } : thing;
  }

  /** The languages in which a word names a thing of the bundle. */
  readonly namedIn = remembered((word): ReadonlySet<string> => {
    const payload = this.#tables.names.find(word);
    const uses = payload ? this.usesIn(payload).filter(({ number }) => this.#emoji.thingsOf(number).length > 0) : [];
    return uses.length === 0 ? NO_LANGUAGES : new Set(uses.flatMap(({ languages }) => languages));
  });

  /** Caption names, the likeliest first. */
  #mostShown(uses: readonly Use[]): string[] {
    const votes = new Map<string, number>();
    for (const { number } of uses) {
      for (const name of this.#emoji.thingsOf(number)) votes.set(name, (votes.get(name) ?? 0) + 1);
    }
    const most = Math.max(...votes.values());
    const weightOf = (name: string) => this.#weights.get(name) ?? 0;
    return [...votes.keys()]
      .filter((name) => votes.get(name) === most)
      .sort((a, b) => weightOf(b) - weightOf(a))
      .slice(0, MOST_THINGS);
  }

  /** A name of several words whose emoji's English label begins with a colour has that colour: “gato preto”. */
  #colourOfLabels(uses: readonly Use[], { names }: ThingSense): Pick<ThingSense, 'colours'> {
    const labels = uses
      .filter(({ number }) => this.#emoji.thingsOf(number).includes(names[0]!))
      .map(({ number }) => this.#tables.emoji[number]!.label);
    const [colour] = labels[0]?.split(' ') ?? [];
    const isColoured =
      colour !== undefined &&
      Object.hasOwn(this.#colours, colour) &&
      labels.every((label) => label.startsWith(`${colour} `));
    return isColoured && !names[0]!.includes(colour) ? { colours: [colour] } : {};
  }
}
