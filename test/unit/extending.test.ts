import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeLatentCode, encodeLatentCode } from '../../src/engine/codes/index.js';
import { LATENT_KINDS } from '../../src/engine/latents/index.js';
import { SAMPLER_NAMES } from '../../src/engine/samplers/index.js';
import { TINY_BUNDLE } from '../e2e/command-line.js';
import { type ChangedTree, copyTree } from '../e2e/support/changed-tree.js';

/** Milliseconds: a process starts and reads all sources, on a machine that may be busy. */
const STEP_MS = 120_000;

let tree: ChangedTree;

describe('a sampler and a guidance rule are a file and a line each', () => {
  beforeAll(async () => {
    tree = await copyTree();
    await tree.write(
      'src/engine/samplers/still.ts',
      `import type { CreateSampler } from './sampler.js';
       export const createStill: CreateSampler = () => ({ stochastic: false, step: (original) => original });`,
    );
    await tree.insert(
      'src/engine/samplers/index.ts',
      /^import .*'\.\/sampler\.js'/m,
      "import { createStill } from './still.js';\n",
    );
    await tree.insert('src/engine/samplers/index.ts', /^\} as const satisfies/m, '  still: createStill,\n');
    await tree.write(
      'src/engine/guidance/none.ts',
      `import type { GuidanceRule } from './rule.js';
       export const createNone = (): GuidanceRule => (conditional) => conditional.slice();`,
    );
    await tree.insert(
      'src/engine/guidance/index.ts',
      /^import .*'\.\/rule\.js'/m,
      "import { createNone } from './none.js';\n",
    );
    await tree.insert('src/engine/guidance/index.ts', /^\} as const satisfies/m, '  none: createNone,\n');
  }, STEP_MS);
  afterAll(() => tree?.remove());

  it('and everything that lists them has them', { timeout: STEP_MS }, async () => {
    const seen = await tree.run(`
      import { readFileSync } from 'node:fs';
      import { commandsFor } from './commands/index.js';
      import { parseResults } from './src/cli/eval/results.js';
      import { runCommandLine } from './src/cli/index.js';
      import { manifestSchema } from './src/engine/manifest/index.js';
      import { checkPaintRequest } from './src/engine/requests/index.js';
      import { settingsSchema } from './src/store/schemas.js';

      const plain = JSON.parse(readFileSync('${TINY_BUNDLE}/kaleido.json', 'utf8'));
      const defaults = { ...plain.defaults, sampler: 'still', guidance_rule: 'none' };
      const manifest = manifestSchema.parse({ ...plain, defaults });

      const request = { prompt: 'a cat', cells: [{ latents: {}, logLikelihood: 0, seed: 1 }] };
      const settingsOf = (asked) => checkPaintRequest({ ...request, ...asked }, { manifest, reader: { read: () => ({}) } }).cells[0].settings;
      const problemOf = (asked) => {
        try {
          return settingsOf(asked);
        } catch (error) {
          return error.data;
        }
      };
      const helpOf = async (...words) => {
        let said = '';
        const stdout = { write: (text) => ((said += text), true) };
        await runCommandLine([...words, '--help'], AbortSignal.timeout(60_000), { stdout, stderr: stdout });
        return said.replace(/\\s+/g, ' ');
      };
      const { options } = commandsFor({ styles: ['flat'], groups: ['animals'] }).find(({ name }) => name === 'imagine').execute;
      const stored = { count: 1, variety: 1, seed: 1, showLatents: false, isPrivate: false, isSpoiler: false, sampler: 'still' };
      const run = { bundle: '', evaluator: '', prompts: [], perPrompt: 2, guidanceInterval: [0, 1], cadsScale: 0, real: 1 };
      const results = JSON.stringify({ settings: { ...run, guidanceRule: 'none', sampler: 'still' }, rows: [] });
      console.log(JSON.stringify({
        byDefault: settingsOf({}),
        asked: settingsOf({ sampler: 'still', guidanceRule: 'none' }),
        refused: [problemOf({ sampler: 'x' }), problemOf({ guidanceRule: 'x' })],
        choices: options.find(({ name }) => name === 'sampler').choices,
        help: [await helpOf('imagine'), await helpOf('eval')].map((text) => [...text.matchAll(/choices: ([^)]*)/g)].map(([, list]) => list)),
        stored: settingsSchema.parse(stored).sampler,
        results: parseResults('results.json', results).settings,
      }));
    `);
    const samplers = [...SAMPLER_NAMES, 'still'];
    const listed = (names: string[]) => names.map((name) => `"${name}"`).join(', ');
    expect(seen).toMatchObject({
      byDefault: { sampler: 'still', guidanceRule: 'none' },
      asked: { sampler: 'still', guidanceRule: 'none' },
      refused: [
        { why: 'not_choice', option: 'sampler', choices: samplers },
        { why: 'not_choice', option: 'guidanceRule', choices: ['cfg', 'apg', 'none'] },
      ],
      choices: samplers,
      help: [
        expect.arrayContaining([listed(samplers), listed(['cfg', 'apg', 'none'])]),
        expect.arrayContaining([listed(['cfg', 'apg', 'none'])]),
      ],
      stored: 'still',
      results: { sampler: 'still', guidanceRule: 'none' },
    });
  });
});

