export { addPack } from './add-pack.js';
