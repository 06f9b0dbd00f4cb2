import { type FloatTensor, floatTensor } from '../basics/index.js';
import type { LatentContext } from '../context/index.js';
import { LATENT_KINDS, type LatentKind, type Latents } from '../latents/index.js';
import { floatOutput, type Session } from '../runtime/index.js';
import type { ReadOptions } from '../words/index.js';
import { cacheSizes, KvCache } from './kv-cache.js';
import { NO_LOGITS } from './next-tokens.js';
import { createPromptEncoder, crossInputs, type PromptEncoding } from './prompt-encoder.js';
import { type PriorSampleRequest, type RowSample, sampleRows } from './sample-rows.js';
import { type DescriptionScore, scoreDescriptions } from './score-descriptions.js';
import { encodeSequence, padSequences } from './sequence.js';
import { type SoftTokensRequest, sampleSoftTokens } from './soft-tokens.js';

/** The autoregressive prior p(latents | prompt) and its text encoder. */
export interface Prior {
  /**
   * The prompt, read as the options say, as the text encoder sees it; the last few are remembered.
   * @throws EngineError `empty_prompt`
   */
  encode(prompt: string, reading?: ReadOptions): Promise<PromptEncoding>;
  /**
   * Samples latents under each kind's grammar, so that every row parses. Pinned kinds come first in the sequence and
   * the others follow, both in canonical order: exact conditional sampling given any subset.
   * @throws EngineError `bad_pin` when a pinned value does not fit the bundle; the signal's reason when aborted
   *   between steps
   */
  sample(request: PriorSampleRequest): Promise<RowSample[]>;
  /**
   * How likely the prior finds whole descriptions: their tokens and the `<end>` behind them, at temperature 1, under
   * the grammar of descriptions, with nothing else given but the prompt.
   * @returns one score for each description, in order; the same one for the same text, whatever the others are, but for
   *   rounding
   */
  scoreDescriptions(encoding: PromptEncoding, descriptions: readonly string[]): Promise<DescriptionScore[]>;
  /**
   * Samples the visual tokens of finished latents as a draft suggests them: as ever, with the logit of the draft's
   * token raised by `beta` nats at each place. The draft is proposed some tokens at a time, which takes fewer passes
   * and gives the same distribution.
   * @returns the 0-based codes of each row
   * @throws EngineError `bad_pin` when latents do not fit the bundle; the signal's reason when aborted between passes
   */
  sampleSoftTokens(request: SoftTokensRequest): Promise<number[][]>;
  /**
   * The prior's final hidden states over finished latents, which the denoiser attends to (Kaleido Diffusion, section
   * 3.2). One pass in canonical order: they depend on the latents alone, however these came about.
   * @returns hidden [B, N, D] and mask [B, N] (1 = a real token), rows padded on the right
   * @throws EngineError `bad_pin` when a value does not fit the bundle
   */
  hiddenStates(
    encoding: PromptEncoding,
    latents: readonly Latents[],
  ): Promise<{ hidden: FloatTensor; mask: FloatTensor }>;
}

/** What a prior is made of. The sessions stay the caller's to dispose. */
export interface PriorParts {
  context: LatentContext;
  /** `text_encoder.onnx`. */
  textEncoder: Session;
  /** `prior.onnx`. */
  prior: Session;
}

/** Makes a prior of a bundle's two graphs. Calls may overlap. */
export function createPrior({ context, textEncoder, prior }: PriorParts): Prior {
  return {
    encode: createPromptEncoder(context, textEncoder),
    sample(request) {
      const { kinds = context.manifest.kinds, pinned = {} } = request;
      return sampleRows(prior, context, { ...request, pinned, kinds: canonical(kinds) });
    },
    scoreDescriptions: (encoding, descriptions) => scoreDescriptions(prior, context, encoding, descriptions),
    sampleSoftTokens: (request) => sampleSoftTokens(prior, context, request),
    hiddenStates: (encoding, latents) => hiddenStates(prior, context, encoding, latents),
  };
}

function canonical(kinds: readonly LatentKind[]): LatentKind[] {
  return LATENT_KINDS.filter((kind) => kinds.includes(kind));
}

/** See `Prior.hiddenStates`. */
export async function hiddenStates(
  prior: Session,
  context: LatentContext,
  encoding: PromptEncoding,
  latents: readonly Latents[],
): Promise<{ hidden: FloatTensor; mask: FloatTensor }> {
  const rows = latents.length;
  const { inputs, lengths, width } = padSequences(
    latents.map((row) => encodeSequence(row, context)),
    context.manifest,
  );
  const past = new KvCache({ ...cacheSizes(context.manifest), rows }, 0);
  const outputs = await prior.run({ ...inputs, ...NO_LOGITS, ...past.inputs, ...crossInputs(encoding, rows) }, [
    'hidden_states',
  ]);
  const mask = floatTensor([rows, width]);
  lengths.forEach((length, row) => {
    mask.data.fill(1, row * width, row * width + length);
  });
  return { hidden: floatOutput(outputs, 'hidden_states'), mask };
}
