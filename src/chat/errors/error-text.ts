import { timeOfDay } from '../../core/basics/index.js';
import type { Failure } from '../../core/index.js';
import { KaleidoError, ownValue, setOwnValue, shortEcho } from '../../engine/basics/index.js';
import { KIND_NAMES, LATENT_KINDS } from '../../engine/latents/index.js';
import { en, isMessageKey, type MessageKey } from '../i18n/en/index.js';
import { createTranslator, formattingLocale, relativeWords, type Translate } from '../i18n/index.js';
import { kindName } from '../text/index.js';

/** What is asked of a code's text in the catalogue: for people in chats, or for those who run Kaleido too. */
type Audience = 'people' | 'hosts';

/** Where an audience's texts stand in the catalogue, in the order of looking. */
const PLACES: Readonly<Record<Audience, readonly string[]>> = {
  people: ['errors', 'argument'],
  hosts: ['errors', 'argument', 'cli', 'host'],
};

/** Both are values that cannot be used, and have one text for each way in which they cannot. */
const ABOUT_VALUES = ['bad_value', 'bad_option'];

/** Codes whose texts carry paths and hashes, which are for the host's log, those of earlier versions included. */
const HOST_CODES: ReadonlySet<string> = new Set([
  ...Object.keys(en).flatMap((key) => (key.startsWith('host.') ? [key.split('.')[1] ?? ''] : [])),
  'provider_unavailable',
]);

export interface ErrorTextContext {
  t: Translate;
  locale: string;
  now: Date;
  /** Whether it is read at the command line, where some things are called otherwise than in chats. */
  isAtCommandLine?: boolean;
}

/** Characters of a refusal at most: the longest that repeat nothing of what somebody typed have half as many. */
const LONGEST = 700;

type Data = Readonly<Record<string, unknown>>;

/**
 * The words for a refusal, at most 700 characters; null for anything that is not about what a person asked: a bug or an
 * outage.
 */
export function refusalText(error: unknown, context: ErrorTextContext): string | null {
  if (!(error instanceof KaleidoError)) return null;
  const text = wordsFor(error.code, { ...error.data }, 'people', context);
  return text === null ? null : shortEcho(text.replace('\n', ' '), LONGEST);
}

/** The words for why a generation failed. */
export function failureText(failure: Failure | null, context: ErrorTextContext): string {
  return shortEcho(wordsForFailure(failure, context), LONGEST);
}

function wordsForFailure(failure: Failure | null, context: ErrorTextContext): string {
  const { t } = context;
  if (failure === null) return t('card.failed_unknown');
  const { code, message, data } = failure;
  const text = wordsFor(code, data, 'people', context)?.replace('\n', ' ');
  if (text !== undefined) return text;
  if (HOST_CODES.has(code)) return t('errors.host');
  // Earlier versions recorded sentences, and no data to make them of. Today's messages begin with the code.
  return message === '' || message.startsWith(code) ? t('card.failed_unknown') : message;
}

/**
 * The words for an error of Kaleido, for whoever runs it: what is wrong, and from the next line on what to do.
 * @param locale BCP 47 tag of the language
 * @param known more to fill placeholders with
 */
export function errorText(error: KaleidoError, locale = 'en', known: Readonly<Record<string, unknown>> = {}): string {
  const context = { t: createTranslator(locale), locale, now: timeOfDay(), isAtCommandLine: true };
  return wordsFor(error.code, { ...error.data, ...known }, 'hosts', context) ?? error.message;
}

function wordsFor(code: string, data: Data, audience: Audience, context: ErrorTextContext): string | null {
  const why = typeof data.why === 'string' ? `.${data.why}` : '';
  const key = PLACES[audience].map((place) => keyAt(place, code, why)).find((one) => one !== undefined);
  if (key === undefined) return null;
  try {
    return context.t(key, placeholdersOf(data, context));
  } catch {
    // What an earlier version recorded may lack what the text needs.
    return null;
  }
}

function keyAt(place: string, code: string, why: string): MessageKey | undefined {
  if (place === 'argument' && !ABOUT_VALUES.includes(code)) return undefined;
  const key = place === 'argument' ? `${place}${why}` : `${place}.${code}${why}`;
  return isMessageKey(key) ? key : undefined;
}

/** What data may lack, and how the texts say so. */
const ABSENT = { where: 'prompt', excluded: 'none', unwritten: 'none', when: '', how: '' } as const;

/** Data as placeholders: plain values as they are, lists with commas, kinds by their names, times in words. */
function placeholdersOf(data: Data, context: ErrorTextContext): Record<string, string | number> {
  const { t, locale, now, isAtCommandLine } = context;
  const words: Record<string, string | number> = { ...ABSENT };
  if (isAtCommandLine) words.where = 'cli';
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'string' || typeof value === 'number') setOwnValue(words, name, value);
    if (Array.isArray(value)) setOwnValue(words, name, listOf(name, value.map(String), context));
  }
  if (typeof data.kind === 'string') {
    const kind = LATENT_KINDS.find((known) => known === data.kind);
    words.kind = kind === undefined ? data.kind : kindName(t, kind);
    words.written = kind === undefined ? data.kind : KIND_NAMES[kind];
    words.named = t('pin.kind', { kind: words.kind, written: words.written });
  }
  if (data.example !== undefined) words.how = howToWrite(String(data.kind), words, t);
  // A failure comes out of the database, where a Date is a string.
  const resetsAt = data.resetsAt instanceof Date ? data.resetsAt : new Date(String(data.resetsAt));
  if (!Number.isNaN(resetsAt.getTime())) words.when = relativeWords(locale, resetsAt, now);
  return words;
}

/** Lists of what may be written stand as it is written, and what somebody said or knows in quotes. */
const WRITTEN = ['choices', 'endings', 'methods'];

function listOf(name: string, items: readonly string[], { t, locale }: ErrorTextContext): string {
  if (name === 'kinds') return items.map((kind) => ownValue(KIND_NAMES, kind) ?? kind).join(', ');
  if (name === 'tokens') return new Intl.ListFormat(formattingLocale(locale), { type: 'disjunction' }).format(items);
  if (WRITTEN.includes(name)) return items.join(', ') || '–';
  return items.map((text) => t('notice.quoted', { text })).join(', ') || 'none';
}

function howToWrite(kind: string, words: Readonly<Record<string, string | number>>, t: Translate): string {
  const key = `pin.how.${kind}`;
  return t(isMessageKey(key) ? key : 'pin.how.other', { ...words, half: Number(words.side ?? 0) / 2 });
}
