import type { card as english } from '../en/index.js';

/** Texte auf Karten. */
export const card = {
  'card.waiting':
    '{ahead, plural, =0 {Als Nächstes dran} one {Wartet: # Anfrage ist vorher dran} other {Wartet: # Anfragen sind vorher dran}}{eta, select, none {.} other {; fertig in etwa {eta}.}}',
  'card.accepted': 'Wartet auf einen Maler.',
  'card.stopping': 'Wird angehalten …',
  'card.planning': 'Denkt sich {count, plural, one {ein Bild} other {# verschiedene Bilder}} aus …',
  'card.painting': 'Malt {count, plural, one {# Bild} other {# Bilder}}: Schritt {step, number} von {steps, number} …',
  'card.upscaling': 'Vergrößert das Bild …',
  'card.painting_soon': 'Malt {count, plural, one {# Bild} other {# Bilder}} …',
  'card.storage_away':
    'Der Ort, an dem Bilder liegen, ist gerade nicht erreichbar. Es wird von selbst weiter versucht; nichts geht verloren.',
  'card.painter_away':
    'Das Programm, das malt, ist gerade nicht erreichbar. Es wird von selbst weiter versucht; was gemalt ist, bleibt, und nichts geht verloren.',
  'card.planned':
    '{count, plural, one {Ein Plan, noch nicht gemalt. Lass ihn malen oder lösche ihn.} other {# Pläne, noch nicht gemalt. Wähle, welche gemalt werden.}}',
  'card.failed': 'Das hat nicht geklappt. {why} Berechnet wurde nichts.',
  'card.decided': 'Was dafür bis dahin entschieden war, steht darunter.',
  'card.failed_unknown': 'Beim Malen ist etwas schiefgegangen.',
  'card.cancelled': 'Abgebrochen, ehe es fertig war. Berechnet wurde nichts. „Noch einmal“ fordert es noch einmal an.',
  'card.deleted': 'Gelöscht.',

  'card.fact.seed': 'Seed',
  'card.fact.variety': 'Vielfalt',
  'card.fact.guidance': 'Guidance',
  'card.fact.steps': 'Schritte',
  'card.fact.sampler': 'Sampler',
  'card.fact.painter': 'Gemalt von',
  'card.fact.upscale': 'Vergrößert',
  'card.fact.aspect': 'Format',
  'card.fact.diversity': 'Verschiedenheit',
  'card.fact.origin': 'Entstanden durch',
  'card.fact.parent': 'Aus',
  'card.fact.id': 'Kennung',
  'card.diversity': '{vendi, number, ::.00} von {count, number}',
  'card.origin':
    '{origin, select, plan {Plan} paint {Malen eines Plans} reroll {Neuwürfeln} reroll_cell {Neuwürfeln eines Bildes} edit {Bearbeiten} splice {Kreuzen} variations {Varianten} upscale {Vergrößern} replay {Latent-Code} other {imagine}}',

  'card.alt.grid': '{count, plural, one {Ein Bild} other {Ein Raster aus # Bildern}} zu „{prompt}“.',
  'card.alt.plan':
    '{count, plural, one {Ein Plan} other {# Pläne}} zu „{prompt}“, gezeichnet als Rahmen, Formen und Palette.',
  'card.alt.preview': 'Eine unfertige Vorschau zu „{prompt}“.',
  'card.alt.cell': '{cell, number}: {description}.',

  'card.latent_origin': '{origin, select, pinned {angeheftet} edited {bearbeitet} kept {behalten} other {neu}}',
} as const satisfies Record<keyof typeof english, string>;
