import type { Bundle } from '../../../../src/engine/bundle/bundle.js';
import { manifestSchema } from '../../../../src/engine/bundle/manifest.js';
import { createLatentContext, type LatentContext } from '../../../../src/engine/latents/context.js';
import { createTextTokenizer } from '../../../../src/engine/text-tokenizer.js';

const SPECIALS = ['<pad>', '<unk>', '<bos>', '<end>', '<description>', '<boxes>', '<blobs>', '<palette>', '<tokens>'];
const MERGES: [string, string][] = [
  ['a', 't'],
  ['▁', 'c'],
  ['▁c', 'at'],
  ['▁', 'a'],
  ['z', 'z'],
  ['▁', 'p'],
  ['▁p', 'i'],
  ['▁pi', 'zz'],
  ['▁pizz', 'a'],
];
const PIECES = [
  ...SPECIALS,
  ...[..."abcdefghijklmnopqrstuvwxyz0123456789,'-▁"].sort(),
  ...MERGES.map((m) => m.join('')),
];
const metaspace = { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true };
const replace = (pattern: string, content: string) => ({ type: 'Replace', pattern: { Regex: pattern }, content });

/** A tokenizer of the shape that the training code writes, with a handful of merges. */
export const smallTokenizerJson = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: [],
  normalizer: {
    type: 'Sequence',
    normalizers: [
      { type: 'NFKC' },
      { type: 'Lowercase' },
      replace('[!?.:;"()\\[\\]{}<>|_*~`#@&/\\\\]+', ' '),
      replace(',', ' , '),
      replace('\\s+', ' '),
      replace('^ | $', ''),
    ],
  },
  pre_tokenizer: metaspace,
  post_processor: null,
  decoder: metaspace,
  model: {
    type: 'BPE',
    dropout: null,
    unk_token: '<unk>',
    continuing_subword_prefix: null,
    end_of_word_suffix: null,
    fuse_unk: true,
    byte_fallback: false,
    ignore_merges: false,
    vocab: Object.fromEntries(PIECES.map((piece, id) => [piece, id])),
    merges: MERGES,
  },
};

const COLOURS = ['#ffffff', '#000000', '#dc2a2a', '#f68b1f', '#fbd63c', '#3fa946', '#2e6fdd', '#8143c4'];

/** A valid manifest of a small vocabulary (8 colours, 60 codes); graphs are named and not there. */
export function smallManifestJson() {
  const ranges: Record<string, [number, number]> = { text: [SPECIALS.length, PIECES.length] };
  let first = PIECES.length;
  const sizes = { location: 33, angle: 24, colour: COLOURS.length, share: 8, code: 60 };
  for (const [name, size] of Object.entries(sizes)) {
    ranges[name] = [first, first + size];
    first += size;
  }
  const file = { sha256: '0'.repeat(64), bytes: 1 };
  return {
    format: 5,
    name: 'small',
    version: '0.1.0',
    licence: 'Apache-2.0',
    description: 'For tests',
    kinds: ['description', 'boxes', 'blobs', 'palette', 'tokens'],
    model: { width: 32, layers: 2, heads: 2, context_layers: 1, context_heads: 2, context_head_size: 16 },
    vocabulary: {
      size: first,
      specials: { pad: 0, unk: 1, bos: 2, end: 3 },
      starts: { description: 4, boxes: 5, blobs: 6, palette: 7, tokens: 8 },
      ranges,
    },
    limits: { prompt: 8, description: 12, objects: 3, label: 4, colours: 5 },
    palette: { colours: COLOURS },
    codebook: {
      grid: 8,
      colours: Array.from({ length: 60 }, (_, k) => `#${(k * 4).toString(16).padStart(2, '0').repeat(3)}ff`),
    },
    image: { size: 64, channels: 4, resolutions: [16, 32, 64] },
    schedule: {
      type: 'squaredcos_cap_v2',
      timesteps: 1000,
      max_beta: 0.999,
      snr_power: 1,
      prediction: 'sample',
    },
    defaults: { sampler: 'dpm-solver++', steps: 12, guidance: 4, temperature: 0.9, top_p: 0.95 },
    concepts: ['cat', 'pizza'],
    styles: ['flat'],
    files: {
      'tokenizer.json': file,
      'text_encoder.onnx': file,
      'prior.onnx': file,
      'visual_decoder.onnx': file,
      'conditioner.onnx': file,
      'denoiser.onnx': file,
    },
    training: { command: 'none' },
    attribution: [{ name: 'None', author: 'Nobody', licence: 'Apache-2.0', source: 'none' }],
  };
}

/** A latent context over the small vocabulary; needs no model. */
export function smallContext(): LatentContext {
  const manifest = manifestSchema.parse(smallManifestJson());
  const bundle: Bundle = {
    dir: 'small',
    manifest,
    hash: '',
    tokenizerJson: smallTokenizerJson,
    graphPath: (file) => file,
  };
  return createLatentContext(manifest, createTextTokenizer(bundle));
}
