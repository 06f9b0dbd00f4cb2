import { AS, AS_BARE, AS_WHOM } from '../languages/index.js';
import { RANK, type ThingSense } from '../sense.js';
import { listed } from '../vocabularies.js';
import { type Gathering, standingAs } from './gathering.js';

const AS_WORDS: ReadonlySet<string> = new Set([...listed(AS), ...listed(AS_WHOM)]);
const AS_WHOM_WORDS: ReadonlySet<string> = new Set(listed(AS_WHOM));
const AS_BARE_WORDS: ReadonlySet<string> = new Set(listed(AS_BARE));
/** “**As** big as a house”, “**the same** as a cat”, “pets **such** as dogs” */
const COMPARED: ReadonlySet<string> = new Set(listed('as so such same known just wie so tan tão tanto così'));
/** Words between those of a comparison. */
const APART = 3;

/** The place of the word for “as” that stands before a word with at most an article between them. */
function asBefore({ view }: Gathering, k: number): number {
  return view.roleAt(k - 1) === 'article' ? k - 2 : k - 1;
}

/** “Un chat **en** pirate” */
const isBareAs = ({ view, table }: Gathering, k: number): boolean =>
  table.hasHeadFirst === true && AS_BARE_WORDS.has(view.at(k - 1)?.key ?? '');

/** “A cat **as** a barista”, “un gato **como** rey”: whether who was named before is said to be what a word names. */
export function isSaidAs(g: Gathering, k: number): boolean {
  if (isBareAs(g, k)) return true;
  const at = asBefore(g, k);
  return AS_WORDS.has(g.view.at(at)?.key ?? '') && !isCompared(g, at);
}

function isCompared({ view }: Gathering, at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - APART); before--)
    if (COMPARED.has(view.at(before)!.key)) return true;
  return false;
}

/**
 * “A cat **as** a bee”: whoever is said to be another wears its costume, of which no single piece tells it.
 * @returns whether the thing to come is a costume of who was named before
 */
export function dressAs(g: Gathering, k: number, sense: ThingSense): boolean {
  const { company, lastNamed: who, view } = g;
  const isBare = isBareAs(g, k) && company.isSomebody(sense);
  const isWhom = isBare || AS_WHOM_WORDS.has(view.at(asBefore(g, k))?.key ?? '');
  if (!who || !isWhom || !isSaidAs(g, k) || sense.rank > RANK.foreign || !company.isSomebody(who.sense)) return false;
  if (who.sense.names.includes(sense.names[0]!) || company.isPerson(sense)) return false;
  g.close();
  g.standing = { ...standingAs('wearing'), isCostume: true };
  return true;
}
