import type { CoreErrorCode } from '../../../core/basics/index.js';
import type { WorkErrors } from '../../../core/work/index.js';

/**
 * One text for each rule that can refuse: what is wrong, then what to do. `bad_value` has its texts with the commands.
 */
const refusals = {
  'errors.quota_exceeded':
    '{limit, select, inFlight {{subject, select, channel {This channel already has} space {Everybody here together already has} other {You already have}} {used, number} of {allowed, number} requests waiting or running. Wait until one is done, or cancel one.} costPerDay {{used, number} of {allowed, number} {unit} {subject, select, channel {of this channel} space {of everybody here} role {of your role} other {of yours}} are spent today, too much for this one. The count starts afresh {when}; an admin can allow more, and `model` may name one that costs less.} other {{used, number} of {allowed, plural, one {# image} other {# images}} {subject, select, channel {of this channel} space {of everybody here} role {of your role} other {of yours}} are used today, too many for this one. The count starts afresh {when}; an admin can grant more.}}',
  'errors.blocked_term':
    '“{term}” is blocked here, and the {where, select, pin {{kind} you gave} name {name} other {prompt}} has it. Say it in another way and try again; if the rule is wrong, an admin can allow the word.',
  'errors.disabled_here': 'Pictures are switched off in this channel. Try another one, or ask an admin.',
  'errors.not_allowed':
    '{action, select, delete {Only the person who asked for it, or a moderator, may delete this.} cancel {Only the person who asked for it, or a moderator, may cancel this.} pin {Only the person who asked for it may pin parts of this. Ask for a grid of your own to pin what you like.} share {Only the person who asked for it may share parts of this with everybody here.} forget {That button was for somebody else, and nothing was deleted. Run `forget-me` yourself to be forgotten.} other {You may not do that here. Ask an admin of this place.}}',
  'errors.no_space_here':
    '{action, select, pins {Pins for everybody are} things {Things for everybody are} status {That is} audit {That is} other {Rules and quotas are}} of a server or workspace, and here is none. Run this in a channel of the one that you mean.',
  'errors.generation_unknown':
    'There is no grid {id} that you can see from here. It may have been deleted, or be private, or of a conversation that I cannot tell you are in: ask there. `history` lists your own.',
  'errors.generation_unfinished':
    '{status, select, cancelled {That grid was cancelled before it was done. `show` has a button that asks for it once more.} failed {That grid could not be painted. `show` says why, and has a button that asks for it once more.} planned {Those are plans, not pictures yet. `paint` paints them.} other {That grid is not finished yet. Try again when it is.}}',
  'errors.cell_unknown':
    'There is no picture {cell}. {count, plural, =1 {This grid has only number 1.} other {Choose a number from 1 to #.}}',
  'errors.latent_missing': 'That picture has no {kind}. Choose another kind or another picture.',
  'errors.latent_of_another_model':
    '{kind} of that picture is of another model and cannot be used with this one. Choose another kind or another picture.',
  'errors.saved_pin_unknown': 'No pin is saved as “{name}”. `pins list` shows those that there are.',
  'errors.too_many_saved_pins':
    'There is room for {limit, plural, one {# saved pin} other {# saved pins}}. Delete one that you no longer need.',
  'errors.saved_thing_unknown': 'Nothing is kept as “{name}”. `things list` shows what there is.',
  'errors.saved_thing_taken': 'Something is kept as “{name}” already. Choose another name, or remove that one first.',
  'errors.too_many_saved_things':
    'There is room for {limit, plural, one {# thing} other {# things}}. Remove one that you no longer need.',
  'errors.saved_things_too_large':
    'All things together may take {limit, number} bytes, and with this one it would be more. Remove one that you no longer need.',
  'errors.model_refused': '{model} is not allowed here. You can choose {choices}.',
  'errors.own_pictures_refused':
    '{who, select, admins {Only admins may bring pictures of their own here.} other {Pictures of people’s own are switched off here.}} Name something that I know; `things` shows it all.',
  'errors.picture_blocked':
    'That picture, or one that looks like it, is blocked here. Bring another one; if that is a mistake, an admin can take it off the list.',
  'errors.picture_not_looked_at':
    'I could not look at your picture just now. Nothing was charged. Please try again in a minute.',
  'errors.blocked_picture_unknown': 'No picture {id} is blocked here. `admin blocked-pictures` lists those that are.',
  'errors.nothing_to_reroll': 'Everything is pinned, so a reroll would change nothing. Unpin something first.',
  'errors.cell_refused':
    'Picture {cell, number} is not painted: {reason, select, policy {the rules of the engine forbid it} black {it came back black, as a filter leaves it} other {the engine’s checker took what came out for something indecent}}. Reroll it, or say it another way.',
  'errors.nothing_to_cancel': 'Nothing of yours is waiting or running here.',
  'errors.nothing_known':
    '{excluded, select, none {{unwritten, select, none {{words, select, none {The prompt names nothing that I know, so there is nothing to paint.} other {I do not know {words}, so there is nothing to paint.}}} other {I cannot write {unwritten}, and there is nothing else to paint.}}} other {You ask for {excluded} and keep it out at once, so there is nothing to paint.}}{nearest, select, none {} other { The nearest that I know: {nearest}.}} Nothing was charged; {where, select, cli {`kaleido things`} other {`things`}} lists all that I know.',
  'errors.pinned_twice': 'Two pins give a value for {named}.\nPin each kind once.',
  'errors.aspect_refused':
    '{painter, select, kaleido {Kaleido’s own painter} other {{painter}}} paints squares{other, select, none {, and nothing is set up here that paints {aspect}. Leave `aspect` out.} other {; `model:{other}` paints {aspect}.}}',
  'errors.upscale_refused':
    '{painter, select, kaleido {Kaleido’s own painter} other {{painter}}} has nothing that makes pictures larger{other, select, none {, and nothing that is set up here has.} other {; {other} has. Have a grid painted with `model:{other}`, and upscale that.}}',
  'errors.upscaled_already': 'That picture was made larger already. `deliver` hands it out in full.',
  'errors.interrupted': 'I was interrupted before I could answer this. Nothing was charged. Please try again.',
} as const satisfies Record<`errors.${Exclude<CoreErrorCode, 'bad_value'>}`, string>;

