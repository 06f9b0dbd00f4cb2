import {
  type CommandSpec,
  KINDS,
  listOf,
  type OptionSpec,
  PROMPT,
  readValues,
  samplerOf,
  splitPins,
  suggestModels,
  suggestPins,
  suggestThings,
  type Values,
} from '../src/chat/commands/index.js';
import { acceptedReply } from '../src/chat/replies/index.js';
import type { ImagineInput } from '../src/core/index.js';
import { ASPECTS, type Aspect, RANGES } from '../src/engine/basics/index.js';
import { SAMPLER_NAMES } from '../src/engine/samplers/index.js';
import { broughtWith, FACE, IMAGE, STRENGTH, strengthOf, THING, withOwnPictures } from './own-pictures.js';

/**
 * A grid for a prompt.
 * @param styles of the bundle, 1–25
 * @param models that the host has; not asked for where there are none. Admins may allow fewer
 * @param aspects shapes that one of them paints; not offered where these are squares alone
 */
export const imagineIn = (
  styles: readonly string[],
  models: readonly string[] = [],
  aspects: readonly Aspect[] = [],
): CommandSpec => ({
  name: 'imagine',
  execute: {
    options: optionsWith(styles, models, aspects),
    positional: 'prompt',
    examples: [
      'imagine a cat and a pizza --variety 80 --seed 7',
      'imagine a red car --count 9 --pin "palette=red 60%, white 40%"',
      'imagine a cat --pin "boxes=cat 0,16,64,112" --latents',
      'imagine a fox --plan --count 9',
      'imagine a sleepy bear with a crown --style flat --without "stars, red"',
      'imagine {red|blue|green} fox --recall 60',
      'imagine mascot wearing a crown --thing mascot.png',
      'imagine a watercolour fox --image fox.jpg --strength 40',
    ],
    makesGrid: true,
    async run(raw, context) {
      const values = readValues(raw);
      const { actor, core, origin } = context;
      const asked = inputOf(values);
      return withOwnPictures(
        context,
        asked.prompt,
        async (own) => acceptedReply(context, await core.imagine(actor, { ...asked, ...own }, origin)),
        broughtWith(values),
      );
    },
  },
});

/** What it takes, in the order that people see. */
function optionsWith(styles: readonly string[], models: readonly string[], aspects: readonly Aspect[]): OptionSpec[] {
  return [
    { ...PROMPT, suggest: suggestThings },
    { name: 'count', type: 'integer', ...RANGES.count },
    { name: 'variety', type: 'integer', ...RANGES.variety },
    { name: 'recall', type: 'integer', ...RANGES.recall },
    { name: 'style', type: 'choice', choices: styles },
    { name: 'without', type: 'text', maxLength: 300 },
    ...(models.length === 0 ? [] : [{ name: 'model', type: 'text', maxLength: 200, suggest: suggestModels } as const]),
    aspectOption(aspects),
    THING,
    FACE,
    IMAGE,
    STRENGTH,
    { name: 'guidance', type: 'number', ...RANGES.guidance },
    { name: 'steps', type: 'integer', ...RANGES.steps },
    { name: 'sampler', type: 'choice', choices: SAMPLER_NAMES },
    { name: 'seed', type: 'integer', ...RANGES.seed },
    KINDS,
    { name: 'latents', type: 'flag' },
    { name: 'pin', type: 'text', maxLength: 3000, isRepeatable: true, suggest: suggestPins },
    { name: 'code', type: 'text', maxLength: 2000 },
    { name: 'plan', type: 'flag' },
    { name: 'private', type: 'flag' },
  ];
}

/** Other ways to write a shape. */
const WRITTEN_ASPECTS = Object.fromEntries(
  ASPECTS.flatMap((aspect) => ['x', '/', '-', '∶'].map((sign) => [aspect.replace(':', sign), aspect])),
);

function aspectOption(aspects: readonly Aspect[]): OptionSpec {
  const isOffered = aspects.length > 1;
  return {
    name: 'aspect',
    formerName: 'ar',
    type: 'choice',
    choices: isOffered ? aspects : ASPECTS,
    formerly: WRITTEN_ASPECTS,
    pattern: /^\d+[:x/]\d+$/,
    ...(isOffered ? {} : { isHidden: true }),
  };
}

function inputOf(values: Values): ImagineInput {
  const kinds = listOf(values.text('kinds'));
  const pins = splitPins(values.text('pin') ?? '');
  return {
    prompt: values.requiredText('prompt'),
    count: values.number('count'),
    variety: values.number('variety'),
    recall: values.number('recall'),
    strength: strengthOf(values),
    style: values.text('style'),
    without: values.text('without'),
    model: values.text('model'),
    aspect: ASPECTS.find((aspect) => aspect === values.text('aspect')),
    guidance: values.number('guidance'),
    steps: values.number('steps'),
    sampler: samplerOf(values.text('sampler')),
    seed: values.number('seed'),
    kinds: kinds.length === 0 ? undefined : kinds,
    showLatents: values.flag('latents'),
    pins: pins.length === 0 ? undefined : pins,
    code: values.text('code'),
    isPlanOnly: values.flag('plan'),
    isPrivate: values.flag('private'),
  };
}
