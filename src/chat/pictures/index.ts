export { createPictureFetch, type FetchPicture } from './fetch-picture.js';
export { type CustomEmoji, NO_PICTURES, type PictureSource, type ShownPicture } from './picture-source.js';
