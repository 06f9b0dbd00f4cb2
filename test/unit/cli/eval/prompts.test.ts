import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePrompts, DEFAULT_PROMPTS } from '../../../../src/cli/eval/prompts.js';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { wordsOf } from '../../../support/words-of.js';

const JUDGED = ['dog', 'hot dog', 'cat', 'star', 't-rex'];
let dir: string;
let bundle: Awaited<ReturnType<typeof loadBundle>>;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kaleido-prompts-'));
  bundle = await loadBundle('test/fixtures/bundle-tiny');
});
afterAll(() => rm(dir, { recursive: true }));

async function fromFile(text: string, promptCount?: number) {
  const prompts = join(dir, 'prompts.txt');
  await writeFile(prompts, text);
  return choosePrompts({ prompts, ...(promptCount === undefined ? {} : { promptCount }) }, bundle, JUDGED);
}

describe('choosePrompts', () => {
  it('asks for each concept that bundle and evaluator share', async () => {
    const { concepts } = bundle.manifest;
    const [first, second] = concepts;
    const chosen = await choosePrompts({}, bundle, [second!, 'nothing of the bundle', first!]);
    expect(chosen.concepts).toEqual([first, second]);
    expect(chosen.prompts.every((prompt, i) => prompt.endsWith(` ${concepts[i]}`))).toBe(true);
    await expect(choosePrompts({}, bundle, ['nothing'])).rejects.toMatchObject({ code: 'bad_option' });
  });

  it('takes concepts evenly', async () => {
    const { concepts } = bundle.manifest;
    const chosen = await choosePrompts({ promptCount: 2 }, bundle, concepts);
    expect(chosen.concepts).toEqual([concepts[0], concepts[Math.floor(concepts.length / 2)]]);
    expect((await choosePrompts({}, bundle, concepts)).prompts).toHaveLength(DEFAULT_PROMPTS);
  });

  it('reads a file, and finds the concepts that its prompts name', async () => {
    expect(await fromFile('a Cat and a hot dog\n\n  two stars \r\na t-rex\n')).toEqual({
      prompts: ['a Cat and a hot dog', 'two stars', 'a t-rex'],
      concepts: ['hot dog', 'cat', 'star', 't-rex'],
    });
    expect((await fromFile('a cat\na dog\na star\na cat and a dog', 2)).prompts).toEqual(['a cat', 'a star']);
  });

  it.each([
    ['a starfish and a category', 'starfish'],
    ['\n \n', 'no prompts'],
  ])('refuses %j', async (text, said) => {
    expect(await wordsOf(() => fromFile(text))).toContain(said);
  });
});
