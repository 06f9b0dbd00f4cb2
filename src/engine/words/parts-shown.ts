import { type PartColour, type PartName, PICTURE_KINDS } from '../memory/index.js';

import type { BundleWords } from './bundle-words.js';
import { type StandIn, standInsFor } from './stand-ins.js';

/** Things whose pictures can show what is said of a part. */
export interface ShownBy {
  /** Caption names, those of the thing first. */
  names: readonly string[];
  /** Others that are drawn in its place, where no picture of it has the part. */
  standIns: readonly StandIn[];
}

/** Tells by what a bundle can show a part of a thing; undefined where it cannot. */
export type PartsShown = (
  names: readonly string[],
  asked: Pick<PartColour, 'part'> & { noun: string },
) => ShownBy | undefined;

/** What things are called that differ from another in their hair or beard alone: “man with red hair”. */
const WITH: Readonly<Partial<Record<PartName, RegExp>>> = { hair: / with (?:\w+ )?hair$/, beard: / with beard$/ };

const isOf = (name: string, names: readonly string[]) => names.some((one) => name.startsWith(`${one} `));

/** Whoever has a beard looks like a man. */
const named = (part: PartName, names: readonly string[]) =>
  part === 'beard' && names.includes('man') ? [...names, 'person'] : names;

export function partsShown({ memory }: BundleWords): PartsShown {
  const parts = new Map<string, Set<PartName>>();
  for (const [picture, shown] of memory.measures.shows.entries()) {
    if (memory.measures.kind[picture] !== PICTURE_KINDS.thing) continue;
    const { name } = memory.things[shown]!;
    const own = parts.get(name) ?? new Set();
    parts.set(name, own);
    for (const { part } of memory.parts?.of(picture) ?? []) own.add(part);
  }
  const has = (name: string, part: PartName) => parts.get(name)?.has(part) === true;
  return (names, { part, noun }) => {
    const suffix = WITH[part];
    const related =
      suffix === undefined
        ? []
        : memory.things
            .map(({ name }) => name)
            .filter((name) => suffix.test(name) && isOf(name, named(part, names)))
            .sort((a, b) => Number(isOf(b, names)) - Number(isOf(a, names)));
    const showing = [...new Set([...names, ...related])].filter((name) => has(name, part));
    if (showing.length > 0) return { names: showing, standIns: [] };
    const standIns = part === 'clothes' ? names.flatMap((name) => standInsFor(name, noun)) : [];
    const drawn = standIns.filter(({ thing }) => has(thing, part));
    return drawn.length > 0 ? { names, standIns: drawn } : undefined;
  };
}
