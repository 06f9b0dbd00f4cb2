export { attachedPicture, createDiscordPictures } from './pictures.js';
