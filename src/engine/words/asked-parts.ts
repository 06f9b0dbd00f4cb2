import { type PartColour, type PartName, PICTURE_KINDS } from '../memory/index.js';

import type { BundleWords } from './bundle-words.js';
import type { PartPhrase } from './part-phrase.js';
import type { ReadingNote } from './prompt-reading.js';
import { type StandIn, standInsFor } from './stand-ins.js';

/** Things whose pictures can show what is said of a part. */
interface ShownBy {
  /** Caption names, those of the thing first. */
  names: readonly string[];
  /** Others that are drawn in its place, where no picture of it has the part. */
  standIns: readonly StandIn[];
}

/** A thing with its parts in their colours. */
export interface WithParts extends ShownBy {
  /** Each part once. */
  readonly parts: readonly PartColour[];
  /** What nothing can show so, and may be of something else: “in a red dress”, “a ginger cat”. */
  readonly refused: readonly PartPhrase[];
}

/** What things are called that differ from another in their hair or beard alone: “man with red hair”. */
const WITH: Readonly<Partial<Record<PartName, RegExp>>> = { hair: / with (?:\w+ )?hair$/, beard: / with beard$/ };

/** Tells which things show what was said of the parts of a thing (caption names, any of which will do). */
export class AskedParts {
  readonly #memory: BundleWords['memory'];
  /** By caption name, the parts that some picture of the thing has. */
  readonly #drawn: ReadonlyMap<string, ReadonlySet<PartName>>;

  constructor({ memory }: BundleWords) {
    this.#memory = memory;
    this.#drawn = drawnParts(memory);
  }

  /** What cannot be shown, and is of nothing else, is told in `notes`. */
  show(names: readonly string[], said: readonly PartPhrase[], notes: ReadingNote[]): WithParts {
    const parts: PartColour[] = [];
    const refused: PartPhrase[] = [];
    let shown: ShownBy = { names, standIns: [] };
    for (const phrase of said) {
      const { part, colour } = phrase;
      const by = parts.some((one) => one.part === part) ? undefined : this.#shownBy(shown.names, phrase);
      if (by) {
        shown = { names: by.names, standIns: [...shown.standIns, ...by.standIns] };
        parts.push({ part, colour });
        if (phrase.others !== '') notes.push({ type: 'left-out', said: phrase.others, why: 'colour' });
      } else if (part === 'clothes' || phrase.isColourAlone) refused.push(phrase);
      else notes.push({ type: 'left-out', said: phrase.said, why: 'part' });
    }
    return { parts, refused, ...shown };
  }

  /** By what a part can be shown; undefined where it cannot. */
  #shownBy(names: readonly string[], { part, noun }: PartPhrase): ShownBy | undefined {
    const showing = [...names, ...this.#related(names, part)].filter((name) => this.#has(name, part));
    if (showing.length > 0) return { names: [...new Set(showing)], standIns: [] };
    const standIns = part === 'clothes' ? names.flatMap((name) => standInsFor(name, noun)) : [];
    const drawn = standIns.filter(({ thing }) => this.#has(thing, part));
    return drawn.length > 0 ? { names, standIns: drawn } : undefined;
  }

  /** What differs from things in that part alone. */
  #related(names: readonly string[], part: PartName): string[] {
    const suffix = WITH[part];
    if (suffix === undefined) return [];
    // Whoever has a beard looks like a man.
    const owners = part === 'beard' && names.includes('man') ? [...names, 'person'] : names;
    return this.#memory.things
      .map(({ name }) => name)
      .filter((name) => suffix.test(name) && isOf(name, owners))
      .sort((a, b) => Number(isOf(b, names)) - Number(isOf(a, names)));
  }

  #has(name: string, part: PartName): boolean {
    return this.#drawn.get(name)?.has(part) === true;
  }
}

const isOf = (name: string, names: readonly string[]) => names.some((one) => name.startsWith(`${one} `));

function drawnParts(memory: BundleWords['memory']): Map<string, Set<PartName>> {
  const drawn = new Map<string, Set<PartName>>();
  for (const [picture, shown] of memory.measures.shows.entries()) {
    if (memory.measures.kind[picture] !== PICTURE_KINDS.thing) continue;
    const { name } = memory.things[shown]!;
    const own = drawn.get(name) ?? new Set();
    drawn.set(name, own);
    for (const { part } of memory.parts?.of(picture) ?? []) own.add(part);
  }
  return drawn;
}
