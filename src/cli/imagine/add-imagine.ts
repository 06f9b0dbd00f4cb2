import { type Command, Option } from 'commander';
import { imagineIn } from '../../../commands/index.js';
import { badArgument } from '../../chat/errors/index.js';
import { createTranslator } from '../../chat/i18n/index.js';
import { ASPECTS, type Aspect, RANGES } from '../../engine/basics/index.js';
import { GUIDANCE_NAMES } from '../../engine/guidance/index.js';
import { withDeclaredFlags } from '../declared/index.js';
import {
  commaList,
  intervalOption,
  type ModelFlags,
  realNumberOption,
  resolveConfig,
  withModelOptions,
} from '../flags/index.js';
import type { ImagineOptions } from './asked.js';
import type { Streams } from './imagine.js';
import { flagsOfPainters } from './painters-here.js';

/** Raw flags, as commander names them. */
type ImagineFlags = Omit<ImagineOptions, 'pins' | 'things' | 'bundleDir' | 'providers' | 'kinds' | 'showLatents'> &
  ModelFlags & {
    pin: string[];
    thing: string[];
    code?: string;
    kinds?: string;
    ar?: Aspect;
    latents: boolean;
    showLatents: boolean;
  };

/** Here nobody else sees a grid, nothing is painted later, and no pin is saved. */
const DIFFERENCES = {
  without: ['private', 'plan', 'thing', 'face', 'image'],
  texts: { pin: 'Keep a latent: palette=red,#ffcc00 or boxes=cat 0,16,64,112 or code=…' },
};

/** `kaleido imagine`: the flags of the chat's `/imagine`, and those that only a command line has. */
export async function addImagine(command: Command, streams: Streams, signal: AbortSignal): Promise<void> {
  withModelOptions(command).argument('<prompt...>', 'what to draw');
  const { models, aspects } = await flagsOfPainters();
  // The styles are the bundle's, which is opened later.
  const differences = {
    ...DIFFERENCES,
    texts: { ...DIFFERENCES.texts, model: `What paints it: ${models.join(', ')}` },
  };
  withDeclaredFlags(command, imagineIn([], models, aspects), createTranslator('en'), differences)
    .addOption(new Option('--ar <name>', 'what others call --aspect').choices(ASPECTS).hideHelp())
    .option(
      '--thing <name=file>',
      'a picture of your own that the prompt names: mascot=fox.png; logo:faceless=logo.png where it has no face; may be given again',
      (thing: string, before: string[]) => [...before, thing],
      [],
    )
    .option('--image <file>', 'a picture to begin from: PNG, JPEG, WebP, GIF or AVIF')
    .addOption(new Option('--show-latents', 'what --latents was called').default(false).hideHelp())
    .addOption(new Option('--guidance-rule <name>', 'apg keeps colours at strong guidance').choices(GUIDANCE_NAMES))
    .option(
      '--guidance-interval <low,high>',
      `guide only between these noise levels, ${RANGES.noiseLevel.min} (clean) to ${RANGES.noiseLevel.max} (noise)`,
      intervalOption('--guidance-interval', RANGES.noiseLevel),
    )
    .option(
      '--cads <scale>',
      'anneal noise of this scale on the conditioning (CADS), such as 0.1: more variety in painting',
      realNumberOption('--cads', RANGES.cadsScale),
    )
    .option('--out <file>', 'where to write the grid: PNG, JPEG or WebP by its ending', 'grid.png')
    .option('--cells <dir>', 'also write each cell as a transparent PNG into this folder')
    .option('--details', 'report every latent and code in a terminal too; elsewhere that is so in any case', false)
    .option('--json', 'report as JSON', false)
    .action((words: string[], flags: ImagineFlags) => imagine(words, flags, models, streams, signal));
}

/** Paints what the flags ask for, by one of the models that are configured. */
async function imagine(
  words: string[],
  { pin, thing, code, bundle, provider, kinds, latents, ar, ...flags }: ImagineFlags,
  models: readonly string[],
  streams: Streams,
  signal: AbortSignal,
): Promise<void> {
  const config = await resolveConfig({ bundle, provider, threads: flags.threads });
  const { model } = flags;
  if (model !== undefined && !models.includes(model))
    throw badArgument('model', { why: 'not_choice', choices: models });
  const { runImagine } = await import('./imagine.js');
  const asked = {
    ...flags,
    ...config,
    aspect: flags.aspect ?? ar,
    settings: config,
    ...(config.painter === 'kaleido' || flags.model === 'kaleido' ? {} : { remote: config }),
    pins: code === undefined ? pin : [...pin, `code=${code}`],
    things: thing,
    kinds: kinds === undefined ? undefined : commaList(kinds),
    showLatents: flags.showLatents || latents,
  };
  await runImagine(words.join(' '), asked, signal, streams);
}
