import { EngineError } from '../basics/index.js';
import { type BundleTerms, createColourIndex } from '../latents/index.js';
import type { Manifest } from '../manifest/index.js';
import type { Memory } from '../memory/index.js';
import {
  type BundleWords,
  createPromptReader,
  type PromptReader,
  shippedWordTables,
  type WordTables,
} from '../words/index.js';

import type { TextTokenizer } from './text-tokenizer.js';

/** What is known of a bundle besides its networks: all that planning, checking and pins need. */
export interface LatentContext extends BundleTerms {
  readonly manifest: Manifest;
  readonly tokenizer: TextTokenizer;
  /** What its artwork shows. */
  readonly memory: BundleWords['memory'] & Pick<Memory, 'groups'>;
  /** Reads prompts in the bundle's terms. */
  readonly reader: PromptReader;
}

/** Gathers it from a bundle and its tokenizer. */
export function createLatentContext(
  bundle: Pick<LatentContext, 'manifest' | 'memory'>,
  tokenizer: TextTokenizer,
): LatentContext {
  const { manifest } = bundle;
  const [first, end] = manifest.vocabulary.ranges.text;
  let blankPiece: number | undefined;
  for (let id = first; id < end && blankPiece === undefined; id++) {
    if (tokenizer.decode([id]) === '') blankPiece = id;
  }
  const colours = createColourIndex(manifest.palette.colours);
  return { manifest, tokenizer, memory: bundle.memory, reader: readerOf(bundle, tokenizer), colours, blankPiece };
}

const readers = new WeakMap<object, PromptReader>();

/** One for each bundle, whoever asks: what it knows of words takes a while to gather. */
function readerOf(bundle: Pick<LatentContext, 'manifest' | 'memory'>, tokenizer: TextTokenizer): PromptReader {
  const { label } = bundle.manifest.limits;
  const isReadable = (name: string) =>
    tokenizer.unreadableWords(name).length === 0 && tokenizer.encode(name).length <= label;
  const reader = readers.get(bundle) ?? createPromptReader(bundle, readWords, isReadable);
  readers.set(bundle, reader);
  return reader;
}

/**
 * The tables of words that come with the package.
 * @param read how they are read
 * @throws EngineError `bundle_corrupt` when one cannot be read
 */
export function readWords(read: () => WordTables = shippedWordTables): WordTables {
  try {
    return read();
  } catch (cause) {
    throw new EngineError('bundle_corrupt', { why: 'words' }, cause);
  }
}
