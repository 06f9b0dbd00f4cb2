import { commandsFor } from '../../../../commands/index.js';
import { askableStyles } from '../../../../src/engine/finishes/index.js';

/** Every command, with what can be chosen of the shipped bundle. */
export const commands = commandsFor({
  styles: askableStyles(['3d', 'blob', 'flat', 'outline', 'rounded', 'shaded', 'simple']),
  groups: [
    'smileys-emotion',
    'people-body',
    'animals-nature',
    'food-drink',
    'travel-places',
    'activities',
    'objects',
    'symbols',
    'flags',
  ],
  mayUpscale: true,
});
