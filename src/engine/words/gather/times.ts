import { FEELINGS, TIMES } from '../languages/index.js';
import { listed } from '../vocabularies.js';
import type { Gathering } from './gathering.js';
import { isOfEmoji } from './named.js';

const TIME_WORDS = new Set([...listed(TIMES), ...FEELINGS.flatMap(({ days }) => listed(days))]);
const YEARS = new Set(listed('year years yr yrs year-old years-old jahr jahre an ans año años anno anni'));
const ORDINAL = /^\d+(?:st|nd|rd|th)$/;

/**
 * “Coffee at **monday morning**”, “**5 year** anniversary”: when something is beside what is named is no picture of its
 * own, unless it is listed (“day and night”).
 * @returns how many spans were taken
 */
export function takeTime(g: Gathering, k: number): number {
  const { view } = g;
  const { key, said } = view.at(k)!;
  // “A winter morning” is one of winter.
  if (isOfEmoji({ said }) || !(view.isNamedBeside(k) || view.isOccasionBeside(k))) return 0;
  const isOld = view.roleAt(k) === 'number' && YEARS.has(view.at(k + 1)?.key ?? '');
  const takes = isOld ? (view.at(k + 2)?.key === 'old' ? 3 : 2) : TIME_WORDS.has(key) || ORDINAL.test(key) ? 1 : 0;
  if (takes === 0 || g.isNegated) return 0;
  const isListed = g.standing?.stand === 'and' || view.roleAt(k + takes) === 'and';
  if (isListed && !isOld) return 0;
  if (g.last === 'stand') g.standing = undefined;
  g.leaveOut(view.said(k, k + takes), isOld || ORDINAL.test(key) ? 'part' : 'occasion');
  return takes;
}
