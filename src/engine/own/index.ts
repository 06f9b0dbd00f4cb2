export type { OwnFace } from './eyes/index.js';
export {
  inOrder,
  isOwnName,
  isOwnPicture,
  type OwnNamed,
  type OwnThing,
  ownPicture,
  ownThing,
  wholePicture,
} from './own-thing.js';
export { isOwnSlot, OWN_SLOTS, ownSlot } from './slots.js';
