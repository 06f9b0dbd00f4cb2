import type { home as english } from '../en/index.js';

/** Texte der persönlichen Seite. */
export const home = {
  'home.title': 'Dein Kaleido',
  'home.how': 'Schreib `imagine eine Katze und eine Pizza`, dann würfle neu, hefte an und ändere, was du bekommst.',
  'home.history': 'Letzte Raster',
  'home.history.empty': 'Noch keine.',
  'home.history.item': '{when}: „{prompt}“ ({state}, {id})',
  'home.state':
    '{state, select, queued {wartet} planning {in Arbeit} painting {in Arbeit} planned {geplant} done {fertig} failed {fehlgeschlagen} cancelled {abgebrochen} other {gelöscht}}',
  'home.pins': 'Gespeicherte Pins',
  'home.pins.empty': 'Noch keine. „Als Pin speichern“ bewahrt Latents, die dir gefallen, unter einem Namen auf.',
  'home.pins.item': '{name}{owner, select, space { (für alle hier)} other {}}: {kinds}',
  'home.quota': 'Heute',
  'home.quota.images': 'Bilder',
  'home.quota.in_flight': 'Wartend oder laufend',
  'home.quota.used': '{used, number}',
  'home.quota.used_of': '{used, number} von {allowed, number}',
  'home.quota.granted': 'Zusätzlich freigegebene Bilder',
  'home.quota.resets': 'Neue Zählung',
  'home.quota.resets_at': '{when} (Mitternacht, {zone})',
} as const satisfies Record<keyof typeof english, string>;
