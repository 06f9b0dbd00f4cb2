import type { about as english } from '../en/index.js';

export const about: Readonly<Record<keyof typeof english, string>> = {
  'command.about': 'Was ich bin, nach wessen Bildern ich zeichne, und was von dir aufgehoben wird',
  'about.title': 'Kaleido',
  'about.what':
    'Sag, was ich zeichnen soll, und ich male es als vier wirklich verschiedene Bilder. `help` zeigt, was ich kann, `things`, was ich zeichnen kann.',
  'about.version': 'Version',
  'about.model': 'Modell',
  'about.licensed': '{name}, {licence}',
  'about.kept': 'Raster bleiben',
  'about.days': '{days, plural, =0 {bis sie gelöscht werden} one {einen Tag} other {# Tage}}',
  'about.artwork': 'Gezeichnet nach',
  'about.credit': '{set} von {author}, {licence}',
  'about.changed':
    'Alles ist ausgeschnitten, skaliert, umgefärbt und neu gemalt; `show` nennt die Bilder hinter einem Raster. Die Lizenzen im Wortlaut: spdx.org/licenses',
  'about.privacy': 'Was von dir aufgehoben wird',
  'about.private':
    'Prompts, Bilder und Latents deiner Raster; Bilder, die du mitbringst, solange ein Raster oder ein gespeichertes Ding danach gezeichnet ist; Einstellungen, gespeicherte Pins und Dinge; wie viel du gezeichnet hast. `delete` löscht ein Raster, `forget-me` alles. Wer mich betreibt, kann es sehen. Ich male selbst und frage keinen anderen Dienst.',
};
