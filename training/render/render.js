// Renders every sticker named in concepts.yaml to 128-pixel straight RGBA, cropped to its opaque box and centred on a
// square: `node render.js OUT` writes OUT/stickers.bin (N × 128 × 128 × 4 bytes) and OUT/stickers.json.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import yaml from 'js-yaml';
import sharp from 'sharp';

const SIZE = 128;
const STYLES = {
  noto: 'shaded',
  'noto-v1': 'vintage',
  fxemoji: 'bold',
  'fluent-emoji': 'glossy',
  'fluent-emoji-flat': 'flat',
  twemoji: 'simple',
  emojione: 'rounded',
};
const SKIPPED_VARIANT = /skin|tone|-(dark|light|medium)/;

const normalise = (slug) => slug.toLowerCase().replace(/[^a-z0-9]/g, '');

const require = createRequire(import.meta.url);
const concepts = yaml.load(readFileSync(new URL('../kaleido/data/concepts.yaml', import.meta.url), 'utf8'));
const out = process.argv[2];
if (!out) {
  console.error('usage: node render.js OUT_FOLDER');
  process.exit(2);
}
mkdirSync(out, { recursive: true });

const pictures = [];
const index = [];
for (const [set, style] of Object.entries(STYLES)) {
  const { icons, width = 16, height = 16 } = require(`@iconify-json/${set}/icons.json`);
  const bySlug = new Map();
  for (const slug of Object.keys(icons)) {
    const key = normalise(slug);
    if (!SKIPPED_VARIANT.test(slug) && !bySlug.has(key)) bySlug.set(key, slug);
  }
  for (const [concept, [slugs]] of Object.entries(concepts)) {
    for (const wanted of slugs) {
      const slug = bySlug.get(wanted);
      if (!slug) continue;
      const icon = icons[slug];
      const w = icon.width ?? width;
      const h = icon.height ?? height;
      const box = `${icon.left ?? 0} ${icon.top ?? 0} ${w} ${h}`;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="${box}" width="${w}" height="${h}">${icon.body}</svg>`;
      const drawn = await sharp(Buffer.from(svg), { density: (72 * 256) / Math.max(w, h) })
        .ensureAlpha()
        .trim({ background: '#00000000', threshold: 8 })
        .png()
        .toBuffer()
        .catch(() => undefined);
      if (!drawn) continue;
      const pixels = await sharp(drawn)
        .resize(SIZE, SIZE, { fit: 'contain', background: '#00000000', kernel: 'lanczos3' })
        .raw()
        .toBuffer();
      pictures.push(pixels);
      index.push({ concept, style, slug: `${set}:${slug}` });
    }
  }
}
writeFileSync(join(out, 'stickers.bin'), Buffer.concat(pictures));
writeFileSync(join(out, 'stickers.json'), JSON.stringify({ size: SIZE, stickers: index }));
console.log(`${index.length} stickers of ${Object.keys(concepts).length} concepts in ${out}`);
