import { type CommandSpec, commandsChecked } from '../src/chat/commands/index.js';
import type { Aspect } from '../src/engine/basics/index.js';

import { about } from './about.js';
import { admin } from './admin/index.js';
import { cancel } from './cancel.js';
import { remove } from './delete.js';
import { deliver } from './deliver.js';
import { describe } from './describe.js';
import { forgetMe } from './forget-me.js';
import { help } from './help.js';
import { history } from './history.js';
import { imagineIn } from './imagine.js';
import { latents } from './latents/index.js';
import { packIn } from './pack.js';
import { paint } from './paint.js';
import { pins } from './pins.js';
import { quota } from './quota/index.js';
import { reroll } from './reroll.js';
import { settings } from './settings.js';
import { show } from './show.js';
import { thingsIn } from './things/index.js';
import { upscale } from './upscale.js';
import { variations } from './variations.js';

export { imagineIn } from './imagine.js';
export { packIn } from './pack.js';
export { thingsIn } from './things/index.js';

/** What of a bundle can be chosen by name. */
export interface BundleChoices {
  styles: readonly string[];
  /** Names of the groups of things. */
  groups: readonly string[];
  /** What paints besides Kaleido itself, by the names that people choose it by. */
  painters?: readonly string[];
  /** Shapes that one of them paints. */
  aspects?: readonly Aspect[];
  /** Whether one of them may make finished pictures larger. */
  mayUpscale?: boolean;
}

/** Discord's limit for the choices of an option; of more, the first can be chosen. */
const MOST_CHOICES = 25;

/** Every command of the bot, in the order that help shows them. A new command is one file and one line here. */
export function commandsFor({
  styles,
  groups,
  painters = [],
  aspects = [],
  mayUpscale = false,
}: BundleChoices): readonly CommandSpec[] {
  return commandsChecked([
    imagineIn(styles.slice(0, MOST_CHOICES), painters.length === 0 ? [] : [...painters, 'kaleido'], aspects),
    packIn(styles.slice(0, MOST_CHOICES)),
    reroll,
    variations,
    ...(mayUpscale ? [upscale] : []),
    paint,
    latents,
    pins,
    describe,
    thingsIn(groups.slice(0, MOST_CHOICES)),
    show,
    deliver,
    history,
    cancel,
    remove,
    settings,
    forgetMe,
    quota,
    admin,
    help,
    about,
  ]);
}

/**
 * Every command, with the least that a bundle offers: for scripts that look at them without one.
 * @public
 */
export const commands = commandsFor({ styles: ['flat'], groups: ['objects'] });
