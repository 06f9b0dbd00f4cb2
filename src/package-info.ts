import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** This file lies in `src/`, or built in `dist/src/`. */
const CANDIDATES = ['..', '../..'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** Folder that holds package.json; the same seen from `src/` and from `dist/src/`. */
export const PACKAGE_ROOT = CANDIDATES.find((folder) => existsSync(join(folder, 'package.json')))!;

/** Folder of the bundle that ships with this package. */
export const SHIPPED_BUNDLE = join(PACKAGE_ROOT, 'models', 'stickers');

/** Our own file, which is told what it holds rather than checked: a schema would cost every start its library. */
const { version, license }: { version: string; license: string } = JSON.parse(
  readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8'),
);

/** Version of this package, as in package.json. */
export const VERSION = version;

/** SPDX name of the licence that the package is under. */
export const LICENCE = license;
