import { z } from 'zod';

/** An id, as a string (developers/reference#snowflakes). */
export const snowflake = z.string().regex(/^\d{17,20}$/);

/** The languages of localisations (developers/reference#locales). */
export const LOCALES = [
  'id',
  'da',
  'de',
  'en-GB',
  'en-US',
  'es-ES',
  'es-419',
  'fr',
  'hr',
  'it',
  'lt',
  'hu',
  'nl',
  'no',
  'pl',
  'pt-BR',
  'ro',
  'fi',
  'sv-SE',
  'vi',
  'tr',
  'cs',
  'el',
  'bg',
  'ru',
  'uk',
  'hi',
  'th',
  'zh-CN',
  'ja',
  'zh-TW',
  'ko',
] as const;

// Sets of whole emoji need the v flag, which Node 20 knows but the compiler's target does not.
const SETS = 'v';
const STANDARD_EMOJI = new RegExp('^\\p{RGI_Emoji}$', SETS);

/** Whether a name is one standard emoji; the variation selector may be missing, as clients leave it out. */
export function isStandardEmoji(name: string): boolean {
  return STANDARD_EMOJI.test(name) || STANDARD_EMOJI.test(`${name}\uFE0F`);
}

/** The emoji of a button or option. */
export const partialEmoji = z
  .object({ id: snowflake.nullish(), name: z.string().nullish(), animated: z.boolean().optional() })
  .superRefine((emoji, context) => {
    if (emoji.id) return;
    if (!emoji.name || !isStandardEmoji(emoji.name)) {
      context.addIssue({
        code: 'custom',
        path: ['name'],
        message: 'Invalid emoji',
        params: { code: 'COMPONENT_INVALID_EMOJI' },
      });
    }
  });
