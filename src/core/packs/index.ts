export { creditsDue, licenceLines } from './credits.js';
export { findMoods } from './find-moods.js';
export { moodPictureName, packSubject } from './names.js';
export { emojiOf, stickerOf, zipPack } from './zip.js';
