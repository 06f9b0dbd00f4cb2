import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLatentContext, createTextTokenizer, type LatentContext } from '../../../../src/engine/context/index.js';
import { LATENT_KINDS } from '../../../../src/engine/latents/index.js';
import { MANIFEST_FILE, MEMORY_FILES, TOKENIZER_FILE } from '../../../../src/engine/manifest/files.js';
import { manifestSchema } from '../../../../src/engine/manifest/manifest-checks.js';
import { NO_PARTS } from '../../../../src/engine/memory/parts.js';

const SIGNS = ['<pad>', '<unk>', '<bos>', '<end>'];
const SPECIALS = [...SIGNS, ...LATENT_KINDS.map((kind) => `<${kind}>`)];
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

/** The `things.json` that goes with the small manifest: two things and a mood. */
export const SMALL_MEMORY = {
  things: [
    { name: 'cat', synonyms: ['kitten'], tags: ['whiskers'], group: 'animals', weight: 1 },
    { name: 'pizza', display: 'pizza slice', synonyms: [], tags: [], group: 'food', weight: 1 },
  ],
  pictures: ['none:cat', 'none:pizza', 'none:grinning-face'],
  groups: [
    { name: 'animals', title: 'Animals' },
    { name: 'food', title: 'Food' },
  ],
};

function smallLayouts() {
  const placement = { x: 0.5, y: 0.5, side: 0.9375 };
  const half = (x: number) => ({ x, y: 0.5, side: 0.46875 });
  return {
    single: placement,
    pairs: { beside: { share: 1, back: 'first', first: half(0.25), second: half(0.75) } },
    groups: {
      side: 0.46875,
      '2': [
        {
          share: 1,
          places: [
            [0.25, 0.5],
            [0.75, 0.5],
          ],
        },
      ],
      '3': [
        {
          share: 1,
          places: [
            [0.25, 0.25],
            [0.75, 0.25],
            [0.5, 0.75],
          ],
        },
      ],
    },
    worn: {
      head: {
        wearer: { ...placement, side: 0.71875, bottom: 0.984375 },
        width: 0.7,
        sinks: 0.12,
        top: 0.015625,
        side: 0.5,
      },
      face: { wearer: placement, width: 0.86, longest: 0.859375, eyes: 0.44, above: 0.04, radius: 0.3 },
    },
    marks: {
      eyes: { side: 0.24, x: [0.26, 0.74], y: 0.5 },
      behind: { side: 1.05 },
      corner: { side: 0.38, out: 0.6, up: 0.25, margin: 0.0078125 },
    },
    mood: { disc: 0.75, scale: 0.97 },
  };
}

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
    format: 6,
    name: 'small',
    version: '0.1.0',
    licence: 'Apache-2.0',
    description: 'For tests',
    kinds: LATENT_KINDS.map((kind): string => kind),
    model: { width: 32, layers: 2, heads: 2, context_layers: 1, context_heads: 2, context_head_size: 16 },
    vocabulary: {
      size: first,
      specials: { pad: 0, unk: 1, bos: 2, end: 3 },
      starts: Object.fromEntries(LATENT_KINDS.map((kind, k) => [kind, SIGNS.length + k])),
      ranges,
    },
    limits: { prompt: 8, description: 12, objects: 3, label: 4, colours: 5 },
    palette: { colours: [...COLOURS] },
    codebook: {
      grid: 8,
      colours: Array.from({ length: 60 }, (_, k) => `#${(k * 4).toString(16).padStart(2, '0').repeat(3)}ff`),
    },
    image: { size: 128, channels: 4, resolutions: [32, 64, 128] },
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
    memory: { pictures: SMALL_MEMORY.pictures.length, things: SMALL_MEMORY.things.length },
    tables: {
      colours: { red: ['#dc2a2a', '#e04040'], blue: ['#2e6fdd'] },
      paints: ['red'],
      moods: { grinning: ['grinning', 'happy'] },
      marks: { crying: { thing: 'cat', words: ['crying', 'sad'], at: 'eyes' } },
      wearables: { head: ['pizza'], face: [] as string[] },
      relations: { beside: ['and', 'next to'], wearing: ['with'] },
      layouts: smallLayouts(),
    },
    files: {
      'tokenizer.json': file,
      'things.json': file,
      'memory.bin': file,
      'memory.safetensors': file,
      'text_encoder.onnx': file,
      'prior.onnx': file,
      'visual_decoder.onnx': file,
      'visual_encoder.onnx': file,
      'conditioner.onnx': file,
      'denoiser.onnx': file,
    },
    training: { command: 'none' },
    attribution: [{ name: 'None', author: 'Nobody', licence: 'Apache-2.0', source: 'none' }],
  };
}

/** A tensor of a safetensors file: its type, shape and numbers. */
export type SmallTensor = [dtype: 'U8' | 'U16' | 'U32' | 'F32', shape: number[], values: number[]];

