import { LIMITS } from '../../engine/basics/index.js';
import { isOwnName } from '../../engine/own/index.js';
import { asKey } from '../../engine/words/index.js';

/** Called so when nothing better is known. */
const NAMELESS = 'picture';

/** What of a name tells it from others: `Our_mascot` and `our mascot` are one. */
export function nameKey(name: string): string {
  return asKey(said(name));
}

/** A name as prompts say it, made of what an emoji or a file is called. */
export function nameOf(text: string): string {
  const letters = said(text.normalize('NFKC').replace(/[^\p{L}\p{M}\p{N}\s_-]+/gu, ' '));
  const name = [...letters].slice(0, LIMITS.ownName.max).join('').trim();
  return isOwnName(name) ? name : NAMELESS;
}

function said(name: string): string {
  return name.replace(/[\s_-]+/g, ' ').trim();
}
