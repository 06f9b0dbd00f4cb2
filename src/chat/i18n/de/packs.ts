import type { packs as english } from '../en/index.js';

export const packs: Readonly<Record<keyof typeof english, string>> = {
  'action.pack_add_all': 'Alle zum Server hinzufügen',
  'action.pack_zip_all': 'Als Zip',
  'action.pack_other': 'Ein anderes',
  'action.pack_add': 'Einige als Emojis hinzufügen …',
  'action.pack_stickers': 'Einige als Sticker hinzufügen …',
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
    '{use, select, sticker {{count, plural, one {Ein Sticker wird} other {# Sticker werden}}} other {{count, plural, one {Ein Emoji wird} other {# Emojis werden}}}} hinzugefügt. Eine Nachricht sagt, wie weit es ist.',
  'pack.no_slots':
    'Dieser Server hat noch Platz für {kind, select, moving {{slots, plural, =0 {kein bewegtes Emoji} one {ein bewegtes Emoji} other {# bewegte Emojis}}} sticker {{slots, plural, =0 {keinen Sticker} one {einen Sticker} other {# Sticker}}} other {{slots, plural, =0 {kein unbewegtes Emoji} one {ein unbewegtes Emoji} other {# unbewegte Emojis}}}}, und das wären {count, number}. Wähl im Menü weniger, oder entfern vorher welche.',
  'pack.unknown': 'Das ist zu lange her oder schon zurückgenommen. Entfern sie in den Servereinstellungen.',
  'pack.removing': 'Was dieses Set hinzugefügt hat, wird entfernt.',
  'pack.retrying': 'Was nicht ging, versuche ich noch einmal.',
  'pack.progress':
    '{use, select, sticker {Sticker} other {Emojis}} werden hinzugefügt: {done, number} von {count, number}.',
  'pack.waits':
    '{use, select, sticker {Sticker} other {Emojis}} werden hinzugefügt: {done, number} von {count, number}. Discord nimmt gerade keine mehr; es geht in etwa {minutes, plural, one {einer Minute} other {# Minuten}} von selbst weiter, auch nach einem Neustart.',
  'pack.removal_waits':
    '{use, select, sticker {Sticker} other {Emojis}} werden entfernt. Discord nimmt gerade nichts mehr; es geht in etwa {minutes, plural, one {einer Minute} other {# Minuten}} von selbst weiter.',
  'pack.done':
    '{use, select, sticker {{done, plural, =0 {Kein Sticker wurde} one {Ein Sticker wurde} other {# Sticker wurden}}} other {{done, plural, =0 {Kein Emoji wurde} one {Ein Emoji wurde} other {# Emojis wurden}}}} hinzugefügt{names, select, none {.} other {: {names}}}',
  'pack.failed': '{count, plural, one {Eines ging} other {# gingen}} nicht ({names}): {problem}',
  'pack.removed':
    '{use, select, sticker {{count, plural, one {Ein Sticker} other {# Sticker}}} other {{count, plural, one {Ein Emoji} other {# Emojis}}}} dieses Sets {count, plural, one {wurde} other {wurden}} entfernt.',
};
