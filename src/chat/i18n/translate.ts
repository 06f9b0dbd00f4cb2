import type { MessageKey } from './en.js';

/** Text of a key in the reader's language (ICU MessageFormat); `values` fills its placeholders. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number | Date>>) => string;
