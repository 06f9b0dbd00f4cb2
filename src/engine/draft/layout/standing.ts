import { EngineError, LIMITS } from '../../basics/index.js';
import type { Draft } from '../draft.js';
import { isInside } from './ways.js';

/** How the things of a draft stand to each other, taken apart. */
export interface Standing {
  /**
   * What is not worn by another, as indices into the draft's things, and the kind of the layout that it has among
   * itself.
   */
  base: { kind: string; things: readonly number[] };
  /** What is worn, and by which of the draft's things. */
  worn: readonly { thing: number; wearer: number }[];
}

/** How the second and the third of three things stand to those before them, where neither is worn. */
export type Joint = readonly [second: string, third: string];

/** Key of `tables.relations`: the second thing is worn by the first. */
export const WEARING = 'wearing';
const BESIDE = 'beside';
const BETWEEN = ', ';
const IN_FRONT_OF = 'in front of';
const JOINED = LIMITS.thingsTogether;

interface Standers {
  kind: Draft['kind'];
  things: readonly unknown[];
  places?: number;
}

/**
 * The kind of a draft of three things, of which the second stands to the first, or the third to one before it, as the
 * words say.
 */
export function kindOf(relations: readonly string[]): string {
  return relations.join(BETWEEN);
}

/** How each thing behind the first stands to one before it; of `single`, `count` and `list` nothing. */
export function relationsIn(kind: string): readonly string[] {
  return kind.split(BETWEEN);
}

/**
 * Takes a kind of more than one relation apart. What is worn is worn by the first thing, or by the second where that
 * stands beside the first, or is in it: “a dog beside a cat wearing a hat”.
 * @returns undefined where the kind has no more than one relation, or none of its relations is `wearing`
 * @throws EngineError `bad_draft` where the relations do not fit the things
 */
export function standingOf({ kind, things, places }: Standers): Standing | undefined {
  const relations = relationsIn(kind);
  if (!relations.includes(WEARING) || relations.length === 1 || things.length > JOINED) return undefined;
  const others = relations.flatMap((relation, k) => (relation === WEARING ? [] : [k + 1]));
  if (relations.length !== things.length - 1 || others.length > 1) {
    throw new EngineError('bad_draft', { why: 'no_places', count: things.length, kind });
  }
  const [other] = others;
  const isSecond = relations[0] === BESIDE || (relations[0] === IN_FRONT_OF && isInside(places));
  const wearer = isSecond ? 1 : 0;
  return {
    base: other === undefined ? { kind: 'single', things: [0] } : { kind: relations[other - 1]!, things: [0, other] },
    worn: relations.flatMap((relation, k) => (relation === WEARING ? [{ thing: k + 1, wearer }] : [])),
  };
}

/**
 * How three things stand to each other, of which none is worn.
 * @returns undefined of any other kind
 */
export function jointOf({ kind, things }: Pick<Standers, 'kind' | 'things'>): Joint | undefined {
  const relations = relationsIn(kind);
  if (relations.length !== JOINED - 1 || relations.includes(WEARING) || things.length !== JOINED) return undefined;
  return [relations[0]!, relations[1]!];
}

/** What is worn, and by which thing, whatever the kind. @throws EngineError `bad_draft`, as `standingOf` does */
export function wornIn(draft: Standers): Standing['worn'] {
  if (draft.kind === WEARING) return [{ thing: 1, wearer: 0 }];
  if (draft.things.length > JOINED) {
    const relations = relationsIn(draft.kind);
    const { sections } = sectionsOf(draft);
    return sections.flatMap(({ things }) =>
      things.slice(1).flatMap((thing) => (relations[thing - 1] === WEARING ? [{ thing, wearer: things[0]! }] : [])),
    );
  }
  return standingOf(draft)?.worn ?? [];
}

/** More than three things, or three in a list: who stands to whom among them, and what all of them stand to. */
export interface Sections {
  /** Things in a row of indices, and the kind of the layout that they have among themselves. */
  sections: readonly { kind: string; things: readonly number[] }[];
  /** The last thing, and how the others stand to it: a place that they are in, a table that they are on. */
  last?: { at: number; relation: string };
}

/** What is had by the one thing alone, whatever else there is. */
const HAD: ReadonlySet<string> = new Set([WEARING, 'holding']);

/** Takes things apart at every `beside`. @throws EngineError `bad_draft` where the relations do not fit the things */
export function sectionsOf({ kind, things }: Pick<Standers, 'kind' | 'things'>): Sections {
  const relations = kind === 'list' ? things.slice(1).map(() => BESIDE) : relationsIn(kind);
  if (relations.length !== things.length - 1)
    throw new EngineError('bad_draft', { why: 'no_places', count: things.length, kind });
  const own = relations.slice(0, -1);
  const last = relations.at(-1)!;
  const isOfAll = last !== BESIDE && !HAD.has(last) && own.every((one) => one === BESIDE || last === IN_FRONT_OF);
  const count = isOfAll ? things.length - 1 : things.length;
  const starts = Array.from({ length: count }, (_, k) => k).filter((k) => k === 0 || relations[k - 1] === BESIDE);
  const sections = starts.map((start, k) => {
    const end = starts[k + 1] ?? count;
    const among = relations.slice(start, end - 1);
    return {
      kind: among.length === 0 ? 'single' : kindOf(among),
      things: Array.from({ length: end - start }, (_, at) => start + at),
    };
  });
  return { sections, ...(isOfAll ? { last: { at: count, relation: last } } : {}) };
}
