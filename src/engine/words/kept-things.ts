import type { BundleWords } from './bundle-words.js';
import { isOfTag, type Named } from './gather/index.js';
import type { ReadingNote } from './prompt-reading.js';

const MOST_NEAREST = 3;
/** A plural without a number. */
const SEVERAL = 2;

/**
 * Of what was named, what is meant surely enough, and as many of it as a picture can have; the others are told in
 * `notes`.
 * @param shown what people are shown of a thing, by its caption name
 * @returns with a `count` each
 */
export function keptThings(
  named: readonly Named[],
  { manifest }: BundleWords,
  shown: ReadonlyMap<string, string>,
  notes: ReadingNote[],
): Named[] {
  const sure = surest(named);
  for (const { said, sense } of named.filter((one) => !sure.includes(one))) {
    const nearest = sense.names.slice(0, MOST_NEAREST).map((name) => shown.get(name)!);
    notes.push({ type: 'unknown', said, nearest });
  }
  return fitted(sure.map(asPair), manifest.limits.objects, notes);
}

/**
 * What is but a tag of something is that thing only where nothing is named more surely; what was said of it then is
 * said of the thing beside it.
 */
function surest(named: readonly Named[]): readonly Named[] {
  if (named.every(({ sense }) => isOfTag(sense))) return named;
  const kept = named.filter(({ sense }) => !isOfTag(sense));
  named.forEach((one, k) => {
    if (!isOfTag(one.sense)) return;
    const beside = named.slice(0, k).findLast((other) => kept.includes(other)) ?? kept[0]!;
    beside.adjectives.append(one.adjectives);
  });
  return kept;
}

/** What pictures show two of: two swords crossed are one picture of crossed swords. */
const PAIRS: ReadonlySet<string> = new Set([
  'crossed swords',
  'clinking glasses',
  'clinking beer mugs',
  'cherries',
  'people wrestling',
  'people with bunny ears',
  'japanese dolls',
]);
const asPair = (named: Named): Named =>
  named.count === SEVERAL && PAIRS.has(named.sense.names[0]!) ? { ...named, count: 1 } : named;

/** As many as a picture can have; of a plural without a number there are two where there is room. */
function fitted(named: readonly Named[], most: number, notes: ReadingNote[]): Named[] {
  const least = named.map(({ count }) =>
    count === undefined ? 1 : Math.max(1, Math.min(count, Number.MAX_SAFE_INTEGER)),
  );
  let left = most;
  const kept: Named[] = [];
  named.forEach((one, k) => {
    const wanted = one.count === Number.POSITIVE_INFINITY ? most : least[k]!;
    if (left === 0) {
      notes.push({ type: 'left-out', said: one.said, why: 'too-many' });
      return;
    }
    const others = named.length - k - 1;
    const isOpen = one.count === undefined && one.sense.isPlural;
    const count =
      isOpen && left - others >= SEVERAL ? SEVERAL : Math.min(wanted, Math.max(1, left - Math.min(others, left - 1)));
    // “7 × ducks” are not, though three are.
    if (one.count !== Number.POSITIVE_INFINITY && count < wanted)
      notes.push({ type: 'left-out', said: `${wanted - count} × ${one.said}`, why: 'too-many' });
    left -= count;
    kept.push({ ...one, count });
  });
  return kept;
}
