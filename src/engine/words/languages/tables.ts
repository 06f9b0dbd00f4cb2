import { ARABIC_TABLE } from './ar.js';
import { CZECH_TABLE } from './cs.js';
import { DANISH_TABLE } from './da.js';
import { GERMAN_TABLE } from './de.js';
import { GREEK_TABLE } from './el.js';
import { SPANISH_TABLE } from './es.js';
import { FINNISH_TABLE } from './fi.js';
import { FRENCH_TABLE } from './fr.js';
import { HINDI_TABLE } from './hi.js';
import { HUNGARIAN_TABLE } from './hu.js';
import { ITALIAN_TABLE } from './it.js';
import { JAPANESE_TABLE } from './ja.js';
import { KOREAN_TABLE } from './ko.js';
import { DUTCH_TABLE } from './nl.js';
import { NORWEGIAN_TABLE } from './no.js';
import { POLISH_TABLE } from './pl.js';
import { PORTUGUESE_TABLE } from './pt.js';
import { ROMANIAN_TABLE } from './ro.js';
import { RUSSIAN_TABLE } from './ru.js';
import { SLOVAK_TABLE } from './sk.js';
import { SWEDISH_TABLE } from './sv.js';
import type { LanguageTable } from './table.js';
import { THAI_TABLE } from './th.js';
import { TURKISH_TABLE } from './tr.js';
import { UKRAINIAN_TABLE } from './uk.js';
import { CHINESE_TABLE } from './zh.js';

/**
 * The languages that have more than names of things here, by ISO 639 code. English is apart, as a bundle's own words
 * are English.
 */
export const LANGUAGE_TABLES: Readonly<Record<string, LanguageTable>> = {
  de: GERMAN_TABLE,
  fr: FRENCH_TABLE,
  es: SPANISH_TABLE,
  pt: PORTUGUESE_TABLE,
  it: ITALIAN_TABLE,
  nl: DUTCH_TABLE,
  pl: POLISH_TABLE,
  ru: RUSSIAN_TABLE,
  uk: UKRAINIAN_TABLE,
  tr: TURKISH_TABLE,
  ja: JAPANESE_TABLE,
  zh: CHINESE_TABLE,
  ko: KOREAN_TABLE,
  hi: HINDI_TABLE,
  ar: ARABIC_TABLE,
  th: THAI_TABLE,
  sv: SWEDISH_TABLE,
  da: DANISH_TABLE,
  no: NORWEGIAN_TABLE,
  cs: CZECH_TABLE,
  sk: SLOVAK_TABLE,
  hu: HUNGARIAN_TABLE,
  fi: FINNISH_TABLE,
  ro: ROMANIAN_TABLE,
  el: GREEK_TABLE,
};
