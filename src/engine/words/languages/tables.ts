import type { LanguageTable } from './table.js';

/** The languages that have more than names of things here, by ISO 639 code. English is apart, as a bundle's own words are English. */
export const LANGUAGE_TABLES: Readonly<Record<string, LanguageTable>> = {};
