import { ownValue } from '../../basics/index.js';
import { englishForms } from '../english-forms.js';
import { senseOf } from '../sense.js';
import type { Span } from '../spans.js';

const IRREGULAR: Readonly<Record<string, readonly string[]>> = { teeth: ['tooth'], feet: ['foot'] };

/** What a part may be called that a span names, in English or as things are. */
export function partWords({ key, senses }: Pick<Span, 'key' | 'senses'>): string[] {
  const part = senseOf(senses, 'own-part');
  return [
    ...(ownValue(IRREGULAR, key) ?? [key]),
    ...(part ? [part.word] : []),
    // A top hat is a hat.
    ...(senseOf(senses, 'thing')?.names ?? []).flatMap((name) => [name, name.slice(name.lastIndexOf(' ') + 1)]),
  ].flatMap(englishForms);
}
