import { readFile } from 'node:fs/promises';
import { thingsByGroup } from '../../core/things/index.js';
import type { RgbaImage } from '../../engine/basics/index.js';
import type { Bundle } from '../../engine/bundle/index.js';
import { DRAWN_FILES, invalidFile, MEMORY_FILES } from '../../engine/manifest/index.js';
import { decodePicture, pictureFile } from '../../engine/memory/index.js';
import type { Finding } from '../../platforms/index.js';

/** Pictures that are decoded at a time: enough for all cores, and a few megabytes. */
const TOGETHER = 32;
/** Between the measured and the decoded share that a picture covers: room for another decoder's rounding. */
const AREA_TOLERANCE = 0.01;

/**
 * Decodes every picture of a bundle's memory and holds it against its measures.
 * @throws KaleidoError `bundle_invalid` naming the first picture that is none or does not fit; the signal's reason when
 * aborted
 */
export async function checkMemory(
  { manifest, memory }: Pick<Bundle, 'manifest' | 'memory'>,
  signal: AbortSignal,
): Promise<Finding> {
  const { size } = manifest.image;
  const { area } = memory.measures;
  const files = new Map<string, Buffer>();
  for (const path of [memory.picturesPath, ...(memory.drawn ? [memory.drawn.path] : [])])
    files.set(path, await readFile(path));
  const check = async (slug: string, i: number) => {
    const named = `picture ${i} (${slug})`;
    const { path, from, to } = pictureFile(memory, i);
    const reject = invalidFile(path);
    const image = await decodePicture(files.get(path)!.subarray(from, to), size, named, reject);
    const found = meanAlpha(image);
    if (Math.abs(found - area[i]!) > AREA_TOLERANCE) {
      const { measures } = path === memory.drawn?.path ? DRAWN_FILES : MEMORY_FILES;
      const [seen, measured] = [found, area[i]!].map((share) => `${(100 * share).toFixed(0)} %`);
      throw reject(`has a ${named} that covers ${seen} of its square, where ${measures} says ${measured}`);
    }
  };
  const start = performance.now();
  for (let from = 0; from < memory.pictures.length; from += TOGETHER) {
    signal.throwIfAborted();
    const slugs = memory.pictures.slice(from, from + TOGETHER);
    await Promise.all(slugs.map((slug, k) => check(slug, from + k)));
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const moods = Object.keys(manifest.tables.moods).length;
  const things = thingsByGroup(memory).flatMap((group) => group.things);
  const shown = `${counted(things.length, 'thing')} and ${counted(moods, 'mood')}`;
  const text = `memory: ${memory.pictures.length} pictures of ${shown} decoded in ${seconds} s`;
  return { status: 'ok', text };
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** 0–1 */
function meanAlpha({ data }: RgbaImage): number {
  let sum = 0;
  for (let k = 3; k < data.length; k += 4) sum += data[k]!;
  return sum / 255 / (data.length / 4);
}
