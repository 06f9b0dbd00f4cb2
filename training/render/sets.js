// The icons of a set, each with the emoji that it shows.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { hexKey, plainName } from './things.js';

const require = createRequire(import.meta.url);

/** Hex keys by icon name, as the package's own table has them; empty where it has none. */
function readChars(packageName) {
  const found = new Map();
  let table = {};
  try {
    table = require(`${packageName}/chars.json`);
  } catch {
    return found;
  }
  for (const [hexcode, icon] of Object.entries(table)) found.set(icon, [...(found.get(icon) ?? []), hexKey(hexcode)]);
  return found;
}

/** Version of the installed package. */
export function versionOf(packageName) {
  return JSON.parse(readFileSync(new URL(`node_modules/${packageName}/package.json`, import.meta.url), 'utf8')).version;
}

/**
 * `{ slug, key, svg(body?), body }` of vector icons, `{ slug, key, file }` of pictures, in the order of the package;
 * `key` is the emoji's hex key. Icons that are no emoji of ours (`known`), or one with another skin, are not among
 * them.
 */
export function* iconsOf(name, set, { keyByName }, known) {
  if (set.files) {
    const folder = join(dirname(require.resolve(`${set.package}/package.json`)), set.files);
    for (const file of readdirSync(folder).sort()) {
      const key = hexKey(file.replace(/\.\w+$/, ''));
      if (known(key)) yield { slug: `${name}:${key}`, key, file: join(folder, file) };
    }
    return;
  }
  const { icons, width = 16, height = 16 } = require(`${set.package}/icons.json`);
  const chars = readChars(set.chars ?? set.package);
  for (const [slug, icon] of Object.entries(icons)) {
    // What the table knows only as another emoji, such as one with a skin tone, is not looked up by its name.
    const key = chars.has(slug) ? chars.get(slug).find(known) : (set.icons.get(plainName(slug)) ?? keyByName.get(plainName(slug)));
    if (!key || !known(key)) continue;
    const box = { x: icon.left ?? 0, y: icon.top ?? 0, width: icon.width ?? width, height: icon.height ?? height };
    yield { slug: `${name}:${slug}`, key, body: icon.body, box };
  }
}
