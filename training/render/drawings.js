// Draws SVGs of our own: `node drawings.js FOLDER` reads FOLDER/drawings.json (of each the `slug`, the `body` of an
// SVG, the `box` that it is drawn in, and whether its colours are `soft`) and writes pictures.bin (WebP files of 128 ×
// 128 pixels one after another) and bytes.json (how long each is).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { SIZE, sticker } from './draw.js';

// Smaller than the memory's: simple shapes bear it.
const SOFT = { quality: 55, alphaQuality: 40, effort: 6 };
// Of flat colours sixteen are enough, edges included, and sharper than any loss.
const FLAT = { palette: true, colours: 16, dither: 0, effort: 10 };

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node drawings.js FOLDER');

function fewColours(png) {
  return sharp(png).webp({ lossless: true, effort: 6 });
}

const files = [];
for (const drawing of JSON.parse(readFileSync(join(folder, 'drawings.json'), 'utf8'))) {
  try {
    const raw = { width: SIZE, height: SIZE, channels: 4 };
    const pixels = sharp(await sticker(drawing), { raw });
    files.push(await (drawing.soft ? pixels.webp(SOFT) : fewColours(await pixels.png(FLAT).toBuffer())).toBuffer());
  } catch (error) {
    throw new Error(`could not draw ${drawing.slug}: ${error.message}`, { cause: error });
  }
}
writeFileSync(join(folder, 'pictures.bin'), Buffer.concat(files));
writeFileSync(join(folder, 'bytes.json'), JSON.stringify(files.map((file) => file.length)));
