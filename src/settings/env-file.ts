import { parseEnv } from 'node:util';
import { SettingError } from './errors.js';

/**
 * A line that Node's reader and Docker's read alike. Groups: the quote that a value begins with, and the value without
 * quotes.
 */
const ASSIGNMENT = /^\s*(?:export\s+)?[A-Za-z_]\w*\s*=\s*(?:(["'`])|(.*))/;
const SETS_NOTHING = /^\s*(?:#.*)?$/;

/**
 * Reads the text of a `.env` file: `NAME=value` lines, values bare or in quotes, and comments. Lines that readers pass
 * over or read in different ways are refused: Docker reads the same file.
 *
 * @param path what to call the file
 * @throws KaleidoError `bad_setting` naming the line, never its value
 */
export function parseEnvFile(text: string, path: string): Record<string, string> {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const lines = plain.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (SETS_NOTHING.test(line)) continue;
    const [start, quote, bare = ''] = ASSIGNMENT.exec(line) ?? [];
    if (start === undefined) {
      throw new SettingError('bad_setting', { why: 'line_sets_nothing', path, line: at + 1 });
    }
    if (quote !== undefined) at = endOfQuoted(lines, at, start.length, quote, path);
    else if (/\S#/.test(bare.replace(/\s#.*$/, ''))) {
      throw new SettingError('bad_setting', { why: 'line_hash', path, line: at + 1 });
    }
  }
  // Node's type has no value for names that a text does not set.
  return Object.fromEntries(Object.entries(parseEnv(plain)).map(([name, value]) => [name, value ?? '']));
}

/** The index of the line on which a quoted value ends, with nothing but a comment after it. */
function endOfQuoted(lines: readonly string[], first: number, from: number, quote: string, path: string): number {
  for (let at = first, start = from; at < lines.length; at++, start = 0) {
    const closing = lines[at]!.indexOf(quote, start);
    if (closing < 0) continue;
    if (SETS_NOTHING.test(lines[at]!.slice(closing + 1))) return at;
    throw new SettingError('bad_setting', { why: 'line_after_quote', path, line: at + 1, quote });
  }
  throw new SettingError('bad_setting', { why: 'line_open_quote', path, line: first + 1, quote });
}
