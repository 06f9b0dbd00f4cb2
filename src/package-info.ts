import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Folder that holds package.json; the same seen from `src/` and from `dist/`. */
export const PACKAGE_ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Version of this package, as in package.json. */
export const VERSION = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))).version;
