import type { packs as english } from '../en/index.js';

export const packs: Readonly<Record<keyof typeof english, string>> = {
  'action.pack_add_all': 'Alle zum Server hinzufügen',
  'action.pack_zip_all': 'Als Zip',
  'action.pack_other': 'Ein anderes',
  'action.pack_add': 'Nur einige zum Server hinzufügen …',
  'action.pack_zip': 'Nur einige, als Zip …',
  'action.pack_redo': 'Einige neu zeichnen …',
  'action.pack_option': '{cell, number}: {mood}',
  'action.pack_undo': 'Rückgängig',
  'action.pack_retry': 'Was nicht ging, noch einmal',
  'card.fact.moods': 'Stimmungen',
  'pack.mood':
    '{mood, select, happy {fröhlich} laughing {lachend} love {verliebt} crying {weinend} angry {wütend} sleepy {müde} surprised {überrascht} cool {cool} thinking {nachdenklich} party {feiernd} dizzy {schwindlig} nervous {nervös} confused {verwirrt} singing {singend} clever {schlau} hot {feurig} winking {zwinkernd} sad {traurig} sick {krank} kissing {küssend} other {–}}',
  'pack.licences': 'Nach diesen Werken gezeichnet, unter den genannten Lizenzen:',
  'pack.credit': 'Gezeichnet nach {set} von {author}, {licence}.',
  'pack.zip':
    '{count, plural, one {Ein Bild} other {# Bilder}} als Emojis und Sticker, mit Übersicht, Namen und Lizenzen.',
  'pack.adding':
    '{count, plural, one {Ein Emoji wird} other {# Emojis werden}} hinzugefügt. Eine Nachricht sagt, wie weit es ist.',
  'pack.no_slots':
    'Dieser Server hat noch Platz für {slots, plural, =0 {kein} one {ein} other {#}} {kind, select, moving {bewegtes} other {unbewegtes}} Emoji, und das wären {count, number}. Wähl im Menü weniger, oder entfern vorher welche.',
  'pack.unknown': 'Das ist zu lange her oder schon zurückgenommen. Entfern die Emojis in den Servereinstellungen.',
  'pack.removing': 'Was dieses Set hinzugefügt hat, wird entfernt.',
  'pack.retrying': 'Was nicht ging, versuche ich noch einmal.',
  'pack.progress': 'Emojis werden hinzugefügt: {done, number} von {count, number}.',
  'pack.waits':
    'Emojis werden hinzugefügt: {done, number} von {count, number}. Discord nimmt gerade keine mehr; es geht in etwa {minutes, plural, one {einer Minute} other {# Minuten}} von selbst weiter, auch nach einem Neustart.',
  'pack.removal_waits':
    'Emojis werden entfernt. Discord nimmt gerade nichts mehr; es geht in etwa {minutes, plural, one {einer Minute} other {# Minuten}} von selbst weiter.',
  'pack.done':
    '{done, plural, =0 {Kein Emoji wurde} one {Ein Emoji wurde} other {# Emojis wurden}} hinzugefügt{names, select, none {.} other {: {names}}}',
  'pack.failed': '{count, plural, one {Eines ging} other {# gingen}} nicht ({names}): {problem}',
  'pack.removed': '{count, plural, one {Ein Emoji dieses Sets wurde} other {# Emojis dieses Sets wurden}} entfernt.',
};
