import { isWithin, type Range } from '../../engine/basics/index.js';
import { CliError } from '../errors.js';

/** A whole number of a range. */
export function wholeNumberOption(flag: string, { min, max }: Range): (text: string) => number {
  return numberOption(flag, Number.isSafeInteger, { why: 'flag_not_whole', min, max });
}

/** Any number of a range. */
export function realNumberOption(flag: string, { min, max }: Range): (text: string) => number {
  return numberOption(flag, Number.isFinite, { why: 'flag_not_number', min, max });
}

/**
 * A parser of one numeric option.
 *
 * @param isKind whether a number is of the kind that is wanted, whatever its range
 * @returns a function from the text after the flag to the number; it throws CliError `bad_option` that says what would
 * be right
 */
function numberOption(
  option: string,
  isKind: (value: number) => boolean,
  wanted: { why: 'flag_not_whole' | 'flag_not_number' } & Range,
): (text: string) => number {
  return (text) => {
    const value = numberIn(text);
    if (isKind(value) && isWithin(value, wanted)) return value;
    throw new CliError('bad_option', { ...wanted, option, text });
  };
}

/** Gathers an option that may be given several times. */
export function repeated(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

/** The non-blank parts of a comma-separated list, in lower case. */
export function commaList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');
}

/**
 * Two numbers of a range with a comma between them, the smaller one first.
 *
 * @throws KaleidoError `bad_option`
 */
export function intervalOption(flag: string, { min, max }: Range): (text: string) => [number, number] {
  return (text) => {
    const [from, to, ...more] = text.split(',').map(numberIn);
    const isInterval = [from, to].every((end) => isWithin(end, { min, max })) && more.length === 0;
    if (isInterval && from! <= to!) return [from!, to!];
    throw new CliError('bad_option', { why: 'flag_not_interval', option: flag, text, min, max });
  };
}

/** NaN for what is no number; also for nothing, which `Number` takes for 0. */
function numberIn(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}