/** The measures of the small bundle's three pictures, whose sizes in `memory.bin` are given. */
export function smallMeasures(sizes: readonly [number, number, number]): Record<string, SmallTensor> {
  const [first, second, third] = sizes;
  const paints = 2;
  const each = (values: number[]) => [...values, ...values, ...values];
  return {
    offsets: ['U32', [4], [0, first, first + second, first + second + third]],
    kind: ['U8', [3], [0, 0, 1]],
    shows: ['U16', [3], [0, 1, 0]],
    style: ['U8', [3], [0, 0, 0]],
    flags: ['U8', [3], [1, 2, 0]],
    box: ['F32', [3, 4], each([0.25, 0.25, 0.75, 0.75])],
    moments: ['F32', [3, 5], each([0.5, 0.5, 0.02, 0, 0.02])],
    circle: ['F32', [3, 3], each([0.5, 0.5, 0.25])],
    area: ['F32', [3], each([0.25])],
    palette_starts: ['U32', [3 * paints + 1], [0, 1, 2, 3, 4, 5, 6]],
    palette_colours: ['U8', [6], [2, 2, 6, 2, 4, 4]],
    palette_shares: ['U8', [6], each([255, 255])],
    colour_names: ['U8', [3, paints, 3], each([0, 255, 255, 1, 255, 255])],
    colour_shares: ['U8', [3, paints, 3], each([255, 0, 0, 255, 0, 0])],
  };
}

const ARRAYS = { U8: Uint8Array, U16: Uint16Array, U32: Uint32Array, F32: Float32Array };

/** A safetensors file, written apart from the code that reads it. */
export function safetensorsFile(tensors: Readonly<Record<string, SmallTensor>>): Buffer {
  const parts: Buffer[] = [];
  let end = 0;
  const header = Object.fromEntries(
    Object.entries(tensors).map(([name, [dtype, shape, values]]) => {
      const bytes = Buffer.from(ARRAYS[dtype].from(values).buffer);
      parts.push(bytes);
      end += bytes.length;
      return [name, { dtype, shape, data_offsets: [end - bytes.length, end] }];
    }),
  );
  const json = Buffer.from(JSON.stringify({ __metadata__: { by: 'a test' }, ...header }));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json, ...parts]);
}

/** What a small bundle's folder is made of; what is changed here no longer fits the rest unless a test mends it. */
export interface SmallFiles {
  manifest: ReturnType<typeof smallManifestJson>;
  things: typeof SMALL_MEMORY;
  measures: Record<string, SmallTensor>;
  /** The three pictures of `memory.bin`; no WebP files, since the loader reads none. */
  pictures: Buffer[];
  /** Other contents of files, by name. */
  contents: Record<string, string | Buffer>;
}

/**
 * Writes a whole bundle of the small vocabulary, with graphs that are none, and with sizes and hashes that are right.
 * @param spoil changes it before
 */
export async function writeSmallBundle(dir: string, spoil: (files: SmallFiles) => void = () => {}): Promise<void> {
  const pictures = [5, 7, 4].map((size) => Buffer.alloc(size, size));
  const files: SmallFiles = {
    manifest: smallManifestJson(),
    things: structuredClone(SMALL_MEMORY),
    measures: smallMeasures([5, 7, 4]),
    pictures,
    contents: {},
  };
  spoil(files);
  const { manifest, contents } = files;
  const written: Record<string, string | Buffer> = {
    [TOKENIZER_FILE]: JSON.stringify(smallTokenizerJson),
    [MEMORY_FILES.things]: JSON.stringify(files.things),
    [MEMORY_FILES.measures]: safetensorsFile(files.measures),
    [MEMORY_FILES.pictures]: Buffer.concat(pictures),
    ...contents,
  };
  const records: Record<string, { sha256: string; bytes: number }> = manifest.files;
  for (const name of Object.keys(records)) {
    const content = written[name] ?? `graph ${name}`;
    records[name] = { sha256: createHash('sha256').update(content).digest('hex'), bytes: Buffer.byteLength(content) };
    await writeFile(join(dir, name), content);
  }
  await writeFile(join(dir, MANIFEST_FILE), JSON.stringify(manifest));
}

/** What the small bundle's memory shows, as reading prompts asks of it. */
function smallMemory() {
  const { kind, shows, style, flags, circle } = smallMeasures([5, 7, 4]);
  return {
    ...structuredClone(SMALL_MEMORY),
    parts: NO_PARTS,
    measures: {
      kind: Uint8Array.from(kind![2]),
      shows: Uint16Array.from(shows![2]),
      style: Uint8Array.from(style![2]),
      flags: Uint8Array.from(flags![2]),
      circle: Float32Array.from(circle![2]),
    },
  };
}

/** A latent context over the small vocabulary; needs no model. */
export function smallContext(): LatentContext {
  const manifest = manifestSchema.parse(smallManifestJson());
  const tokenizer = createTextTokenizer({ dir: 'small', manifest, tokenizerJson: smallTokenizerJson });
  return createLatentContext({ manifest, memory: smallMemory() }, tokenizer);
}
