import type { z } from 'zod';

/** Why a value of a request cannot be used. */
export type ValueProblem =
  | { why: 'not_whole' | 'not_number' | 'not_interval'; min: number; max: number }
  | { why: 'not_choice'; choices: readonly string[] }
  | { why: 'not_flag' | 'tau_order' | 'no_kinds' | 'bad_shape' }
  | { why: 'too_long'; maxLength: number }
  | { why: 'too_many'; most: number }
  | { why: 'cell_count' | 'not_own_name'; min: number; max: number };

/** What a check of a schema tells of its problem, beside the words for developers. */
export function telling<P extends { why: string }>(problem: P): { error: string; params: { problem: P } } {
  return { error: problem.why, params: { problem } };
}

/**
 * What is wrong by an issue of a schema: what its check tells, or the kind of the issue.
 * @template P the problems that the schema's checks tell
 */
export function problemOf<P extends { why: string } = ValueProblem>(
  issue: z.core.$ZodIssue | undefined,
): P | ValueProblem {
  const told: P | undefined = issue?.code === 'custom' ? issue.params?.problem : undefined;
  if (told !== undefined) return told;
  if (issue?.code === 'invalid_value') return { why: 'not_choice', choices: issue.values.map(String) };
  if (issue?.code === 'invalid_type' && issue.expected === 'boolean') return { why: 'not_flag' };
  if (issue?.code === 'too_big' && issue.origin === 'string')
    return { why: 'too_long', maxLength: Number(issue.maximum) };
  if (issue?.code === 'too_big' && issue.origin === 'array') return { why: 'too_many', most: Number(issue.maximum) };
  return { why: 'bad_shape' };
}
