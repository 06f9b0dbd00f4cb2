export { openPainters, type PainterSettings, type Painters } from './open-painters.js';
