import type { Bundle } from '../bundle/index.js';
import {
  fastestFirst,
  hasGraphicsCard,
  type Provider,
  type ProviderTrial,
  type ProviderWish,
  type TrialOptions,
  tryProviders,
} from '../runtime/index.js';

/** What paints as long as nobody says otherwise: a batch of one grid. */
const CELLS = 4;
/** Of a prompt and its latents, as the denoiser reads them. */
const TOKENS = 128;

/** What a bundle's networks run on. */
export interface ChosenProviders {
  /** Those that plan: many small runs, which a processor does best unless the host says otherwise. */
  providers: readonly Provider[];
  /** The denoiser, and networks of other models. */
  paintingProviders: readonly Provider[];
}

/**
 * What the host wishes; of `auto`, painting runs on what paints a step of a grid fastest here, of what a graphics card
 * may offer, and everything else on the CPU. Where there is no card nothing is tried.
 *
 * @param options where trials are told what to be made with
 */
export async function chooseProviders(
  bundle: Bundle,
  wanted: readonly ProviderWish[],
  options: Omit<TrialOptions, 'sizes'> & { hasCard?: boolean } = {},
): Promise<ChosenProviders> {
  const named = wanted.filter((one) => one !== 'auto');
  if (named.length === wanted.length) return { providers: named, paintingProviders: named };
  const { hasCard = hasGraphicsCard(), ...trialOptions } = options;
  const trials = hasCard ? await tryPainting(bundle, offered(), trialOptions) : [];
  return { providers: ['cpu'], paintingProviders: fastestFirst(trials) };
}

/** A step of a grid on each provider. */
export function tryPainting(
  bundle: Bundle,
  providers: readonly Provider[],
  options: Omit<TrialOptions, 'sizes'> = {},
): Promise<ProviderTrial[]> {
  return tryProviders(bundle.graphPath('denoiser.onnx'), providers, { ...options, sizes: { B: CELLS, S: TOKENS } });
}

/** Of a system; those whose libraries are not there say so at once. */
function offered(platform = process.platform): readonly Provider[] {
  if (platform === 'darwin') return ['webgpu', 'coreml'];
  return platform === 'win32' ? ['webgpu', 'cuda', 'tensorrt', 'directml'] : ['webgpu', 'cuda', 'tensorrt'];
}
