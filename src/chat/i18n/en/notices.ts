/** Short confirmations, and what was decided for people that they should know. */
export const notices = {
  'notice.resampled':
    '{kind} of picture {cell, number} was sampled again: it said a word that {list, select, own {is blocked here} other {the built-in list blocks}}.',
  'notice.centred':
    '“{thing}” would be stretched too far in its box, so it is in the middle of it instead ({count, plural, one {picture} other {pictures}} {cells}).',
  'notice.lost_dropped':
    '{kind} from another model cannot be used with this one, so this part is chosen anew; the rest is kept.',
  'notice.lost_shortened': '{kind} from another model: not all of that fits into this one, so a part is left out.',
  'notice.lost_without_picture':
    'That was drawn after somebody’s own picture, which is not here, so I paint from the latents alone. Bring that picture (`thing:` or `image:`), and it comes out as it was.',
  'notice.prompt.read_as': '“{said}” is read as “{name}”.',
  'notice.prompt.removed': 'Kept out, as you said: “{said}”.',
  'notice.prompt.inseparable': '“{said}” stays: it is part of the drawing itself, and I cannot leave it out.',
  'notice.prompt.contradicted': 'You ask for “{said}” and keep it out at once, so it is left out.',
  'notice.prompt.unknown':
    'I do not know “{said}”, so it is not in the pictures{nearest, select, none {.} other {; the nearest that I know: {nearest}.}}',
  'notice.prompt.left_out':
    '“{said}” is not in the pictures: {why, select, text {I cannot write letters, digits or words} action {I cannot show that being done} place {I draw no places or backgrounds} too_many {there is no room for so many things} mood {I cannot show that mood here} colour {I cannot paint it in that colour} style {I do not have that style} occasion {when it is, or what it is for, no picture shows beside other things} other {I cannot draw that}}.',
  'notice.prompt.skin':
    '“{said}”: people are drawn in the yellow of emoji here, and not in a colour of skin; hair, eyes and clothes can have one (“with red hair”).',
  'notice.prompt.cut': 'The prompt is too long for the model, which does not see: {said}',
  'notice.quoted': '“{text}”',
  'notice.begun_again': 'Begun again after an interruption.',
  'notice.instead_of': 'Painted with {now}: {was} is no longer among the models here.',
  'notice.exhausted':
    'All that I remember for this has been shown. From here on things come again; another prompt, more variety or recall 0 bring others.',
  'notice.stand_in':
    'The language model {why, select, away {does not answer} few {had too few plans for this} other {gave no plan that I can use}}, so I planned {why, select, few {the rest} other {this}} by simple rules. A reroll asks it again.',
  'notice.refused':
    '{count, plural, one {Picture {cells} is} other {Pictures {cells} are}} not painted, and not charged: {why, select, policy {the rules of the engine forbid it} black {it came back black, as a filter leaves it} other {the engine’s checker took what came out for something indecent}}. Reroll {count, plural, one {it} other {them}}, or say it another way.',
  'notice.delete_sure': 'Delete {id} for good? “{prompt}”, its pictures and latents go; what was made of them stays.',
  'notice.deleted': 'Deleted.',
  'notice.deleted_but_shown':
    'Deleted, but I may not remove the message that shows it. Where only you see that one, dismiss it; else ask a moderator to remove it.',
  'notice.forget_sure':
    'Delete everything that I keep of you for good? {grids, plural, =0 {No grids} one {# grid with its prompt, pictures and message} other {# grids with their prompts, pictures and messages}}, {pins, plural, =0 {no saved pins} one {# saved pin} other {# saved pins}}, {things, plural, =0 {no things of your own} one {# thing of your own} other {# things of your own}}, your settings and votes, and your name on record. What others made of your grids stays, and so does what admins set for you. What you used today stays counted until the day is over.',
  'notice.forgotten':
    'Forgotten: {grids, plural, =0 {there were no grids} one {# grid} other {# grids}}, {pins, plural, =0 {no saved pins} one {# saved pin} other {# saved pins}}, {things, plural, =0 {no things of your own} one {# thing of your own} other {# things of your own}}, and all else. Messages that show your grids go away one after another; where I may not remove one, ask a moderator.',
  'notice.pinned': 'Pinned for the next reroll: {pins}.',
  'notice.nothing_pinned': 'Nothing is pinned now.',
  'notice.pin.cell': 'picture {cell, number}',
  'notice.pin.kind': '{kind} of each picture',
  'notice.pin.cell_kind': '{kind} of picture {cell, number} for all',
  'notice.pin.cell_own': '{kind} of picture {cell, number} for itself',
  'notice.saved_pin': 'Saved as “{name}”. Use it with `imagine … --pin {name}`.',
  'notice.delivered': 'Picture {cell, number} of {id}, with its parameters and latents in the file.',
  'notice.upload': '{use, select, emoji {Emoji} other {Sticker}} “{name}”, made of picture {cell, number} of {id}.',
  'notice.code': 'Picture {cell, number} of {id} as a latent code. Use it with `imagine … --code`:',

  'panel.latents': 'Latents of {id}',
  'panel.cell': 'Picture {cell, number} of {id}',
  'panel.line': '{emoji} {kind}: {text} ({origin})',
  'panel.no_latents': 'It has no latents yet.',
} as const;
