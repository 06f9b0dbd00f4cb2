export { cellPanel } from './cell.js';
export { deletePanel } from './delete.js';
export { homePanel } from './home.js';
export { latentLines } from './latent-lines.js';
export { latentsPanel } from './latents.js';
