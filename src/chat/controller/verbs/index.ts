import type { ActionVerb } from '../../cards/index.js';
import type { ActionHandler } from '../action-context.js';
import { paint, reroll, rerollAll, retry, variations } from './children.js';
import { edit, splice } from './edits.js';
import { cancel, remove, removeNow } from './endings.js';
import { cell, latents } from './panels.js';
import { code, deliver, emoji, sticker } from './pictures.js';
import { pinKind, pins } from './pins.js';
import { savePin } from './saved-pins.js';

/** What each verb of an action's id does; a verb without one does not compile. */
export const VERBS: Readonly<Record<ActionVerb, ActionHandler>> = {
  'reroll-all': rerollAll,
  reroll,
  pins,
  'pin-kind': pinKind,
  latents,
  cell,
  variations,
  deliver,
  emoji,
  sticker,
  code,
  edit,
  splice,
  'save-pin': savePin,
  paint,
  cancel,
  delete: remove,
  'delete-now': removeNow,
  retry,
};
