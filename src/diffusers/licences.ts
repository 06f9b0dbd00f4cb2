import { join } from 'node:path';
import { isThere, readText } from './files.js';

/**
 * Licences of models whose folders say none, by names that folders and exports have. What others have made of them may
 * be under more conditions.
 */
const LICENCES: readonly (readonly [RegExp, string])[] = [
  [/sdxl-turbo/i, 'Stability AI Community License'],
  [/sd-turbo/i, 'Stability AI Non-Commercial Community License'],
  [/stable-diffusion-xl-base/i, 'CreativeML Open RAIL++-M'],
  [/stable-diffusion-2/i, 'CreativeML Open RAIL++-M'],
  [/stable-diffusion-v1|lcm[-_]dreamshaper/i, 'CreativeML Open RAIL-M'],
];

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
  return said('license_name') ?? LICENCES.find(([name]) => name.test(dir) || name.test(madeFrom))?.[1] ?? null;
}
