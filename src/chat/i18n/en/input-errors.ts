import type { EngineErrors } from '../../../engine/basics/index.js';
import type { ImageErrors } from '../../../images/index.js';
import type { ErrorKey } from '../error-keys.js';

type AboutInput = 'empty_prompt' | 'prompt_too_long' | 'unknown_kind' | 'bad_pin' | 'bad_latent_code' | 'bad_draft';

type AboutPictures = 'picture_too_large' | 'picture_unknown' | 'picture_broken' | 'picture_empty';

/** A value that cannot be used, whoever refuses it: `bad_value` and `bad_option`. */
const values = {
  'argument.missing': '“{option}” is needed.',
  'argument.not_whole': '“{option}” must be a whole number from {min} to {max}.',
  'argument.not_number': '“{option}” must be a number from {min} to {max}.',
  'argument.out_of_range': '“{option}” must be from {min} to {max}.',
  'argument.too_long': '“{option}” may be at most {maxLength, plural, one {# character} other {# characters}} long.',
  'argument.not_flag': '“{option}” is either yes or no.',
  'argument.not_choice': '“{option}” must be one of: {choices}.',
  'argument.bad_form': '“{value}” cannot be used for “{option}”. `help` shows how it is written.',
  'argument.not_mention':
    '“{option}” must name {type, select, user {a user} role {a role} other {a channel}} of this chat, as you mention {type, select, user {them} other {it}} in a message.',
  'argument.unknown_option':
    'There is no option “{option}”{nearest, select, none {.} other {; did you mean “{nearest}”?}} To draw those words, put them in quotes.',
  'argument.unknown_command': 'There is no command “{option}”; did you mean “{nearest}”?',
  'argument.unknown_subcommand': 'Say what to do with “{option}”: {choices}.',
  'argument.no_value': '“{option}” needs a value after it.',
  'argument.twice': 'Give “{option}” only once.',
  'argument.extra_words': '“{option}” is too much here: this command takes options only. `help` shows them.',
  'argument.nothing_given': 'Give at least one of: {choices}.',
  'argument.no_latest': 'You have no such grid in this channel yet. Name one by its id; `history` lists them.',
  'argument.no_cell': 'Say which of the {count} pictures: “{option}” is its number.',
  'argument.one_of': 'Give only one of: {choices}.',
  'argument.nested_alternatives':
    'Alternatives cannot stand within alternatives. Write each place by itself, such as {example}.',
  'argument.too_many_alternatives': 'At most {most, number} places of a prompt may have alternatives.',
  'argument.not_interval': '“{option}” must be two numbers from {min} to {max}, the lower one first.',
  'argument.tau_order': '“{option}” must have tau1 below tau2.',
  'argument.no_kinds': 'Name at least one kind of latent.',
  'argument.cell_count': '“{option}” must be {min} to {max} pictures.',
  'argument.too_many': '“{option}” may have at most {most, plural, one {# entry} other {# entries}}.',
  'argument.bad_shape': '“{option}” is not written like that.',
  'argument.no_cell_or_kind': 'Name a picture, a kind of latent, or both.',
  'argument.no_cells': 'Name at least one picture.',
  'argument.no_part': 'Name at least one kind of latent, and the picture that it is from.',
  'argument.painted_already': 'That grid is painted already. Name one of plans.',
  'argument.not_emoji': 'Give one emoji.',
  'argument.not_language': '“{option}” must be the tag of a language, such as en or de-AT.',
  'argument.not_time_zone': '“{option}” must be a time zone, such as Europe/Berlin or UTC.',
  'argument.no_letters': '“{option}” must be words with letters or digits.',
  'argument.reserved_name': 'Kinds of latents have that name already. Choose another one.',
  'argument.not_name': '“{option}” must be 1–{maxLength} letters, digits, - or _, and begin with a letter or digit.',
  'argument.not_own_name':
    '“{option}” must be {min}–{max} letters, digits, -, _ or blanks, and begin and end with a letter or digit.',
  'argument.no_limit': 'Give a limit of images, of requests at once, or both.',
  'argument.not_one_subject': 'Name one of: a user, a role, a channel, or everybody.',
  'argument.no_quota': 'There is no quota of “{subject}” to remove.',
} as const;

