export { createFolderPainter, type FolderPainter } from './folder-painter.js';
export type { FolderRuntime } from './networks.js';
export { createShelf } from './shelf.js';
