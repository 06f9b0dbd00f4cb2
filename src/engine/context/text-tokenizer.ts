import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import type { TextPieces } from '../latents/index.js';
import { invalidFile, TOKENIZER_FILE } from '../manifest/index.js';

/** A prompt as the text encoder reads it. */
export interface PromptIds {
  /** Vocabulary ids, at most `limits.prompt`; `<unk>` where the bundle lacks a character. */
  ids: number[];
  /** The end of the prompt that was cut off, empty when all of it fits. */
  cut: string;
}

/** Text to and from ids of a bundle's `tokenizer.json`. Special tokens spelled out in a text become `<unk>`. */
export interface TextTokenizer extends TextPieces {
  /** The first `limits.prompt` ids of a prompt and the rest that was cut. */
  encodePrompt(prompt: string): PromptIds;
}

/** What a tokenizer is made of: a bundle, or an evaluator's folder. */
export interface TokenizerSource {
  /** Of the folder, for messages. */
  readonly dir: string;
  /** The parsed `tokenizer.json`. */
  readonly tokenizerJson: object;
  readonly manifest: {
    readonly limits: { readonly prompt: number };
    readonly vocabulary: {
      readonly specials: { readonly unk: number };
      readonly ranges: { readonly text: readonly [number, number] };
    };
  };
}

/**
 * Wraps the bundle's tokenizer.
 * @throws EngineError `bundle_invalid` when `tokenizer.json` cannot be used.
 */
export function createTextTokenizer({ tokenizerJson, manifest, dir }: TokenizerSource): TextTokenizer {
  const tokenizer = openTokenizer(tokenizerJson, dir);
  const { specials, ranges } = manifest.vocabulary;
  const [firstPiece, pieceEnd] = ranges.text;

  const encode = (text: string): number[] => {
    const { ids } = tokenizer.encode(text, { add_special_tokens: false });
    return ids.map((id: number) => (id >= firstPiece && id < pieceEnd ? id : specials.unk));
  };
  const decode = (ids: readonly number[]): string => {
    const pieces = ids.filter((id) => id >= firstPiece && id < pieceEnd);
    if (pieces.length === 0) return '';
    const text = tokenizer.decode(pieces, { skip_special_tokens: true, clean_up_tokenization_spaces: false });
    return text.replace(/\s+/gu, ' ').trim();
  };
  return {
    encode,
    decode,
    encodePrompt(prompt) {
      const ids = encode(prompt);
      return { ids: ids.slice(0, manifest.limits.prompt), cut: decode(ids.slice(manifest.limits.prompt)) };
    },
    unreadableWords: (text) => text.split(/\s+/u).filter((word) => word !== '' && encode(word).includes(specials.unk)),
  };
}

function openTokenizer(json: object, dir: string): Tokenizer {
  try {
    return new Tokenizer(json, {});
  } catch (cause) {
    throw invalidFile(join(dir, TOKENIZER_FILE))('is no tokenizer', cause);
  }
}
