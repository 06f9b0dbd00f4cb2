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

/** The names that the tables list, as things of a bundle. */
export interface ListedNames {
  usesOf(payload: Payload): Use[];
  /** The things that most of the emoji show that a word is used for, of names before keywords. */
  thingOf(uses: readonly Use[], isGuess: boolean): ThingSense | undefined;
  /** What a name means in a language, or in whatever language has it. */
  listed(key: string, language: string | undefined): ThingSense | undefined;
  /** The languages in which a word names a thing of the bundle. */
  namedIn(word: string): ReadonlySet<string>;
}

const NO_LANGUAGES: ReadonlySet<string> = new Set();

export function listedNames(
  bundle: BundleWords,
  tables: Pick<WordTables, 'names' | 'languages' | 'emoji'>,
  emoji: EmojiThings,
): ListedNames {
  const weights = new Map(bundle.memory.things.map(({ name, weight }) => [name, weight]));

  function usesOf(payload: Payload): Use[] {
    const uses: Use[] = [];
    for (;;) {
      const head = payload.next();
      uses.push({ number: head >> 2, isName: (head & 2) !== 0, languages: tables.languages[payload.next()]! });
      if ((head & 1) === 1) return uses;
    }
  }

  function thingOf(uses: readonly Use[], isGuess: boolean): ThingSense | undefined {
    const named = uses.filter(({ isName }) => isName);
    for (const [group, rank] of [
      [named, RANK.foreign],
      [uses, RANK.foreignKeyword],
    ] as const) {
      const votes = new Map<string, number>();
      for (const { number } of group) {
        for (const name of emoji.thingsOf(number)) votes.set(name, (votes.get(name) ?? 0) + 1);
      }
      const most = Math.max(...votes.values());
      const names = [...votes.keys()].filter((name) => votes.get(name) === most);
      if (names.length === 0) continue;
      names.sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
      return {
        role: 'thing',
        names: names.slice(0, 3),
        rank,
        isPlural: false,
        isGuess: isGuess || rank === RANK.foreignKeyword,
      };
    }
    return undefined;
  }

  function listed(key: string, language: string | undefined): ThingSense | undefined {
    const payload = tables.names.find(key);
    if (!payload) return undefined;
    const uses = usesOf(payload);
    const thing = thingOf(
      language === undefined ? uses : uses.filter(({ languages }) => languages.includes(language)),
      language === undefined,
    );
    return thing && key.includes(' ') ? { ...thing, ...colourOfLabels(uses, thing) } : thing;
  }

  /** A name of several words whose emoji's English label begins with a colour has that colour: “gato preto”. */
  function colourOfLabels(uses: readonly Use[], { names }: ThingSense): Pick<ThingSense, 'colours'> {
    const labels = uses
      .filter(({ number }) => emoji.thingsOf(number).includes(names[0]!))
      .map(({ number }) => tables.emoji[number]!.label);
    const [colour] = labels[0]?.split(' ') ?? [];
    const isColoured =
      colour !== undefined &&
      Object.hasOwn(bundle.manifest.tables.colours, colour) &&
      labels.every((label) => label.startsWith(`${colour} `));
    return isColoured && !names[0]!.includes(colour) ? { colours: [colour] } : {};
  }

  const namedIn = remembered((word): ReadonlySet<string> => {
    const payload = tables.names.find(word);
    const uses = payload ? usesOf(payload).filter(({ number }) => emoji.thingsOf(number).length > 0) : [];
    return uses.length === 0 ? NO_LANGUAGES : new Set(uses.flatMap(({ languages }) => languages));
  });

  return { usesOf, thingOf, listed, namedIn };
}
