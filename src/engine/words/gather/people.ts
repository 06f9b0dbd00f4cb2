import { I, WE } from '../languages/index.js';
import { RANK, type Role, type ThingSense } from '../sense.js';
import { listed } from '../vocabularies.js';
import type { Gathering } from './gathering.js';
import type { Named } from './named.js';
import { REACH } from './span-view.js';

const WE_WORDS = new Set(listed(WE));
const I_WORDS = new Set(listed(I));
/** What may stand between somebody and what he does. */
const BETWEEN: ReadonlySet<Role | undefined> = new Set(['filler', 'courtesy', 'size', 'trait', 'mood', 'action']);
/** What somebody does with what follows. */
const DONE: ReadonlySet<string> = new Set(['holding', 'wearing', 'on', 'with', 'beside', 'and']);

/** “**Me** eating pizza”, “**we** are drinking beer”: whoever asks is shown where he is said to do something. */
export function askerAt(g: Gathering, k: number): ThingSense | undefined {
  const { view } = g;
  const { key, kind } = view.at(k)!;
  const isGroup = WE_WORDS.has(key);
  if (kind !== 'word' || !(isGroup || I_WORDS.has(key)) || g.isThingSaid || g.unknown.length > 0) return undefined;
  if (!g.company.has('person') || g.standing !== undefined || !isDoing(g, k)) return undefined;
  return {
    role: 'thing',
    names: ['person'],
    rank: RANK.synonym,
    isPlural: isGroup,
    isGuess: true,
    ...(isGroup ? { isGroup } : {}),
  };
}

function isDoing({ view }: Gathering, k: number): boolean {
  for (let at = k + 1; at < Math.min(view.spans.length, k + REACH); at++) {
    if (view.isPauseAt(at)) return false;
    const doing = view.at(at)!.senses.find((sense) => sense.role === 'stand' || sense.role === 'and');
    if (doing) {
      const stand = doing.role === 'stand' ? doing.stand : 'and';
      const isShown = DONE.has(stand) && (stand === 'and' || stand === 'with' || doing.role === 'stand');
      return isShown && view.thingAt(at) === undefined && view.nextThing(at) !== undefined;
    }
    if (!BETWEEN.has(view.roleAt(at))) return false;
  }
  return false;
}

const POSSESSIVE = /['’]s?$/;

/**
 * “My friend **Dave**”, “**boss** Carl's haircut”: one somebody, and what is his.
 * @returns whether the thing makes one with the one before
 */
export function isOnePerson(g: Gathering, before: Named, sense: ThingSense): boolean {
  const { company, last } = g;
  if (last !== 'thing' || !company.isPerson(before.sense) || !company.isPerson(sense)) return false;
  if (Math.max(before.sense.rank, sense.rank) > RANK.synonym) return false;
  return sense.isFirstName === true || before.sense.isFirstName === true;
}

/** Whether what is named is somebody's: he is not painted. */
export const isOwnerBefore = ({ company, last }: Gathering, { sense, said }: Named): boolean =>
  (last === 'thing' || last === 'filler') && POSSESSIVE.test(said) && company.isPerson(sense);
