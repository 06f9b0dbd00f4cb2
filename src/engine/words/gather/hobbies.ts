import { HOBBIES, SOCIETIES } from '../languages/index.js';
import { meantThing } from '../sense.js';
import type { Span } from '../spans.js';
import { byListed, listed } from '../vocabularies.js';
import type { Gathering } from './gathering.js';
import { plainNamed } from './named.js';

/** By words for what people do together, the caption name of what stands for it. */
const emblemByWord = byListed(Object.entries(HOBBIES).map(([name, words]): [string, string] => [words, name]));
const SOCIETY_WORDS = new Set(listed(SOCIETIES));

/** Whether a word says what people who have a logo are together: “for my discord **server**”. */
export const isSociety = (span: Span | undefined): boolean => span !== undefined && SOCIETY_WORDS.has(span.key);

/** What somebody has made for them: “server **icon**”. */
const LOGO: ReadonlySet<string> = new Set('logo logos icon banner emblem badge mascot pfp avatar'.split(' '));

/** Notes what people do together, for the case that nothing else is named. */
export function noteHobby(g: Gathering, span: Span): void {
  const name = emblemByWord.get(span.key);
  if (name !== undefined && g.company.has(name)) g.hobby ??= { name, said: span.said };
}

/** “For our **team**”, “gardening **club**”: what something is for is no thing, and nothing that is missed. */
export function isSocietyAt(g: Gathering, k: number): boolean {
  const { view } = g;
  if (!isSociety(view.at(k))) return false;
  if ([k - 1, k + 1].some((at) => LOGO.has(view.at(at)?.key ?? ''))) return true;
  return g.isFor || isSociety(view.at(k - 1)) || (g.hobby !== undefined && view.at(k - 1)?.said === g.hobby.said);
}

/** Where nothing else is named, what people do together is shown by what stands for it. */
export function settleHobby(g: Gathering): void {
  const { hobby, named, unknown } = g;
  const isOther = unknown.some(({ said }) => said !== hobby?.said);
  if (hobby === undefined || named.length > 0 || isOther || g.occasions.length > 0) return;
  unknown.splice(0);
  g.takeIn(hobby.said);
  const sense = meantThing([hobby.name], true);
  named.push({ ...plainNamed(sense, hobby.said), adjectives: g.loose });
}
