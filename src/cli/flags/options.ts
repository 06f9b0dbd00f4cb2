import { z } from 'zod';
import { KaleidoError } from '../../engine/basics/index.js';

/**
 * A parser of one numeric option.
 *
 * @returns a function from the text after the flag to the number; it throws KaleidoError `bad_option` that says what
 *   would be right
 */
export function numberOption(flag: string, schema: z.ZodType<number>, wanted: string): (text: string) => number {
  return (text) => {
    // Number('') is 0, which nobody meant.
    const parsed = schema.safeParse(text.trim() === '' ? Number.NaN : Number(text));
    if (parsed.success) return parsed.data;
    throw new KaleidoError('bad_option', `${flag} must be ${wanted}, not "${text}".`, { data: { option: flag } });
  };
}

/** A whole number from `low` to `high`. */
export function wholeNumberOption(flag: string, low: number, high: number): (text: string) => number {
  return numberOption(flag, z.int().min(low).max(high), `a whole number from ${low} to ${high}`);
}

/** Any number from `low` to `high`. */
export function realNumberOption(flag: string, low: number, high: number): (text: string) => number {
  return numberOption(flag, z.number().min(low).max(high), `a number from ${low} to ${high}`);
}

/** Gathers an option that may be given several times. */
export function gather(text: string, before: readonly string[] = []): string[] {
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
 * Two numbers from `low` to `high` with a comma between them, the smaller one first.
 *
 * @throws KaleidoError `bad_option`
 */
export function intervalOption(flag: string, low: number, high: number): (text: string) => [number, number] {
  const number = z.coerce.number().min(low).max(high);
  const schema = z.tuple([number, number]).refine(([from, to]) => from <= to);
  return (text) => {
    const parts = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : part));
    const parsed = schema.safeParse(parts);
    if (parsed.success) return parsed.data;
    const wanted = `two numbers from ${low} to ${high}, the smaller one first, such as ${low},${high}`;
    throw new KaleidoError('bad_option', `${flag} must be ${wanted}, not "${text}".`, { data: { option: flag } });
  };
}
