import { z } from 'zod';
import { CoreError } from '../../core/basics/index.js';
import type { Failure } from '../../core/index.js';
import { KaleidoError, type KaleidoErrorCode, RANGES, setOwnValue, shortEcho } from '../../engine/basics/index.js';

import { LATENT_KINDS } from '../../engine/latents/index.js';
import { isMessageKey } from '../i18n/en/index.js';
import { relativeWords, type Translate } from '../i18n/index.js';

import { kindName } from '../text/index.js';
import { argumentErrorText } from './argument-errors.js';

/** The engine's errors that are about what a person wrote; the others are the host's to mend. */
const ABOUT_INPUT: readonly KaleidoErrorCode[] = [
  'empty_prompt',
  'prompt_too_long',
  'bad_option',
  'unknown_kind',
  'bad_pin',
  'bad_latent_code',
];

/** Their texts carry paths and hashes, which are for the host's log. */
const ABOUT_HOST: readonly KaleidoErrorCode[] = [
  'bundle_missing',
  'bundle_invalid',
  'bundle_corrupt',
  'provider_unavailable',
  'model_failed',
  'unreadable_input',
  'unwritable_output',
  'database_unavailable',
  'database_invalid',
  'blobs_unavailable',
];

export interface ErrorTextContext {
  t: Translate;
  locale: string;
  now: Date;
}

/** Characters of a refusal at most: the longest that repeat nothing of what somebody typed have half as many. */
const LONGEST = 700;

/**
 * The words for a refusal, at most 700 characters; null for anything that is not about what a person asked: a bug or an outage.
 */
export function refusalText(error: unknown, context: ErrorTextContext): string | null {
  const text = wordsFor(error, context);
  return text === null ? null : shortEcho(text, LONGEST);
}

function wordsFor(error: unknown, context: ErrorTextContext): string | null {
  if (error instanceof CoreError) return codeText(error.code, error.data, context);
  if (error instanceof KaleidoError && ABOUT_INPUT.includes(error.code)) {
    return error.hint === undefined ? error.message : `${error.message} ${error.hint}`;
  }
  return null;
}

/** The words for why a generation failed. */
export function failureText(failure: Failure | null, context: ErrorTextContext): string {
  return shortEcho(wordsForFailure(failure, context), LONGEST);
}

function wordsForFailure(failure: Failure | null, context: ErrorTextContext): string {
  if (failure === null) return context.t('card.failed_unknown');
  const { code, message, data } = failure;
  if (ABOUT_INPUT.some((known) => known === code)) return message;
  if (ABOUT_HOST.some((known) => known === code)) return context.t('errors.host');
  return codeText(code, data, context) ?? (message || context.t('card.failed_unknown'));
}

const texts = z.array(z.string()).min(1);

/** What a text needs and an error may lack, so that no error is lost for want of a word. */
const DEFAULTS = {
  subject: 'user',
  limit: 'imagesPerDay',
  allowed: 0,
  used: 0,
  when: '',
  term: '',
  where: 'prompt',
  kind: '',
  action: '',
  id: '',
  cell: 0,
  count: RANGES.count.max,
  name: '',
  missing: 'support',
  status: '',
  words: 'none',
  nearest: 'none',
  excluded: 'none',
  unwritten: 'none',
} as const;

function codeText(code: string, data: Readonly<Record<string, unknown>>, context: ErrorTextContext): string | null {
  const { t } = context;
  if (code === 'bad_value') return argumentErrorText(t, data);
  const key = `errors.${code}`;
  return isMessageKey(key) ? t(key, { ...DEFAULTS, ...wordsOf(data, context) }) : null;
}

/** Data of an error as placeholders: plain values as they are, lists of words in quotes, kinds by name, times in words. */
function wordsOf(
  data: Readonly<Record<string, unknown>>,
  { t, locale, now }: ErrorTextContext,
): Record<string, string | number> {
  const words: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'string' || typeof value === 'number') setOwnValue(words, name, value);
    const list = texts.safeParse(value).data;
    if (list !== undefined) setOwnValue(words, name, list.map((text) => t('notice.quoted', { text })).join(', '));
  }
  const kind = LATENT_KINDS.find((known) => known === data.kind);
  if (kind !== undefined) words.kind = kindName(t, kind);
  // A failure comes out of the database, where a Date is a string.
  const resetsAt = data.resetsAt instanceof Date ? data.resetsAt : new Date(String(data.resetsAt));
  words.when = Number.isNaN(resetsAt.getTime()) ? '' : relativeWords(locale, resetsAt, now);
  return words;
}
