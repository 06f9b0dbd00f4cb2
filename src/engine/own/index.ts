export { isOwnName, isOwnPicture, type OwnNamed, type OwnThing, ownPicture, ownThing } from './own-thing.js';
export { isOwnSlot, OWN_SLOTS, ownSlot } from './slots.js';
