/** What chat calls the kind, for `src/chat/i18n/en/latents.ts` … */
export const en = {
  'kind.focus': 'Focus',
  'option.latents.splice.focus': 'The picture that the focus comes from',
};

/** … and for every other language that there are texts in. */
export const de = {
  'kind.focus': 'Blickpunkt',
  'option.latents.splice.focus': 'Das Bild, aus dem der Blickpunkt kommt',
};
