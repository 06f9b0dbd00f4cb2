export { SlackPictures } from './pictures.js';