/** What is wrong with what somebody wrote for the engine to read; what to do, from the next line on. */
const inputs = {
  'errors.empty_prompt':
    'The prompt is empty.\nSay what to draw, such as: {where, select, cli {kaleido imagine "a cat and a pizza"} other {a cat and a pizza}}.',
  'errors.prompt_too_long': 'The prompt is longer than {most} characters.\nSay what to draw in fewer words.',
  'errors.unknown_kind': '"{name}" is no kind of latent that this model has.\nChoose from: {kinds}.',

  'errors.bad_pin.empty': 'The {named} cannot be used: it is empty.\n{how}',
  'errors.bad_pin.blank_text': 'The {named} cannot be used: a text is empty.\n{how}',
  'errors.bad_pin.none': 'The {named} cannot be used: there are none.\n{how}',
  'errors.bad_pin.no_colours': 'The {named} cannot be used: there are no colours.\n{how}',
  'errors.bad_pin.long_entry': 'The {named} cannot be used: an entry of it is too long.\n{how}',
  'errors.bad_pin.shares_over': 'The {named} cannot be used: the shares add up to more than 100%.\n{how}',
  'errors.bad_pin.no_share_left': 'The {named} cannot be used: no share is left for the colours without one.\n{how}',
  'errors.bad_pin.not_box':
    'The {named} cannot be used: "{entry}" is not a label and four numbers inside the picture.\n{how}',
  'errors.bad_pin.box_corners': 'The {named} cannot be used: in "{entry}" x0 must be below x1, and y0 below y1.\n{how}',
  'errors.bad_pin.not_ellipse': 'The {named} cannot be used: "{entry}" is not five numbers inside the picture.\n{how}',
  'errors.bad_pin.long_radius':
    'The {named} cannot be used: in "{entry}" a radius is longer than half the picture.\n{how}',
  'errors.bad_pin.unknown_colour': 'The {named} cannot be used: "{entry}" is not a colour that I know.\n{how}',
  'errors.bad_pin.no_share': 'The {named} cannot be used: the share of "{entry}" is nothing.\n{how}',
  'errors.bad_pin.not_whole': 'The {named} cannot be used: "{entry}" is not a whole number.\n{how}',
  'errors.bad_pin.not_read': 'The {named} cannot be used: "{entry}" is not written like that.\n{how}',
  'errors.bad_pin.too_many': 'The {named} cannot be used: this model knows at most {most}, not {count}.\n{how}',
  'errors.bad_pin.too_many_colours':
    'The {named} cannot be used: this model knows at most {most} colours, not {count}.\n{how}',
  'errors.bad_pin.code_count': 'The {named} cannot be used: this model needs {cells} codes, not {count}.\n{how}',
  'errors.bad_pin.unknown_code':
    'The {named} cannot be used: {given} is not a code of this model, whose codes are 0–{max}.\n{how}',
  'errors.bad_pin.too_long': 'The {named} cannot be used: it is longer than {most} characters.\n{how}',
  'errors.bad_pin.unreadable': 'The {named} cannot be used: this model cannot read "{said}".\n{how}',
  'errors.bad_pin.cut':
    'The {named} cannot be used: "{said}" is too long for this model, which would stop after "{read}".\n{how}',
  'errors.bad_pin.long_pin':
    'The pin of {named} is longer than {most} characters.\nWrite less, or use the latent code of a picture.',
  'errors.bad_pin.no_value':
    'The pin "{text}" gives no value.\nWrite {written}=… with the value after the equals sign.',
  'errors.bad_pin.bad_shape': 'The {named} cannot be used: {option} is not as it must be.',

  'errors.bad_latent_code.long_code':
    'This is not a whole latent code: it has more than {most} characters.\nCopy the whole code, without spaces inside.',
  'errors.bad_latent_code.characters':
    'This is not a whole latent code: it may hold only letters, digits, - and _.\nCopy the whole code, without spaces inside.',
  'errors.bad_latent_code.too_short':
    'This is not a whole latent code: it is too short.\nCopy the whole code, without spaces inside.',
  'errors.bad_latent_code.checksum':
    'This is not a whole latent code: its check does not add up.\nCopy the whole code, without spaces inside.',
  'errors.bad_latent_code.breaks_off':
    'This is not a whole latent code: it breaks off.\nCopy the whole code, without spaces inside.',
  'errors.bad_latent_code.impossible':
    'This is not a whole latent code: it says something impossible.\nCopy the whole code, without spaces inside.',
  'errors.bad_latent_code.other_model':
    'The latent code is of an earlier version and another model, and only that model can read it.\nAsk for the code of that picture anew, or use its latents directly.',
  'errors.bad_latent_code.unknown_kind':
    'The latent code holds a kind of latent, "{name}", which is not known here.\nUse the version of Kaleido that made it.',
  'errors.bad_latent_code.version':
    'The latent code is of version {version}, which is not known here.\nCopy the whole code, or use the version of Kaleido that made it.',

  'errors.bad_draft.unknown_picture':
    'What was recalled for this picture has a picture "{picture}" of "{thing}", which this model does not have.\nUse the model that it was painted with.',
  'errors.bad_draft.unknown_part':
    'What was recalled for this picture has the {part} of a "{thing}" in another colour, which this model does not have.\nUse the model that it was painted with.',
  'errors.bad_draft.unknown_paint':
    'What was recalled for this picture has a paint "{wanted}", which this model does not have.\nUse the model that it was painted with.',
  'errors.bad_draft.unknown_colour':
    'What was recalled for this picture has a colour "{wanted}", which this model does not have.\nUse the model that it was painted with.',
  'errors.bad_draft.unknown_face':
    'What was recalled for this picture has a face for the mood "{wanted}", which this model does not have.\nUse the model that it was painted with.',
  'errors.bad_draft.unknown_sign':
    'What was recalled for this picture has a sign for the mood "{wanted}", which this model does not have.\nUse the model that it was painted with.',
  'errors.bad_draft.no_places':
    'There are no places for {count} things of the kind "{kind}".\nUse the model that it was painted with.',
} as const satisfies Record<ErrorKey<Pick<EngineErrors, AboutInput>, 'errors'>, string>;

