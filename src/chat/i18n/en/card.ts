/** Texts on cards: what is going on, small print, descriptions of pictures. */
export const card = {
  'card.waiting':
    '{ahead, plural, =0 {Next in line} one {Waiting: # request goes first} other {Waiting: # requests go first}}{eta, select, none {.} other {; ready in about {eta}.}}',
  'card.accepted': 'Waiting for a painter.',
  'card.stopping': 'Stopping …',
  'card.planning': 'Thinking up {count, plural, one {a picture} other {# different pictures}} …',
  'card.painting':
    'Painting {count, plural, one {# picture} other {# pictures}}: step {step, number} of {steps, number} …',
  'card.upscaling': 'Makes the picture larger …',
  'card.painting_soon': 'Painting {count, plural, one {# picture} other {# pictures}} …',
  'card.storage_away':
    'The place where pictures are kept is away for the moment. It is tried again all by itself; nothing is lost.',
  'card.painter_away':
    'The engine that paints is away for the moment. It is tried again all by itself; what is painted stays, and nothing is lost.',
  'card.planned':
    '{count, plural, one {One plan, not painted yet. Paint it, or delete it.} other {# plans, not painted yet. Choose those to paint.}}',
  'card.failed': 'That did not work. {why} Nothing was charged.',
  'card.decided': 'What was decided for it by then is below.',
  'card.failed_unknown': 'Something went wrong while it was painted.',
  'card.cancelled': 'Cancelled before it was done. Nothing was charged. “Try again” asks for it once more.',
  'card.deleted': 'Deleted.',

  'card.fact.seed': 'Seed',
  'card.fact.variety': 'Variety',
  'card.fact.guidance': 'Guidance',
  'card.fact.steps': 'Steps',
  'card.fact.sampler': 'Sampler',
  'card.fact.painter': 'Painted by',
  'card.fact.upscale': 'Upscaled',
  'card.fact.aspect': 'Shape',
  'card.fact.diversity': 'Diversity',
  'card.fact.origin': 'Made by',
  'card.fact.parent': 'From',
  'card.fact.id': 'Id',
  'card.diversity': '{vendi, number, ::.00} of {count, number}',
  'card.origin':
    '{origin, select, plan {plan} paint {painting a plan} reroll {reroll} reroll_cell {reroll of one picture} edit {edit} splice {splice} variations {variations} upscale {made larger} replay {latent code} other {imagine}}',

  'card.alt.grid': '{count, plural, one {A picture} other {A grid of # pictures}} for “{prompt}”.',
  'card.alt.plan': '{count, plural, one {A plan} other {# plans}} for “{prompt}”, drawn as boxes, shapes and palette.',
  'card.alt.preview': 'An unfinished preview for “{prompt}”.',
  'card.alt.cell': '{cell, number}: {description}.',

  'card.latent_origin': '{origin, select, pinned {pinned} edited {edited} kept {kept} other {new}}',
} as const;
