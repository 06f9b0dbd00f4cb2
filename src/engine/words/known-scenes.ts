import { KNOWN_SCENES, SCENE_NOUNS } from './languages/index.js';
import { sayings } from './sayings.js';
import { keyOf, type Token, tokensOf } from './tokens.js';

/** Words of the longest name. */
const LONGEST = 6;
const WHO = 'x';

/** A well-known scene that a prompt names. */
export interface NamedScene {
  /** Where its name begins, and ends. */
  readonly from: number;
  readonly to: number;
  /** What is seen in it, with somebody else. */
  with(who: readonly Token[]): readonly Token[];
  /** Who is in it where nobody else is said to be. */
  readonly who: readonly Token[] | undefined;
}

interface Scene {
  readonly shown: readonly Token[];
  readonly who: readonly Token[] | undefined;
}

interface Known {
  readonly byName: ReadonlyMap<string, Scene>;
  /** Words that names begin with. */
  readonly first: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
}

let known: Known | undefined;

function knownScenes(): Known {
  const byName = new Map(
    KNOWN_SCENES.flatMap(({ words, shows, who }) => {
      const scene = { shown: tokensOf(shows), who: who === undefined ? undefined : tokensOf(who) };
      return sayings(words).map((name): [string, Scene] => [name, scene]);
    }),
  );
  const first = new Set([...byName.keys()].map((name) => tokensOf(name)[0]!.key));
  return { byName, first, nouns: new Set(sayings(SCENE_NOUNS)) };
}

/** The first well-known scene of a prompt, in time linear in its length. */
export function knownSceneIn(tokens: readonly Token[]): NamedScene | undefined {
  known ??= knownScenes();
  const { byName, first, nouns } = known;
  for (let from = 0; from < tokens.length; from++) {
    if (!first.has(tokens[from]!.key)) continue;
    for (let to = Math.min(tokens.length, from + LONGEST); to > from; to--) {
      const scene = byName.get(keyOf(tokens, from, to));
      if (!scene) continue;
      const isNoun = nouns.has(tokens[to]?.key ?? '');
      return {
        from,
        to: isNoun ? to + 1 : to,
        with: (who) => scene.shown.flatMap((token) => (token.key === WHO ? who : [token])),
        who: scene.who,
      };
    }
  }
  return undefined;
}
