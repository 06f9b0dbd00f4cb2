import type { MessageKey } from '../i18n/en/index.js';
import type { Translate } from '../i18n/index.js';

/** Somebody or something of the platform, which it shows by its name of today; nobody is notified. */
export interface Mention {
  kind: 'user' | 'role' | 'channel';
  id: string;
}

/** A line of text with mentions in it; the strings are plain text to be escaped. */
export type RichLine = readonly (string | Mention)[];

// Of the private use area, where no text of people's has anything to say.
const BEGIN = '\ue000';
const END = '\ue001';
const MARKS = /[\ue000\ue001]/g;

/** A text of the catalogue with mentions among its values. */
export function richLine(
  t: Translate,
  key: MessageKey,
  values: Readonly<Record<string, string | number | Mention | RichLine>>,
): RichLine {
  const lines: RichLine[] = [];
  const plain = Object.entries(values).map(([name, value]): [string, string | number] => {
    if (typeof value === 'number') return [name, value];
    if (typeof value === 'string') return [name, value.replace(MARKS, '')];
    lines.push(isLine(value) ? value : [value]);
    return [name, `${BEGIN}${lines.length - 1}${END}`];
  });
  return t(key, Object.fromEntries(plain))
    .split(/\ue000(\d+)\ue001/)
    .flatMap((part, i): RichLine => (i % 2 === 0 ? [part] : (lines[Number(part)] ?? [])))
    .reduce<(string | Mention)[]>(withPart, []);
}

/** A line with a part more; strings that meet become one. */
function withPart(line: (string | Mention)[], part: string | Mention): (string | Mention)[] {
  const last = line.at(-1);
  if (part === '') return line;
  return typeof part === 'string' && typeof last === 'string' ? [...line.slice(0, -1), last + part] : [...line, part];
}

/** Lines in one, with something between them. */
export function joined(lines: readonly RichLine[], between: string): RichLine {
  return lines.flatMap((line, i) => (i === 0 ? line : [between, ...line]));
}

/** A line where there are no mentions. */
export function plainText(line: RichLine): string {
  return line.map((part) => (typeof part === 'string' ? part : part.id)).join('');
}

function isLine(value: Mention | RichLine): value is RichLine {
  return Array.isArray(value);
}
