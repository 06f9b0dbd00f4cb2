/** What packs say, and what can be done with them. */
export const packs = {
  'action.pack_add_all': 'Add all to server',
  'action.pack_zip_all': 'As a zip',
  'action.pack_other': 'Another one',
  'action.pack_add': 'Add some as emoji …',
  'action.pack_stickers': 'Add some as stickers …',
  'action.pack_zip': 'Only some, as a zip …',
  'action.pack_redo': 'Draw some again …',
  'action.pack_option': '{cell, number}: {mood}',
  'action.pack_undo': 'Undo',
  'action.pack_retry': 'Try the failed ones again',
  'card.fact.moods': 'Moods',
  'pack.mood':
    '{mood, select, happy {happy} laughing {laughing} love {in love} crying {crying} angry {angry} sleepy {sleepy} surprised {surprised} cool {cool} thinking {thinking} party {partying} dizzy {dizzy} nervous {nervous} confused {confused} singing {singing} clever {clever} hot {on fire} winking {winking} sad {sad} sick {sick} kissing {kissing} other {–}}',
  'pack.licences': 'Drawn after these works, under the licences named:',
  'pack.credit': 'Drawn after {set} by {author}, {licence}.',
  'pack.zip':
    '{count, plural, one {One picture} other {# pictures}} as emoji and stickers, with a sheet, names and licences.',
  'pack.adding':
    '{use, select, sticker {{count, plural, one {One sticker is} other {# stickers are}}} other {{count, plural, one {One emoji is} other {# emoji are}}}} being added. A message tells how far it is.',
  'pack.no_slots':
    'This server has room for {slots, plural, =0 {no more} one {one more} other {# more}} {kind, select, moving {moving emoji} sticker {{slots, plural, one {sticker} other {stickers}}} other {still emoji}}, and this would be {count, number}. Choose fewer in the menu, or remove some first.',
  'pack.unknown': 'That was too long ago, or was taken back already. Remove them in the server settings.',
  'pack.removing': 'What this pack added is being removed.',
  'pack.retrying': 'I try again what failed.',
  'pack.progress': 'Adding {use, select, sticker {stickers} other {emoji}}: {done, number} of {count, number}.',
  'pack.waits':
    'Adding {use, select, sticker {stickers} other {emoji}}: {done, number} of {count, number}. Discord takes no more for now; it goes on by itself in about {minutes, plural, one {one minute} other {# minutes}}, also if I am restarted.',
  'pack.removal_waits':
    'Removing {use, select, sticker {stickers} other {emoji}}. Discord takes no more for now; it goes on by itself in about {minutes, plural, one {one minute} other {# minutes}}.',
  'pack.done':
    '{use, select, sticker {{done, plural, =0 {No sticker was} one {One sticker was} other {# stickers were}}} other {{done, plural, =0 {No emoji was} one {One emoji was} other {# emoji were}}}} added{names, select, none {.} other {: {names}}}',
  'pack.failed': '{count, plural, one {One} other {#}} could not be added ({names}): {problem}',
  'pack.removed':
    '{use, select, sticker {{count, plural, one {One sticker of this pack was} other {# stickers of this pack were}}} other {{count, plural, one {One emoji of this pack was} other {# emoji of this pack were}}}} removed.',
} as const;
