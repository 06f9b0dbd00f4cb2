import { parseEnv } from 'node:util';
import { KaleidoError } from '../engine/basics/index.js';

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
 * @throws KaleidoError `bad_option` naming the line, never its value
 */
export function parseEnvFile(text: string, path: string): Record<string, string> {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const lines = plain.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (SETS_NOTHING.test(line)) continue;
    const [start, quote, bare = ''] = ASSIGNMENT.exec(line) ?? [];
    if (start === undefined) {
      throw malformed(path, at, 'It sets nothing.', 'Write NAME=value, or begin the line with # to make it a comment.');
    }
    if (quote !== undefined) at = endOfQuoted(lines, at, start.length, quote, path);
    else if (/\S#/.test(bare.replace(/\s#.*$/, ''))) {
      throw malformed(
        path,
        at,
        'It has a # within a value.',
        'Put the value in single quotes, or a space before the #.',
      );
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
    throw malformed(path, at, `It has text after the closing ${quote}.`, 'Put the whole value in one kind of quotes.');
  }
  throw malformed(path, first, `Its ${quote} is not closed.`, `Write another ${quote} at the end of the value.`);
}

function malformed(path: string, at: number, what: string, hint: string): KaleidoError {
  return new KaleidoError('bad_option', `Line ${at + 1} of ${path} cannot be read. ${what}`, { hint, data: { path } });
}
