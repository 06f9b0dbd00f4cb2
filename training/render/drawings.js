// Draws SVGs of our own: `node drawings.js FOLDER` reads FOLDER/drawings.json (of each the `slug`, the `body` of an SVG and the
// `box` that it is drawn in) and writes pictures.bin (WebP files of 128 × 128 pixels one after another) and bytes.json (how long each is).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { SIZE, sticker } from './draw.js';

// Smaller than the memory's: flat shapes bear it.
const WEBP = { quality: 55, alphaQuality: 40, effort: 6 };

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node drawings.js FOLDER');

const files = [];
for (const drawing of JSON.parse(readFileSync(join(folder, 'drawings.json'), 'utf8'))) {
  try {
    const pixels = await sticker(drawing);
    const raw = { width: SIZE, height: SIZE, channels: 4 };
    files.push(await sharp(pixels, { raw }).webp(WEBP).toBuffer());
  } catch (error) {
    throw new Error(`could not draw ${drawing.slug}: ${error.message}`, { cause: error });
  }
}
writeFileSync(join(folder, 'pictures.bin'), Buffer.concat(files));
writeFileSync(join(folder, 'bytes.json'), JSON.stringify(files.map((file) => file.length)));
