export { createDiscordPictures, pictureOfMessage } from './pictures.js';
