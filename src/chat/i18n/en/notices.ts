/** Short confirmations, and what was decided for people that they should know. */
export const notices = {
  'notice.resampled': '{kind} of picture {cell, number} was sampled again: “{rule}” is blocked here.',
  'notice.lost_dropped':
    '{kind} from another model cannot be used with this one, so this part is chosen anew; the rest is kept.',
  'notice.lost_shortened': '{kind} from another model: not all of that fits into this one, so a part is left out.',
  'notice.deleted': 'Deleted.',
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
