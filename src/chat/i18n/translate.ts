import { IntlMessageFormat } from 'intl-messageformat';
import { ownValue } from '../../engine/basics/index.js';
import type { MessageKey } from './en/index.js';
import { CATALOGUES, formattingLocale, negotiateLanguage } from './locales.js';

/** Text of a key in the reader's language (ICU MessageFormat); `values` fills its placeholders. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number | Date>>) => string;

const translators = new Map<string, Translate>();

/**
 * Texts in the language nearest to a BCP 47 tag: `de-AT` gets German, one without a catalogue English. Messages are
 * parsed when first used and kept. Values are put in as they are: escaping is the adapter's.
 */
export function createTranslator(locale: string): Translate {
  const tag = formattingLocale(locale);
  const known = translators.get(tag);
  if (known !== undefined) return known;
  const catalogue = ownValue(CATALOGUES, negotiateLanguage(tag))!;
  const messages = new Map<MessageKey, IntlMessageFormat>();
  const translate: Translate = (key, values) => {
    let message = messages.get(key);
    if (message === undefined) {
      // Without ignoreTag a "<" in a text would be read as markup.
      message = new IntlMessageFormat(catalogue[key], tag, undefined, { ignoreTag: true });
      messages.set(key, message);
    }
    return String(message.format(values));
  };
  translators.set(tag, translate);
  return translate;
}
