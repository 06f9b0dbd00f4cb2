export { cellPanel, deletePanel, latentLines, latentsPanel } from './grid.js';
export { homePanel } from './home.js';