describe('a latent kind is a file and a line, and what chat calls it', () => {
  /** Where something is, in words: people write and read `scene`, records say `setting`. */
  const SETTING = `
    import { z } from 'zod';
    import { pinErrors } from './bad-pin.js';
    import { readText, writeText } from './bit-values.js';
    import { jaccard, words } from './features.js';
    import type { LatentKindSpec } from './kind.js';
    import { decodeText, encodeText, shortenText } from './text-ids.js';

    const reject = pinErrors('setting', { example: 'a tree' });
    const MOST_PIECES = 8;

    export const setting: LatentKindSpec<'setting', string, 'scene'> = {
      kind: 'setting',
      name: 'scene',
      schema: z.string().max(100),
      encode: (value, terms) => encodeText(value, MOST_PIECES, terms, reject),
      decode: (ids, terms) => decodeText(ids, MOST_PIECES, terms),
      grammar({ manifest: { vocabulary } }) {
        let pieces = 0;
        return {
          allowed(into) {
            if (pieces > 0) into.add(vocabulary.specials.end);
            if (pieces < MOST_PIECES) into.addRange(...vocabulary.ranges.text);
          },
          accept: () => {
            pieces++;
          },
        };
      },
      parsePin(text, terms) {
        return this.decode(this.encode(text, terms), terms);
      },
      edit: (value) => value,
      isEditable: true,
      follows: ['description'],
      format: (value) => \`in \${value}\`,
      texts: (value) => [value],
      draw: () => [],
      similarity(values) {
        const sets = values.map((text) => new Map(words(text).map((word) => [word, 1])));
        return (i, j) => jaccard(sets[i]!, sets[j]!);
      },
      weight: 1,
      bits: { write: (value, into) => writeText(value, into), read: (from) => readText(from) },
      isOfVisualTokenizer: false,
      shorten: (value, terms) => shortenText(value, MOST_PIECES, terms),
    };
  `;
  const OLD = { description: 'a cat', palette: [{ colour: '#ff0000', share: 0.5 }], tokens: [1, 2, 3] };

  beforeAll(async () => {
    tree = await copyTree();
    await tree.write('src/engine/latents/setting.ts', SETTING);
    const registry = 'src/engine/latents/kinds.ts';
    await tree.insert(registry, /^import .*'\.\/tokens\.js'/m, "import { setting } from './setting.js';\n");
    await tree.insert(registry, /^\} as const;/m, '  setting,\n');
  }, STEP_MS);
  afterAll(() => tree?.remove());

  it('which are all that the compiler misses', { timeout: STEP_MS }, async () => {
    const files = (await tree.typeErrors()).map((error) => error.replace(/:.*/, ''));
    expect(new Set(files)).toEqual(new Set(['src/chat/i18n/en/latents.ts', 'src/chat/text/latent-words.ts']));
    for (const language of ['en', 'de']) {
      const texts =
        "  'kind.setting': 'Scene',\n  'option.latents.splice.scene': 'The picture that the scene comes from',\n";
      await tree.insert(`src/chat/i18n/${language}/latents.ts`, /^\} as const/m, texts);
    }
    await tree.insert(
      'src/chat/text/latent-words.ts',
      /^\};/m,
      "  setting: { emoji: '🏞️', emojiNames: ['national_park'], line: 40, rank: 6 },\n",
    );
  });

  it('and everything that lists kinds has it', { timeout: STEP_MS }, async () => {
    const seen = await tree.run(`
      import { commandsFor } from './commands/index.js';
      import { kindsOf } from './src/chat/cards/menus.js';
      import { parsePinCode } from './src/chat/cards/pin-code.js';
      import { optionText } from './src/chat/commands/index.js';
      import { emojiOf } from './src/platforms/slack/events/on-reactions.js';
      import { meaningOf } from './src/chat/controller/reactions.js';
      import { createTranslator } from './src/chat/i18n/index.js';
      import { kindLabel } from './src/chat/text/index.js';
      import { findBlockedLatent } from './src/core/policy/index.js';
      import { loadBundle } from './src/engine/bundle/index.js';
      import { decodeLatentCode, encodeLatentCode } from './src/engine/codes/index.js';
      import { createTextTokenizer } from './src/engine/context/index.js';
      import { createColourIndex, EDITABLE_KINDS, editableText, formatLatent, latentsSchema, leftByEdit, parsePin } from './src/engine/latents/index.js';
      import { manifestSchema } from './src/engine/manifest/index.js';
      import { latentKernel } from './src/engine/plan/index.js';
      import { encodeSequence } from './src/engine/prior/sequence.js';
      import { latentKindSchema } from './src/store/schemas.js';

      const bundle = await loadBundle('${TINY_BUNDLE}');
      const starts = bundle.manifest.vocabulary.starts;
      // Any id will do: no network reads it.
      const vocabulary = { ...bundle.manifest.vocabulary, starts: { ...starts, setting: bundle.manifest.vocabulary.ranges.text[0] - 1 } };
      const manifest = { ...bundle.manifest, kinds: [...bundle.manifest.kinds, 'setting'], vocabulary };
      const problems = manifestSchema.safeParse({ ...manifest, vocabulary: bundle.manifest.vocabulary }).error.issues;
      const tokenizer = createTextTokenizer({ ...bundle, manifest });
      const terms = { manifest, tokenizer, colours: createColourIndex(manifest.palette.colours), blankPiece: undefined };
      const latents = { ...${JSON.stringify(OLD)}, setting: 'a tree' };
      const option = (path, name) => {
        const [command, part] = path.split(' ');
        const { options } = commandsFor({ styles: ['flat'], groups: ['animals'] }).find((one) => one.name === command).subcommands[part];
        return options.find((one) => one.name === name);
      };
      const t = createTranslator('en');
      const code = encodeLatentCode(latents, null);
      console.log(JSON.stringify({
        pinned: parsePin('scene=a tree', terms),
        byOwnName: parsePin('setting=a tree', terms),
        editable: EDITABLE_KINDS,
        text: editableText('setting', latents, 128),
        left: leftByEdit('description'),
        told: formatLatent('setting', latents),
        label: kindLabel(t, 'setting'),
        menu: kindsOf({ cells: [{ latents }] }),
        pin: parsePinCode('0.setting'),
        reaction: meaningOf('🏞️'),
        onSlack: emojiOf('national_park'),
        choices: option('latents edit', 'kind').choices,
        splice: [option('latents splice', 'scene').type, optionText(t, 'latents splice', 'scene')],
        parsed: latentsSchema.safeParse(latents).success,
        stored: latentKindSchema.parse('setting'),
        blocked: findBlockedLatent(latents, ['tree']),
        likeness: latentKernel([latents, latents, { ...latents, setting: 'a house' }].map(({ setting }) => ({ setting })), manifest),
        required: problems.map(({ path }) => path.join('.')),
        sequence: encodeSequence({ setting: 'a tree' }, { ...terms }).kindIds,
        code,
        read: decodeLatentCode(code).latents,
        old: encodeLatentCode(${JSON.stringify(OLD)}, null),
        oldRead: decodeLatentCode('${encodeLatentCode(OLD, null)}').latents,
      }));
    `);
    const latents = { ...OLD, setting: 'a tree' };
    const rounded = { ...latents, palette: [{ colour: '#ff0000', share: 0.5 }] };
    expect(seen).toMatchObject({
      pinned: { setting: 'a tree' },
      byOwnName: { setting: 'a tree' },
      editable: ['description', 'boxes', 'blobs', 'palette', 'setting'],
      text: 'a tree',
      left: [],
      told: 'in a tree',
      label: '🏞️ Scene',
      menu: ['description', 'palette', 'tokens', 'setting'],
      pin: { cell: 0, kind: 'setting' },
      reaction: { type: 'kind', kind: 'setting' },
      onSlack: '🏞️',
      choices: ['description', 'boxes', 'shapes', 'palette', 'texture', 'scene'],
      splice: ['integer', 'The picture that the scene comes from'],
      parsed: true,
      stored: 'setting',
      blocked: { kind: 'setting', term: 'tree' },
      required: ['vocabulary.starts.setting'],
      read: rounded,
      old: encodeLatentCode(OLD, null),
      oldRead: OLD,
    });
    const { likeness, sequence, code } = seen as { likeness: number[][]; sequence: number[]; code: string };
    expect(likeness[0]?.[1]).toBe(1);
    expect(likeness[0]?.[2]).toBeLessThan(1);
    expect(sequence.slice(1).every((id) => id === LATENT_KINDS.length + 1)).toBe(true);
    // A version without the kind says so, and does not take the code for another one.
    expect(() => decodeLatentCode(code)).toThrow(
      expect.objectContaining({ code: 'bad_latent_code', data: { why: 'unknown_kind', name: 'setting' } }),
    );
  });
});

