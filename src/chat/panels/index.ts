export { describedPanel } from './described.js';
export { forgetPanel, markOf } from './forget.js';
export { cellPanel, deletePanel, latentLines, latentsPanel } from './grid.js';
export { homePanel } from './home.js';
