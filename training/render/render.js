// Renders the artwork of kaleido/data/things.yaml: `node render.js FOLDER [sets|judge_sets]` writes pictures.bin (WebP
// files of 128 × 128 pixels one after another) and pictures.json (what each shows, and smileys that
// kaleido/data/moods.py cuts faces from). `sets` is the memory, `judge_sets` what the judge learns from.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sticker, webp } from './draw.js';
import { vectorMoods } from './moods.js';
import { iconsOf, versionOf } from './sets.js';
import { readSettings, readThings } from './things.js';

const AT_ONCE = 8;
const [folder, which = 'sets'] = process.argv.slice(2);
const settings = readSettings();
const sets = settings[which];
if (!folder || !sets) throw new Error('usage: node render.js FOLDER [sets|judge_sets]');

const catalogue = readThings(settings);
const { things, shownBy, faceless, smiley } = catalogue;
const files = [];
const pictures = [];
const smileys = [];
const failed = [];
const order = new Map([...things.keys()].map((name, i) => [name, i]));

/** `work` on each of `items`, a few at once; results in order, undefined of those that failed. */
async function each(items, work) {
  const results = [];
  for (let i = 0; i < items.length; i += AT_ONCE) {
    const some = items.slice(i, i + AT_ONCE).map((item) =>
      work(item).catch((error) => {
        failed.push(`${item.slug}: ${error.message}`);
        return undefined;
      }),
    );
    results.push(...(await Promise.all(some)));
  }
  return results;
}

function keep(file, entry) {
  files.push(file);
  pictures.push({ ...entry, bytes: file.length });
}

for (const [name, set] of Object.entries(sets)) {
  const icons = [...iconsOf(name, set, catalogue, (key) => shownBy.has(key))].filter(
    ({ slug }) => !settings.leftOut.pictures.has(slug),
  );
  const drawnIcons = await each(icons, async (icon) => webp(await sticker(icon)));
  const seen = new Set();
  const shown = icons.flatMap(({ slug, key }, i) =>
    (drawnIcons[i] ? shownBy.get(key) : []).map((shows) => ({ slug, key, ...shows, file: drawnIcons[i] })),
  );
  shown.sort((a, b) => order.get(a.thing) - order.get(b.thing) || a.rank - b.rank);
  for (const { slug, key, thing, file } of shown) {
    // A set may have an emoji under two names; the first is kept.
    if (seen.has(`${key} ${thing}`)) continue;
    seen.add(`${key} ${thing}`);
    keep(file, { thing, style: set.style, slug, face: settings.faces.has(key), faceless: faceless(key) });
  }
  const faces = icons.filter(({ key }) => smiley(key));
  const cut = faces.filter(({ slug }) => !settings.leftOut.pictures.has(`${slug}/mood`));
  if (set.files) {
    const moodOf = new Map([...settings.moods].map(([mood, key]) => [key, mood]));
    const usable = new Set(cut);
    for (const icon of faces) {
      const mood = usable.has(icon) ? moodOf.get(icon.key) : undefined;
      smileys.push({ slug: icon.slug, style: set.style, file: icon.file, mood });
    }
  } else {
    for (const { mood, slug, pixels } of await vectorMoods(cut, settings.moods)) {
      keep(await webp(pixels), { mood, style: set.style, slug: `${slug}/mood` });
    }
  }
  console.log(`${name}: ${pictures.filter((p) => p.slug.startsWith(`${name}:`)).length} pictures`);
}

const attribution = Object.entries(sets).map(([set, { package: source, name, author, licence }]) => ({
  set,
  name,
  author,
  licence,
  source: `npm:${source}@${versionOf(source)}`,
}));
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'pictures.bin'), Buffer.concat(files));
const groups = Object.entries(settings.groups).map(([name, { title }]) => ({ name, title }));
writeFileSync(
  join(folder, 'pictures.json'),
  JSON.stringify({ things: [...things.values()], groups, attribution, pictures, smileys }),
);
for (const line of failed) console.error(`could not draw ${line}`);
console.log(`${pictures.length} pictures of ${things.size} things, ${(files.reduce((n, f) => n + f.length, 0) / 1e6).toFixed(1)} MB, in ${folder}`);