describe('a chat platform is a folder and a line', () => {
  beforeAll(async () => {
    tree = await copyTree();
    await tree.write(
      'src/platforms/echo/index.ts',
      `import { secret } from '../../settings/values/index.js';
       import type { OfferedPlatform } from '../offered-platform.js';

       const ECHO = { echoToken: secret('ECHO_TOKEN', 'Token of the echo.', 'none', 'Shout it again.') };

       export const echo = {
         label: 'Echo',
         settings: ECHO,
         switchedOnBy: 'ECHO_TOKEN',
         stickerSide: 64,
         isOn: ({ echoToken }) => echoToken !== undefined,
         addresses: () => ['https://echo.example'],
         check: async ({ echoToken }) => [{ status: 'ok', text: \`Echo hears \${echoToken?.length} letters\` }],
         make: async () => ({
           platform: 'echo',
           progressEveryMs: 1000,
           start: async () => undefined,
           stop: async () => undefined,
           isReady: () => true,
           show: async ({ message }) => message ?? { channelId: 'valley', messageId: '1' },
           withdraw: async () => true,
         }),
       } satisfies OfferedPlatform<typeof ECHO>;`,
    );
    const list = 'src/platforms/index.ts';
    await tree.insert(list, /^import type \{ OfferedPlatform/m, "import { echo } from './echo/index.js';\n");
    await tree.insert(list, /(?<=^export const PLATFORMS = \{ )/m, 'echo, ');
  }, STEP_MS);
  afterAll(() => tree?.remove());

  it('which the compiler takes', { timeout: STEP_MS }, async () => {
    expect(await tree.typeErrors()).toEqual([]);
  });

  it('and everything that asks for platforms has it', { timeout: STEP_MS }, async () => {
    const seen = await tree.run(`
      import { makePlatforms, runBot } from './src/app/bot/index.js';
      import { errorText } from './src/chat/errors/index.js';
      import { PLATFORM_CHECKS } from './src/cli/doctor/service-checks.js';
      import { readConfig, workerEnvironment } from './src/config.js';
      import { stickerSide } from './src/platforms/index.js';
      import { looksLikeOurs } from './src/settings/index.js';
      import { platformSchema } from './src/store/schemas.js';
      import { withoutSecrets } from './src/secrets.js';

      process.env.ECHO_TOKEN = 'hollow-hills';
      const [off, on] = [readConfig({}), readConfig(process.env)];
      const checked = async (config) => (await Promise.all(PLATFORM_CHECKS.map((check) => check(config)))).flat();
      const made = await makePlatforms(on, { foundation: {} }, undefined);
      const refused = await Promise.resolve().then(() => runBot(off, AbortSignal.abort())).catch((error) => error);
      console.log(JSON.stringify({
        made: made.map(({ platform }) => platform),
        refused: errorText(refused, 'en'),
        checks: [await checked(off), await checked(on)].map((findings) => findings.map(({ text }) => text)),
        worker: 'ECHO_TOKEN' in workerEnvironment({}),
        slip: looksLikeOurs('ECHO_TOKN'),
        told: withoutSecrets('It says hollow-hills.'),
        side: stickerSide('echo'),
        record: platformSchema.parse('echo'),
      }));
    `);
    const off = ['Discord is off: DISCORD_TOKEN is not set', 'Slack is off: SLACK_BOT_TOKEN is not set'];
    expect(seen).toEqual({
      made: ['echo'],
      refused: expect.stringContaining('ECHO_TOKEN, DISCORD_TOKEN, or SLACK_BOT_TOKEN'),
      checks: [
        ['Echo is off: ECHO_TOKEN is not set', ...off],
        ['Echo hears 12 letters', ...off],
      ],
      worker: false,
      slip: true,
      told: 'It says [secret].',
      side: 64,
      record: 'echo',
    });
  });
});
