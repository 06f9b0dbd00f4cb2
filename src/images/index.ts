export {
  readAnimation,
  renderMovingEmoji,
  renderMovingSticker,
  storeAnimation,
} from './animation.js';
export { renderCurves } from './curves.js';
export { renderEmoji, renderSticker, STICKER_SIDE } from './emoji-and-sticker.js';
export { ImageError, type ImageErrors } from './errors.js';
export { PICTURE_FORMATS, type PictureFormat, transcode } from './formats.js';
export type { Animation } from './frames.js';
export { type GridCell, renderGrid, sizeOfCells, within } from './grid.js';
export { asThing, cutOut, takePicture, toDescribe } from './intake/index.js';
export { layOutGrid } from './layout.js';
export { type ImageRecord, readMetadata, readRecord, toXmp } from './metadata.js';
export { isSamePicture, perceptualHashes } from './perceptual-hash.js';
export { planSheet } from './plan-sheet.js';
export { compose, decodePng, encodePng, resize, resizeSoftly } from './sharp.js';
export { renderSheet, type SheetBlock } from './sheet.js';
export { fileForChats, renderForChats, renderSingle } from './single.js';
export { unpaintedPicture } from './unpainted.js';
