export { isOwnName, type OwnNamed, type OwnThing, ownPicture, ownThing } from './own-thing.js';