/** Why a generation failed, where the worker itself decided so. */
const failures = {
  'errors.blocked_latents':
    'Every plan for picture {cell} says a word that is blocked here. Say it in another way, or pin a {kind} of your own.',
  'errors.parent_gone': 'Picture {cell} was to stay as it is, but it has been deleted. Ask for a new grid.',
  'errors.own_picture_gone': 'The picture of “{name}” has been deleted. Ask again with the picture.',
  'errors.painter_missing':
    'The worker was not told of the engine that paints. Its host has to set KALEIDO_PAINTER for workers too.',
  'errors.workers_died':
    'The painter stopped each time that it began on this. Ask for fewer pictures, or tell an admin.',
} as const satisfies Record<`errors.${keyof WorkErrors}`, string>;

/** Why a picture that somebody shows cannot be had. */
const pictures = {
  'errors.picture_not_fetched.elsewhere':
    'I take pictures only from this chat itself. Attach the picture, or use an emoji of it.',
  'errors.picture_not_fetched.no_file': 'I find no picture there that you can see. Attach it anew.',
  'errors.picture_not_fetched.refused': 'I am not given that picture. Attach it anew, or try again later.',
  'errors.picture_not_fetched.broke_off':
    'That picture did not come through whole. Try again, or attach a smaller one.',
} as const;

/** Texts of errors that no rule makes. */
export const errors = {
  ...refusals,
  ...failures,
  ...pictures,
  'errors.internal': 'Something broke while the picture was made. Please try again.',
  'errors.painter_refused.policy':
    'The engine that paints shows no picture for this: its rules forbid it. Say it another way.',
  'errors.painter_refused.black':
    'The engine that paints shows no picture for this: it came back black, as its filter leaves it. Say it another way.',
  'errors.painter_refused.unsafe':
    'The engine that paints shows no picture for this: its checker took what came out for something indecent. Try once more, or say it another way.',
  'errors.painter_refused.upscale':
    'What painted this has nothing any more that makes pictures larger. Whoever runs it can see to that.',
  'errors.painter_refused.aspect':
    'What paints this makes no pictures of that shape. Leave `aspect` out, or choose another `model`.',
  'errors.host': 'The painter has a problem that the people who run it must mend. Please try again later.',
  'errors.unknown': 'Sorry, something broke. Please try again; if it happens again, tell an admin “{incident}”.',
  'errors.outage': 'Something that I keep my work in is away right now. Please try again in a minute.',
  'errors.foreign_action': 'That button belongs to an older version of me. Ask for a new grid.',
  'errors.foreign_command': 'I do not know “{path}”. `help` lists what I can do.',
  'errors.no_choice': 'Nothing was chosen.',
  'errors.splice_cells': 'Give, for at least one latent, the number of a picture from 1 to {count, number}.',
  'errors.upload_name': 'Such a name has 2 to {most, number} letters from a to z, digits and underscores.',
  'errors.no_picture': 'That message has no picture that I could use.',
  'errors.no_custom_emoji': 'I can look at pictures, and at emojis that a server made itself: that was neither.',
  'errors.emoji_unseen':
    'If a custom emoji is meant: I may not see those of this workspace. An admin can allow it by giving me the scope emoji:read.',
  'errors.unchanged': 'You did not change anything, so there is nothing to paint.',
  'errors.pin_kinds': 'I do not know “{word}”. Write some of: {kinds}; or nothing for all.',
} as const;
