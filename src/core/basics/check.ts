import type { z } from 'zod';
import { problemOf, telling as tellingOf } from '../../engine/basics/index.js';
import { CoreError, type CoreValueProblem } from './errors.js';

/**
 * The value as a schema reads it.
 * @param option name of the value itself; fields of an object are named by themselves
 * @throws CoreError `bad_value` about the first thing that is wrong
 */
export function check<T>(schema: z.ZodType<T>, value: unknown, option = ''): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = issue?.path.find((part) => typeof part === 'string') ?? option;
  throw new CoreError('bad_value', { ...problemOf<CoreValueProblem>(issue), option: name }, parsed.error);
}

/**
 * Settings after a change. Fields that the change lacks stay; those that it has as `undefined` go back to what is
 * inherited.
 */
export function changed<T extends object>(before: T, change: Partial<T>): T {
  return withoutUndefined({ ...before, ...change });
}

/** The same object less the fields that are `undefined`. */
export function withoutUndefined<T extends object>(value: T): T {
  const rest = { ...value };
  for (const key in rest) if (rest[key] === undefined) delete rest[key];
  return rest;
}

/** The fields that are not `undefined`, as a record. */
export function definedOf<V>(fields: Readonly<Record<string, V | undefined>>): Record<string, V> {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, V] => entry[1] !== undefined));
}

/** What a check of a schema says of its problem: see `check`. */
export function telling(problem: CoreValueProblem): { error: string; params: { problem: CoreValueProblem } } {
  return tellingOf(problem);
}
