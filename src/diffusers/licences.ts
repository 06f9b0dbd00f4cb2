import { join } from 'node:path';
import { licenceOf } from '../engine/painters/index.js';
import { isThere, readText } from './files.js';

/** Of a page that begins with settings between two lines of dashes. */
const SETTINGS = /^---\r?\n([\s\S]*?)\r?\n---/;

/**
 * The licence of a folder's model: as its page says, else by its name; null where nobody knows.
 *
 * @param madeFrom what the export says that it was made of
 */
export async function readLicence(dir: string, madeFrom: string): Promise<string | null> {
  const page = join(dir, 'README.md');
  const settings = (await isThere(page)) ? (SETTINGS.exec(await readText(page))?.[1] ?? '') : '';
  const said = (name: string) => new RegExp(`^${name}:[ \\t]*["']?([^"'\\r\\n]+)`, 'm').exec(settings)?.[1]?.trim();
  const licence = said('license');
  if (licence !== undefined && licence !== 'other') return licence;
  return said('license_name') ?? licenceOf(dir, madeFrom);
}