/** What is wrong with a picture that somebody brings. */
const pictures = {
  'errors.picture_too_large.bytes':
    'That picture is too large: its file has {bytes, number} bytes.\nFiles of up to {most, number} bytes are taken; save it smaller, or as WebP.',
  'errors.picture_too_large.pixels':
    'That picture is too large: {width, number} × {height, number} pixels.\nUp to {most, number} pixels are taken; make it smaller.',
  'errors.picture_too_large.side':
    'That picture is too long: {width, number} × {height, number} pixels.\nUp to {most, number} pixels a side are taken; make it smaller.',
  'errors.picture_unknown': 'That is no picture that I can read.\nSend a PNG, JPEG, WebP, GIF or AVIF.',
  'errors.picture_broken': 'That picture is damaged or breaks off.\nSave it anew and send it again.',
  'errors.picture_empty': 'That picture is wholly transparent.\nSend one that shows something.',
} as const satisfies Record<ErrorKey<Pick<ImageErrors, AboutPictures>, 'errors'>, string>;

/** How kinds of latents are written; one without a text of its own shows its example. */
const howToWrite = {
  // As a sentence has it: in English the word that people write, in German the name.
  'pin.kind': '{written}{kind, select, other {}}',
  'pin.how.description': 'Write one short line, such as: {example}.',
  'pin.how.boxes':
    'Write each box as a label and x0,y0,x1,y1, such as: {example}. Numbers are pixels of the picture, {side} on each side, from its upper left corner, or percentages such as 50%.',
  'pin.how.blobs':
    'Write each shape as x,y,major radius,minor radius,angle, such as: {example}. Lengths are pixels of the picture, {side} on each side (a radius is at most {half}), or percentages such as 25%; the angle is in degrees, clockwise from level.',
  'pin.how.palette':
    'Write colours by name or as #rrggbb with commas between them, such as: {example}. Shares may follow: red 60%, white 40%.',
  'pin.how.tokens':
    'Write one whole number for each cell of the grid with commas between them, as the details of a cell show them: {example}.',
  'pin.how.other': 'Write it such as: {example}.',
} as const;

/** Why what somebody wrote cannot be used. */
export const inputErrors = { ...values, ...inputs, ...pictures, ...howToWrite } as const;
