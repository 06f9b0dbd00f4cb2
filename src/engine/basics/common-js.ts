import { createRequire } from 'node:module';

/**
 * Loads the CommonJS build of a package. For a few packages that every start of the program would wait for otherwise:
 * Node looks through a CommonJS file that is imported for the names it exports, 500 KB in one case, and an ES build may
 * be 150 files.
 */
export const loadCommonJs = createRequire(import.meta.url);
