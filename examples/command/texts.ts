/**
 * What the command and its options say about themselves, 1–100 characters each, for `src/chat/i18n/en/commands.ts` …
 */
export const en = {
  'command.surprise': 'Draw something that nobody thought of',
  'option.surprise.among': 'Only what fits these words, such as: hat',
};

/** … and for every other language that there are texts in. */
export const de = {
  'command.surprise': 'Etwas zeichnen, an das niemand gedacht hat',
  'option.surprise.among': 'Nur, was zu diesen Wörtern passt, etwa: Hut',
};
