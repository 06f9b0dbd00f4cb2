import { z } from 'zod';
import type { Range } from '../../engine/basics/index.js';
import { CliError } from '../errors.js';

/** A whole number of a range. */
export function wholeNumberOption(flag: string, { min, max }: Range): (text: string) => number {
  return numberOption(flag, z.int().min(min).max(max), { why: 'flag_not_whole', min, max });
}

/** Any number of a range. */
export function realNumberOption(flag: string, { min, max }: Range): (text: string) => number {
  return numberOption(flag, z.number().min(min).max(max), { why: 'flag_not_number', min, max });
}

/**
 * A parser of one numeric option.
 *
 * @returns a function from the text after the flag to the number; it throws CliError `bad_option` that says what would
 * be
 *   right
 */
function numberOption(
  option: string,
  schema: z.ZodType<number>,
  wanted: { why: 'flag_not_whole' | 'flag_not_number' } & Range,
): (text: string) => number {
  return (text) => {
    // Number('') is 0, which nobody meant.
    const parsed = schema.safeParse(text.trim() === '' ? Number.NaN : Number(text));
    if (parsed.success) return parsed.data;
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
  const number = z.coerce.number().min(min).max(max);
  const schema = z.tuple([number, number]).refine(([from, to]) => from <= to);
  return (text) => {
    const parts = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : part));
    const parsed = schema.safeParse(parts);
    if (parsed.success) return parsed.data;
    throw new CliError('bad_option', { why: 'flag_not_interval', option: flag, text, min, max });
  };
}
