import type { Policy } from '../../types.js';
import { findProfanity } from './built-in.js';
import { plainWords } from './plain-text.js';
import { searchTerm } from './search.js';
import { type TermTree, termTree } from './term-tree.js';

/**
 * Entries of a resolved blocklist that are not terms themselves. A resolved term is plain words, which hold neither
 * hyphen nor colon, so none can be mistaken for these.
 */
const BUILT_IN = 'built-in';
const ALLOWED = 'allowed: ';
/** Lists that are kept ready for the next text; then all are forgotten. */
const MOST_READY = 32;

const ready = new Map<string, TermTree>();

/**
 * The blocklist of a policy as it is stored with a generation: `built-in` when the built-in list applies, `allowed:
 * <term>` for each term that it lets through, and the terms blocked here. A term that is both blocked and allowed is
 * allowed.
 */
export function resolveBlocklist({
  blocked = [],
  allowed = [],
  useBuiltInBlocklist = true,
}: Pick<Policy, 'blocked' | 'allowed' | 'useBuiltInBlocklist'>): string[] {
  const letThrough = plainTerms(allowed);
  const terms = plainTerms(blocked).filter((term) => !letThrough.includes(term));
  return useBuiltInBlocklist ? [BUILT_IN, ...letThrough.map((term) => `${ALLOWED}${term}`), ...terms] : terms;
}

/**
 * The first blocked term that a text holds, as a whole word or words however disguised (docs/security.md, "Blocked
 * words"); null when it holds none. Letters inside other words never count: a block of "ass" lets "a glass" pass.
 *
 * @param text a prompt, or a latent in words
 * @param terms as `resolveBlocklist` gives them
 */
export function findBlocked(text: string, terms: readonly string[]): string | null {
  const own = terms.filter((term) => term !== BUILT_IN && !term.startsWith(ALLOWED));
  const found = own.length === 0 ? null : searchTerm(text, treeOf(own));
  if (found !== null || !terms.includes(BUILT_IN)) return found;
  const allowed = terms.filter((term) => term.startsWith(ALLOWED)).map((term) => term.slice(ALLOWED.length));
  return findProfanity(text, allowed);
}

function treeOf(terms: readonly string[]): TermTree {
  const key = terms.join('\n');
  const kept = ready.get(key);
  if (kept !== undefined) return kept;
  if (ready.size >= MOST_READY) ready.clear();
  const tree = termTree(terms.map((term) => ({ term, words: term })));
  ready.set(key, tree);
  return tree;
}

function plainTerms(terms: readonly string[]): string[] {
  return [...new Set(terms.map((term) => plainWords(term).join(' ')).filter((term) => term !== ''))];
}
