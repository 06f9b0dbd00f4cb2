import { describe, expect, it } from 'vitest';
import { promptNoticeText } from '../../../../src/chat/cards/prompt-notices.js';
import { notices } from '../../../../src/chat/i18n/en/notices.js';
import { CATALOGUES, LANGUAGES } from '../../../../src/chat/i18n/locales.js';
import { createTranslator } from '../../../../src/chat/i18n/translate.js';
import type { PromptNotice } from '../../../../src/core/prompts/prompt-notices.js';
import type { LeftOutWhy } from '../../../../src/engine/words/prompt-reading.js';
import { englishIn } from '../../../support/english-in.js';

/** A notice of every type: a missing one is a type error. */
const SAMPLES: { [T in PromptNotice['type']]: Extract<PromptNotice, { type: T }> } = {
  'read-as': { type: 'read-as', said: 'kitty', name: 'cat' },
  removed: { type: 'removed', said: 'hat' },
  inseparable: { type: 'inseparable', said: 'hat' },
  contradicted: { type: 'contradicted', said: 'hat' },
  unknown: { type: 'unknown', said: 'zorp', nearest: ['frog'] },
  'left-out': { type: 'left-out', said: 'running', why: 'action' },
  skin: { type: 'skin', said: 'green' },
  cut: { type: 'cut', said: 'hat' },
};
const WHYS: Record<LeftOutWhy, true> = {
  text: true,
  action: true,
  place: true,
  'too-many': true,
  mood: true,
  colour: true,
  style: true,
  part: true,
  occasion: true,
};
const leftOut = (Object.keys(WHYS) as LeftOutWhy[]).map((why) => ({ ...SAMPLES['left-out'], why }));
const ALL: PromptNotice[] = [...Object.values(SAMPLES), { ...SAMPLES.unknown, nearest: [] }, ...leftOut];

/** All branches of a message of the catalogue, its placeholders left out. */
const prose = (message: string) =>
  message
    .replace(/\{\w+, (select|plural),/g, ' ')
    .replace(/\{\w+(, number)?\}|\b(other|=\d+|one|own|built_in) \{|[{}]/g, ' ');

describe.each(LANGUAGES.filter((locale) => locale !== 'en'))('in %s', (locale) => {
  const t = createTranslator(locale);

  it.each(ALL.map((notice) => [JSON.stringify(notice), notice] as const))('%s has words of its own', (_, notice) => {
    const text = promptNoticeText(notice, t);
    expect(text).toMatch(/^\S.*\S$/);
    expect(text).not.toMatch(/undefined|[{}]/);
    expect(text).not.toBe(promptNoticeText(notice, createTranslator('en')));
    expect(englishIn(text)).toEqual([]);
  });

  it('no notice has an English sentence in it', () => {
    for (const key of Object.keys(notices) as (keyof typeof notices)[]) {
      expect(englishIn(prose(CATALOGUES[locale]![key])), key).toEqual([]);
    }
  });
});
