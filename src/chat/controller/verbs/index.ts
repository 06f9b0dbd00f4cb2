import type { ActionVerb } from '../../cards/index.js';
import type { ActionHandler } from '../action-context.js';
import { edit, splice } from './edits.js';
import { forgetNow } from './forget.js';
import {
  cancel,
  cell,
  latents,
  paint,
  remove,
  removeNow,
  reroll,
  rerollAll,
  retry,
  upscale,
  variations,
} from './grid.js';
import { imagine } from './imagine.js';
import { packAdd, packRedo, packRetry, packStickers, packUndo, packZip } from './packs.js';
import { code, deliver, emoji, sticker } from './pictures.js';
import { pinKind, pins, savePin } from './pins.js';

/** What each verb of an action's id does; a verb without one does not compile. */
export const VERBS: Readonly<Record<ActionVerb, ActionHandler>> = {
  'reroll-all': rerollAll,
  reroll,
  pins,
  'pin-kind': pinKind,
  latents,
  cell,
  variations,
  upscale,
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
  'pack-add': packAdd,
  'pack-stickers': packStickers,
  'pack-redo': packRedo,
  'pack-zip': packZip,
  'pack-undo': packUndo,
  'pack-retry': packRetry,
  'forget-now': forgetNow,
  imagine,
};
