import { WEATHERED } from '../languages/index.js';
import { listed } from '../vocabularies.js';
import type { Gathering } from './gathering.js';
import type { Named } from './named.js';

const WEATHERED_WORDS = new Set(listed(WEATHERED));

/** “**Rainy day** frog” has the rain above it. */
export const isWeathered = ({ last }: Gathering, { said }: Named): boolean =>
  (last === 'thing' || last === 'event') && WEATHERED_WORDS.has(said.toLowerCase());
