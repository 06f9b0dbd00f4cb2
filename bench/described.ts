import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadBundle } from '../src/engine/bundle/bundle.js';
import { createDescriber, type PictureDescription } from '../src/engine/describe/index.js';
import { takePicture, toDescribe } from '../src/images/index.js';
import { encodePng, rasterise } from '../src/images/sharp.js';

/**
 * How often things are found in drawings that the memory has none of: icon sets in Iconify's format (npm packages
 * `@iconify-json/…`), whose icons are called as the memory's pictures are. What is also called otherwise counts as
 * wrong; icons of no thing of the memory are left out.
 */
const { values } = parseArgs({
  options: {
    bundle: { type: 'string', default: 'models/stickers' },
    // A folder of such a package, again for each.
    icons: { type: 'string', multiple: true, default: [] },
    // On what they are drawn; transparent when absent.
    ground: { type: 'string' },
    // Writes so many icons, evenly taken, as PNG files into a folder.
    out: { type: 'string' },
    count: { type: 'string', default: '10' },
  },
});

interface IconSet {
  icons: Record<string, { body: string; width?: number; height?: number }>;
  width?: number;
  height?: number;
}

const SIDE = 256;
const bundle = await loadBundle(values.bundle);
const { memory, manifest } = bundle;
const describePicture = createDescriber(bundle);

/** Things by what pictures of them are called in their sets, hyphens left out. */
const shown = new Map<string, Set<string>>();
memory.pictures.forEach((slug, picture) => {
  if (memory.measures.kind[picture] !== 0) return;
  const called = slug.slice(slug.indexOf(':') + 1).replaceAll('-', '');
  shown.set(called, (shown.get(called) ?? new Set()).add(memory.things[memory.measures.shows[picture]!]!.name));
});

async function drawn(set: IconSet, name: string): Promise<Buffer> {
  const { body, width = set.width ?? 16, height = set.height ?? 16 } = set.icons[name]!;
  const ground = values.ground === undefined ? '' : `<rect width="100%" height="100%" fill="${values.ground}"/>`;
  const box = `width="${SIDE}" height="${SIDE}" viewBox="0 0 ${width} ${height}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${box}>${ground}${body}</svg>`;
  return encodePng(await rasterise(svg));
}

const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(0)} %`;

for (const folder of values.icons) {
  const set: IconSet = JSON.parse(await readFile(join(folder, 'icons.json'), 'utf8'));
  const names = Object.keys(set.icons).filter((name) => shown.has(name.replaceAll('-', '')));
  const found: { right: boolean; named: boolean; among: boolean }[] = [];
  let milliseconds = 0;
  for (const name of names) {
    const file = await drawn(set, name);
    const begun = performance.now();
    const said: PictureDescription = describePicture(await toDescribe(await takePicture(file), manifest.image.size));
    milliseconds += performance.now() - begun;
    const wanted = shown.get(name.replaceAll('-', ''))!;
    found.push({
      right: wanted.has(said.likest[0] ?? ''),
      among: said.likest.slice(0, 3).some((one) => wanted.has(one)),
      named: said.thing !== undefined,
    });
  }
  const named = found.filter((one) => one.named);
  const count = (of: typeof found, key: 'right' | 'among') => share(of.filter((one) => one[key]).length, of.length);
  console.log(
    `${folder}: ${found.length} icons, first ${count(found, 'right')}, among three ${count(found, 'among')}, ` +
      `named ${share(named.length, found.length)}, of these right ${count(named, 'right')}, ` +
      `${(milliseconds / Math.max(1, found.length)).toFixed(0)} ms each`,
  );
  if (values.out === undefined) continue;
  const every = Math.max(1, Math.floor(names.length / Number(values.count)));
  for (const name of names.filter((_, k) => k % every === Math.floor(every / 2))) {
    await writeFile(join(values.out, `${name}.png`), await drawn(set, name));
  }
}
