import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { RANGES } from '../../../../src/engine/basics/limits.js';
import { GUIDANCE_NAMES } from '../../../../src/engine/guidance/index.js';
import { SAMPLER_NAMES } from '../../../../src/engine/samplers/index.js';

const LIMITS = 'src/engine/basics/limits.ts';
/** Shorter ones are parts of a whole, which many other things are. */
const LEAST_MAX = 2;

let sources: [path: string, text: string][];
beforeAll(async () => {
  const paths = await Promise.all(
    ['src', 'commands'].map(async (root) => {
      const names = await readdir(root, { recursive: true });
      return names.map((name) => join(root, name));
    }),
  );
  const ours = paths.flat().filter((path) => path.endsWith('.ts') && !path.startsWith('src/store/generated/'));
  sources = await Promise.all(
    ours.map(async (path): Promise<[string, string]> => [path, await readFile(path, 'utf8')]),
  );
});

/** Lines that a pattern finds outside some folder or file. */
function found(pattern: RegExp, home: string): string[] {
  return sources.flatMap(([path, text]) => {
    if (path.startsWith(home)) return [];
    return text.split('\n').flatMap((line, k) => (pattern.test(line) ? [`${path}:${k + 1}: ${line.trim()}`] : []));
  });
}

/** A pattern for a text as it stands. */
const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

it('the sources are looked through', () => expect(sources.length).toBeGreaterThan(400));

const OTHER_ENGINES = /^src\/(?:remote|diffusers)\//;

/** Lines with a quoted name outside its home: engines elsewhere have their own, and schedulers say their sampler. */
const quoted = (name: string, home: string) =>
  found(new RegExp(`['"\`]${literally(name)}['"\`]`), home).filter((line) => !OTHER_ENGINES.test(line));

describe('a name is written where it is registered, and nowhere else', () => {
  it.each(SAMPLER_NAMES)('sampler %s', (name) => {
    expect(quoted(name, 'src/engine/samplers/')).toEqual([]);
  });

  it.each(GUIDANCE_NAMES)('guidance rule %s', (name) => {
    expect(quoted(name, 'src/engine/guidance/')).toEqual([]);
  });
});

describe('a range is written once', () => {
  const ranges = Object.entries(RANGES).filter(
    ([, { max }]) => Number.isFinite(max) && max > LEAST_MAX && max < RANGES.seed.max,
  );

  it.each(ranges)('%s', (_, { min, max }) => {
    const ways = [
      `(?<![\\w.–])${min} ?(?:–|to) ?${max}(?![\\w.%–])`,
      `\\bmin: ${min}, max: ${max}\\b`,
      `\\.min\\(${min}\\)\\.max\\(${max}\\)`,
      `(?<!slice)\\((?:['"\`][^'"\`]*['"\`], )?${min}, ${max}\\)`,
    ];
    expect(found(new RegExp(ways.join('|')), LIMITS)).toEqual([]);
  });

  it('of seeds', () => {
    expect(found(/0xffff_?ffff|2 \*\* 32|4_?294_?967_?29[56]/i, LIMITS)).toEqual([]);
  });
});
